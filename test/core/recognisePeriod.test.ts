import { describe, expect, it } from 'vitest';
import type { AnalyseContext } from '../../electron/core/analysed.ts';
import { type CellDraft, dateCell, good, headerOf, sheetOf, tableOf, tableSheet, templateOf } from './sheetOf.ts';

const UNIT = '西峡县市场监督管理局';
/** Period, or the question with its candidates. */
function read(
  template: string,
  above: readonly (readonly CellDraft[])[],
  context: Partial<AnalyseContext>,
  name?: string,
) {
  const fields = templateOf(template).columns.map((c) => c.id);
  const line = fields.map((field) => good(template, 1)[field] ?? null);
  const table = tableOf(sheetOf([...above, headerOf(template), line], name === undefined ? {} : { name }), context);
  if (table.question === null) return table.period;
  return `${table.question.code} ${table.question.candidates.map((c) => c.choice.period).join(' ')}`;
}
const weekly = (title: string, file: string, receivedAt = '2022-04-29T16:00', name?: string) =>
  read('penalty-legal', [[`${UNIT}${title}`]], { file, receivedAt }, name);
const monthly = (title: string, file: string, receivedAt = '2022-04-29T16:00', name?: string) =>
  read('commitment', [[`${UNIT}${title}`]], { file, receivedAt }, name);

describe('the period of a weekly table', () => {
  it.each([
    ['行政处罚信息（2022年第17周）', 'a.xls'],
    ['行政处罚信息（4月25日—4月29日）', 'a.xls'],
    ['行政处罚信息（2022.4.25-4.29）', 'a.xls'],
    ['行政处罚信息4月第4周', 'a.xls'],
    ['2022年4月行政处罚信息', 'a.xls'],
    ['2022年行政处罚信息', 'a.xls'],
    ['行政处罚信息', '双公示4.25-4.29.xls'],
    ['行政处罚信息', '4月第4周.zip › 双公示.xls'],
    ['行政处罚信息', '2022年第17周/双公示.xls'],
    ['行政处罚信息', '双公示20220429.xls'],
    ['行政处罚信息', '双公示202204.xls'],
    ['行政处罚信息', 'a.xls'],
    ['2022年4月行政处罚信息', '双公示4.25-4.29.xls'],
    ['2022年第17周', '2022年4月.xls'],
    ['行政处罚信息（填报日期：2022年4月20日）', 'a.xls'],
  ])('is week 17 from “%s” in %s', (title, file) => {
    expect(weekly(title, file)).toBe('2022-W17');
  });

  it.each([
    ['2022年第16周', 'a.xls', '2022-W16'],
    ['（4月18日—4月22日）', 'a.xls', '2022-W16'],
    ['', '双公示4.18-4.22.xls', '2022-W16'],
    ['', '双公示2022-04-22.xls', '2022-W16'],
    ['（2022年4月22日）', 'a.xls', '2022-W16'],
    ['2021年第52周', 'a.xls', '2021-W52'],
  ])('of an earlier one is simply late: “%s” in %s', (title, file, period) => {
    expect(weekly(title, file)).toBe(period);
  });

  it.each([
    ['2022-04-25T00:00', '2022-W17'],
    ['2022-04-30T10:00', '2022-W17'],
    ['2022-05-01T23:59', '2022-W17'],
    ['2022-05-02T00:00', '2022-W18'],
    ['2022-01-02T10:00', '2021-W52'],
  ])('is the week it arrived in where nobody says more: %s', (receivedAt, period) => {
    expect(weekly('行政处罚信息', 'a.xls', receivedAt)).toBe(period);
  });

  it('is asked where title and file name differ', () => {
    expect(weekly('2022年第16周', '第17周.xls')).toBe('period_conflict 2022-W16 2022-W17');
    expect(weekly('（4月18日—4月22日）', '双公示4.25-4.29.xls')).toBe('period_conflict 2022-W16 2022-W17');
  });

  it('is asked where it is later than the arrival', () => {
    expect(weekly('2022年第18周', 'a.xls')).toBe('period_conflict 2022-W18 2022-W17');
    expect(weekly('', '双公示5.9-5.13.xls')).toBe('period_conflict 2022-W19 2022-W17');
  });

  it('is asked where a month is named that it did not arrive in', () => {
    expect(weekly('2022年3月', 'a.xls')).toBe('period_unknown 2022-W09 2022-W10 2022-W11 2022-W12 2022-W13');
  });

  it('comes from the sheet name and from 统计期 in two cells', () => {
    expect(weekly('行政处罚信息', 'a.xls', '2022-04-29T16:00', '第16周')).toBe('2022-W16');
    const label = [[UNIT], ['统计期：', '2022年第16周']];
    expect(read('penalty-legal', label, {})).toBe('2022-W16');
  });

  it.each<[string, CellDraft[]]>([
    ['text', ['填报日期：2022年4月20日']],
    ['two cells', ['填报日期：', '2022年4月20日']],
    ['two cells, a real date', ['填报日期：', dateCell('2022-04-20')]],
    ['填表时间', ['填表时间：', '2022.4.20']],
    ['日期', ['日期：', '2022-04-20']],
    ['without colon', ['填报日期', '2022-04-20']],
  ])('never comes from 填报日期: %s', (_, line) => {
    expect(read('penalty-legal', [[UNIT], line], {})).toBe('2022-W17');
  });

  it('is what the clerk chooses, whatever the table says', () => {
    const file = '第17周.xls';
    const sheet = tableSheet('penalty-legal', [{}], { title: `${UNIT}2022年第16周` });
    const table = tableOf(sheet, { file, overrides: [{ file, period: '2022-W15' }] });
    expect([table.period, table.question]).toEqual(['2022-W15', null]);
  });
});

describe('the period of a monthly table', () => {
  it.each([
    ['2022年4月信用承诺', 'a.xls', '2022-04-29T16:00', '2022-04'],
    ['4月份信用承诺', 'a.xls', '2022-05-03T09:00', '2022-04'],
    ['信用承诺', '信用承诺202203.xls', '2022-04-29T16:00', '2022-03'],
    ['信用承诺', 'a.xls', '2022-04-29T16:00', '2022-04'],
    ['信用承诺', 'a.xls', '2022-05-01T00:00', '2022-05'],
    ['信用承诺（4月25日—4月29日）', 'a.xls', '2022-04-29T16:00', '2022-04'],
    ['2021年12月信用承诺', 'a.xls', '2022-01-04T09:00', '2021-12'],
    ['12月信用承诺', 'a.xls', '2022-01-04T09:00', '2021-12'],
  ])('“%s” in %s received %s is %s', (title, file, receivedAt, period) => {
    expect(monthly(title, file, receivedAt)).toBe(period);
  });

  it.each([
    ['2022年4月', '3月信用承诺.xls', 'period_conflict 2022-04 2022-03'],
    ['2022年5月', 'a.xls', 'period_conflict 2022-05 2022-04'],
    ['一季度信用承诺', 'a.xls', 'period_unknown 2022-01 2022-02 2022-03'],
  ])('“%s” in %s is asked: %s', (title, file, question) => {
    expect(monthly(title, file)).toBe(question);
  });
});

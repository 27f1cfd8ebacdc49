import { describe, expect, it } from 'vitest';
import { placeholdersOf, strangePlaceholders, wordingFault } from '../../electron/contract/wordingFault.ts';
import { letterItems, reminderLetter } from '../../electron/core/reminderLetter.ts';
import { composeReminders } from '../../electron/core/reminders.ts';
import { fillWording } from '../../electron/core/reminderWording.ts';
import { REMINDING } from './reminderSample.ts';
import { cell, duty, office, unit, weeklyDuty } from './sampleDesk.ts';

describe('a wording', () => {
  it.each<[string, string[]]>([
    ['{unit}欠{count}项', []],
    ['{单位}欠{count}项', ['{单位}']],
    ['{chased}', ['{chased}']],
    ['{}', ['{}']],
    ['{unit', ['{']],
    ['unit}，{ unit }', ['}', '{ unit }']],
    ['{nr}、{nr}', ['{nr}']],
  ])('%s has as strange: %j', (text, strange) => {
    expect(strangePlaceholders('unit', text)).toEqual(strange);
  });

  it.each<[string, RegExp | null]>([
    ['{unit}：{items}', null],
    ['你好', /中没有 \{items\}/u],
    ['{unit}：｛items｝', /全角花括号，请改成半角的 \{items\}/u],
    ['{unit：{items}', /花括号没有成对/u],
    ['{items}{单位}', /^中的 \{单位\}，可以用的有 \{unit\}/u],
  ])('%s is refused with %s', (text, why) => {
    if (why === null) expect(wordingFault('unit', text)).toBeNull();
    else expect(wordingFault('unit', text)).toMatch(why);
    expect(wordingFault('mailSubject', '催报')).toBeNull();
  });

  it('tells which placeholders it may have', () => {
    expect(placeholdersOf('mailSubject')).toBe('{unit}、{count}、{office}、{date}');
    expect(strangePlaceholders('letter', '{chased}')).toEqual([]);
  });

  it('loses a line that came to nothing, and keeps an empty one that was written so', () => {
    expect(fillWording('{unit}：\n\n{contact}\n{office}{contact}', { unit: '甲局', contact: '', office: '县办' })).toBe(
      '甲局：\n\n县办',
    );
  });

  it('puts in what looks like a placeholder or a pattern as it stands', () => {
    expect(fillWording('{unit}{count}', { unit: '$&{count}', count: '2' })).toBe('$&{count}2');
  });
});

const duties = [
  weeklyDuty('d1', { title: '归集报送' }),
  duty('d2', { title: '诚信宣传教育报道', quota: { count: 2, of: '篇' }, zeroReport: 'none' }),
];
const duties1 = new Map(duties.map((one) => [one.id, one]));
const at = { period: null, asOf: '2022-05-06T09:00', office } as const;

function listOf(wording: Partial<typeof REMINDING.wording>) {
  return composeReminders({
    ...REMINDING,
    ...{ ...at, duties, units: [unit('u1'), unit('u2')], wording: { ...REMINDING.wording, ...wording } },
    cells: [
      cell({ period: '2022-W17' }),
      cell({ period: '2022-W18', status: 'pending', due: '2022-05-06T18:00' }),
      cell({ duty: 'd2', period: '2022-04', due: '2022-05-05T18:00', status: 'returned', quota: 2, count: 1 }),
      cell({ unit: 'u2', period: '2022-W17', status: 'reported', contradicted: true }),
    ],
    chases: [
      {
        ...{ id: 1, unit: 'u1', duty: 'd1', period: '2022-W17', at: '2022-05-03T09:00', how: 'phone' },
        ...{ whom: '', answer: '', promised: null, by: '', paper: null },
      },
    ],
  });
}

describe('the office’s own words', () => {
  it('are filled in for the unit and for the group', () => {
    const { items, groupText } = listOf({ unit: '{unit}{date}欠{count}项', group: '共{count}项\n{items}' });
    expect(items.map(({ text }) => text)).toEqual(['u1局2022年5月6日欠3项', 'u2局2022年5月6日欠1项']);
    expect(groupText.split('\n')[0]).toBe('共4项');
    expect(groupText.split('\n')).toHaveLength(5);
  });

  it('say of each unit how it stands, where one is late, one sent back and one in doubt', () => {
    expect(listOf({ group: '{items}' }).groupText.split('\n')).toEqual([
      '1. 2022年第17周（4月25日—5月1日）归集报送，应于2022年4月29日18时前报送，已逾期7天：u1局，共1家。',
      '2. 2022年第17周（4月25日—5月1日）归集报送，请核实以哪一项为准并告知我办：u2局（既有零报送，又有报送数据），共1家。',
      '3. 2022年第18周（5月2日—5月8日）归集报送，应于2022年5月6日18时前报送，请按时报送：u1局，共1家。',
      '4. 2022年4月诚信宣传教育报道（应报2篇），应于2022年5月5日18时前报送，截止时间已过1天，尚未重新报送：u1局（已收到1篇，已退回，请改正后重新报送），共1家。',
    ]);
  });
});

describe('a letter', () => {
  const [item, second] = listOf({}).items;
  const owed = item ? letterItems(item) : [];
  const letter = reminderLetter({
    ...{ ...at, duties: duties1, wording: REMINDING.wording, unit: unit('u1'), owed, day: '2022-05-07' },
  });

  it('is about what is late, sent back or in doubt, not about what is near', () => {
    expect(owed.map(({ period }) => period)).toEqual(['2022-W17', '2022-04']);
    expect(second && letterItems(second).map(({ status }) => status)).toEqual(['contradicted']);
  });

  it('is a plain paper to the unit under its official name, signed, dated, with whom to ask', () => {
    expect(letter).toMatchObject({
      form: { redHead: false, seal: true },
      title: `${office.office}关于催报信用信息的函`,
      addressee: unit('u1').officialName,
      signature: office.office,
      date: '2022年5月7日',
      remark: '联系人：张三，联系电话：0377-69660000',
      tables: [],
      documentNo: '',
    });
  });

  it.each<[readonly number[], string]>([
    [[0, 0], ''],
    [[2, 2], '我办此前已就上述事项催报2次，最近一次为2022年5月4日（微信）。'],
    [[3, 1], '我办此前已就上述事项催报，最多的一项催报3次，最近一次为2022年5月4日（微信）。'],
    [[0, 1], '我办此前已就其中1项催报，最近一次为2022年5月4日（微信）。'],
    [[0, 2], '我办此前已就其中1项催报2次，最近一次为2022年5月4日（微信）。'],
  ])('with contacts %j about its two items tells of them: %s', (times, said) => {
    const lastChase = { at: '2022-05-04T09:00', how: 'wechat', whom: '', answer: '', promised: null } as const;
    const chased = owed.map((one, i) => ({ ...one, chased: times[i] ?? 0, lastChase: times[i] ? lastChase : null }));
    const wording = { ...REMINDING.wording, letter: '前\n{chased}\n后' };
    const parts = { ...at, duties: duties1, wording, unit: unit('u1'), owed: chased, day: '2022-05-07' };
    const texts = reminderLetter(parts).introduction.map(({ text }) => text);
    expect(texts).toEqual(['前', ...(said === '' ? [] : [said]), '后']);
  });

  it('lists what is owed under numbers of their own, and says how often the unit was chased', () => {
    expect(letter.introduction.map(({ level, text }) => `${level} ${text}`)).toEqual([
      'body 截至2022年5月6日9时，你单位以下2项信用信息报送工作尚未完成：',
      'fourth （1）2022年第17周（4月25日—5月1日）归集报送，应于2022年4月29日18时前报送，已逾期7天；',
      'fourth （2）2022年4月诚信宣传教育报道（应报2篇，已收到1篇，已退回，请改正后重新报送），应于2022年5月5日18时前报送，截止时间已过1天，尚未重新报送。',
      'body 我办此前已就其中1项催报，最近一次为2022年5月3日（电话）。',
      'body 请高度重视，抓紧办理。请按模板填写后报送县信用办邮箱（xyb@example.cn）；“归集报送”无产生信息的，请报零报送并附情况说明。确有困难的，请书面说明原因和预计完成时间；逾期仍未办结的，我办将在报送工作情况通报中列明。',
      'body 如已报送，请与我办核对。',
    ]);
  });
});

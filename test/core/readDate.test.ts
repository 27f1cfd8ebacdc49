import { describe, expect, it } from 'vitest';
import { readDate } from '../../electron/core/readDate.ts';
import { type CellDraft, cellOf, dateCell } from './sheetOf.ts';

function read(draft: CellDraft, longTerm = false): string {
  const cell = cellOf(draft);
  if (!cell) throw new Error('empty');
  const reading = readDate(cell, longTerm);
  if (reading.kind === 'day') return reading.note === null ? reading.day : `${reading.day} ${reading.note}`;
  if (reading.kind === 'slashed') return `slashed ${reading.first}/${reading.second}/${reading.year}`;
  return 'invalid';
}

describe('a cell of a date column', () => {
  it.each<[CellDraft]>([
    [dateCell('2022-04-18')],
    [{ text: '2022/4/18 9:30', type: 'date', value: '2022-04-18T09:30' }],
    ['2022-04-18'],
    ['2022/4/18'],
    ['2022.4.18'],
    ['2022年4月18日'],
    ['2022年4月18号'],
    ['2022年4月18'],
    ['20220418'],
    [20220418],
    ['２０２２－０４－１８'],
    ['２０２２年４月１８日'],
    ['2022 年 4 月 18 日'],
    [' 2022-04-18 '],
    ['2022-04-18\u200b'],
    ['2022 . 4 . 18'],
    ['2022—04—18'],
    ['2022-04-18 00:00:00'],
    ['2022-04-18T10:30'],
    ['2022-04-18T10:30:00.000Z'],
    ['2022/4/18 9:30'],
    ['2022年4月18日 上午9时30分'],
    ['2022年4月18日9时'],
    ['2022年4月18日 下午 3:05'],
    ['2022/4/18 3:05 PM'],
    ['20220418 10:30'],
    ['2022年4月18日（星期一）'],
    ['2022年4月18日 周一'],
    ['2022.4.18.'],
    ['二〇二二年四月十八日'],
    ['二○二二年四月十八日'],
    ['二零二二年四月十八日'],
    ['二O二二年四月十八日'],
    ['二0二二年四月十八日'],
    ['二〇二二年 四月 十八日'],
  ])('%j reads as 18 April 2022', (draft) => {
    expect(read(draft)).toBe('2022-04-18');
  });

  it.each([
    ['二〇二二年十二月三十一日', '2022-12-31'],
    ['二〇二二年十月十日', '2022-10-10'],
    ['二〇二二年十一月二十日', '2022-11-20'],
    ['二〇二二年一月卅日', '2022-01-30'],
    ['2099/12/31', '2099-12-31'],
    ['2024-02-29', '2024-02-29'],
  ])('%s reads as %s', (text, day) => {
    expect(read(text)).toBe(day);
  });

  it.each<[CellDraft, string]>([
    [44669, '2022-04-18 lost_format'],
    [44669.5, '2022-04-18 lost_format'],
    ['44669', '2022-04-18 lost_format'],
    ['22.4.18', '2022-04-18 two_digit_year'],
    ['22-04-18', '2022-04-18 two_digit_year'],
    ['22年4月18日', '2022-04-18 two_digit_year'],
  ])('%j reads with a note: %s', (draft, reading) => {
    expect(read(draft)).toBe(reading);
  });

  it.each([
    ['10/8/2026', 'slashed 10/8/2026'],
    ['18/4/2022', 'slashed 18/4/2022'],
    ['4-18-2022', 'slashed 4/18/2022'],
  ])('%s may have day and month changed round', (text, reading) => {
    expect(read(text)).toBe(reading);
  });

  it.each<[CellDraft]>([
    ['2022-02-30'],
    ['2022-13-01'],
    ['2022-9-31'],
    ['2022年2月29日'],
    ['20220431'],
    [20221301],
    ['2022.4'],
    ['2022年4月'],
    ['2022-04'],
    ['202204'],
    [2022.4],
    [202204],
    ['4月18日'],
    ['4.18'],
    ['四月十八日'],
    ['2022'],
    [2022],
    [1],
    [0.5],
    [-5],
    ['31/31/2022'],
    ['2022.9.1-2022.9.30'],
    ['2022年4月18日至5月1日'],
    ['去年'],
    ['2022-0418-1'],
    ['123456'],
  ])('%j is no day', (draft) => {
    expect(read(draft)).toBe('invalid');
  });

  it.each(['长期', '长期有效', '永久', ' 长 期 '])('%s is the end of 2099 where the column knows it', (text) => {
    expect([read(text, true), read(text, false)]).toEqual(['2099-12-31', 'invalid']);
  });
});

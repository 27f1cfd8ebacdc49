import { describe, expect, it } from 'vitest';
import type { CalendarDay } from '../../electron/contract/calendar.ts';
import { createCalendar, shippedDays } from '../../electron/core/calendar.ts';
import { noticeDoubts, workdaysOf } from '../../electron/core/holidayNotice.ts';
import { type KnownDays, type ReadNotice, readNoticeText } from '../../electron/core/noticeText.ts';
import { addDays } from '../../electron/core/period.ts';
import { ADJUSTED_2019, EXTENDED_2020, NOTICES, PUBLISHED } from './holidayTexts.ts';

const NONE: KnownDays = () => [];
const YEARS = Object.keys(NOTICES).map(Number);

describe('a pasted notice', () => {
  it.each(YEARS)('of %i gives the days of the published table', (year) => {
    expect(daysOf(whole(year).notice.days)).toEqual(published(year));
  });

  it.each(YEARS)('of %i gives its year the published number of working days', (year) => {
    const calendar = createCalendar({ years: [whole(year).notice], county: [] });
    expect(workdaysOf(year, calendar)).toBe(PUBLISHED[year]?.total);
  });

  it.each(YEARS.filter((year) => year !== 2019 && year !== 2020 && year !== 2024))('of %i raises no doubt', (year) => {
    const read = readText(NOTICES[year] ?? '');
    expect([...read.doubts, ...noticeDoubts(read.notice, shippedDays(year), { years: [], county: [] })]).toEqual([]);
  });

  it.each(YEARS)('of %i is read the same without a line break or full stop between its items', (year) => {
    const text = NOTICES[year] ?? '';
    const items = text.replace(/。\n\s*(?=[二三四五六七]、)/gu, '').replaceAll('\n', '');
    expect(readText(items)).toEqual(readText(text));
  });

  it('names every day after its holiday', () => {
    const { days } = readText(NOTICES[2025] ?? '').notice;
    const names = ['2025-01-01', '2025-01-26', '2025-10-08'].map((day) => days.find((one) => one.day === day)?.name);
    expect(names).toEqual(['元旦', '春节', '国庆节、中秋节']);
  });

  it('takes 除夕 for a working day where its rest is only encouraged, and says so', () => {
    const { notice, doubts } = readText(NOTICES[2024] ?? '');
    expect(notice.days.some(({ day }) => day === '2024-02-09')).toBe(false);
    expect(doubts).toEqual([expect.stringContaining('除夕')]);
  });

  it.each([
    ['4月5日放假，4月7日（星期一）补休。', '0405 0407', ''],
    ['4月4日放假,4月8日(周日)上班。', '0404', '0408'],
    ['4月4日—6日放假，共3天。', '0404–0406', ''],
    ['4 月 4 日 ～ 6 日 放 假 。', '0404–0406', ''],
    ['４月４日至４月６日放假。', '0404–0406', ''],
    ['4月4日至6日放假，2月4日（星期日），2月18日（星期日）上班。', '0404–0406', '0204 0218'],
    ['4月4日、5日放假调休，共二天。', '0404 0405', ''],
    ['4月4日放假。4月5日不放假。', '0404', ''],
  ])('reads the wording %s', (wording, off, work) => {
    const days = readText(`国务院办公厅关于2018年部分节假日安排的通知 三、清明节：${wording}`).notice.days;
    expect(daysOf(days)).toEqual(tableOf(2018, off, work));
  });

  it('gives a December of the New Year holiday to the year before', () => {
    const text = '关于2027年部分节假日安排的通知。一、元旦：12月31日至1月2日放假，共3天。12月26日（周六）上班。';
    expect(daysOf(readText(text).notice.days)).toEqual([
      ['2026-12-26', 'work'],
      ['2026-12-31', 'off'],
      ['2027-01-01', 'off'],
      ['2027-01-02', 'off'],
    ]);
  });

  it.each([
    ['4月5日（周五）放假。', '括号'],
    ['4月5日至8日放假，共3天。', '4天'],
    ['4月31日放假。4月5日放假。', '4月31日'],
    ['4月5日至6日放假。4月6日上班。', '又写了'],
    ['4月5日至6月5日放假。4月5日放假。', '不合常理'],
  ])('doubts %s', (wording, words) => {
    const { doubts } = readText(`关于2018年部分节假日安排的通知。三、清明节：${wording}`);
    expect(doubts.join()).toContain(words);
  });

  it.each([['今天天气不错'], ['国务院办公厅关于2027年部分节假日安排的通知'], ['1月1日放假'], ['']])(
    'is none without year or day off: %s',
    (text) => {
      expect(readNoticeText(text, '粘贴的通知', NONE)).toBeNull();
    },
  );
});

describe('an adjustment', () => {
  it('changes its holiday and keeps the rest of the year as known', () => {
    const original = readText(NOTICES[2019] ?? '').notice.days;
    const { notice, doubts } = readText(ADJUSTED_2019, () => original);
    expect(daysOf(notice.days)).toEqual(published(2019));
    expect(doubts).toEqual([expect.stringContaining('调整')]);
  });

  it('extends from the last known day and cancels a make-up day inside', () => {
    const original = readText(NOTICES[2020] ?? '').notice.days;
    expect(daysOf(readText(EXTENDED_2020, () => original).notice.days)).toEqual(published(2020));
    expect(readNoticeText(EXTENDED_2020, '', NONE)).toBeNull();
  });

  it('may be pasted behind the notice it adjusts', () => {
    expect(daysOf(readText(`${NOTICES[2019]}\n${ADJUSTED_2019}`).notice.days)).toEqual(published(2019));
    expect(daysOf(readText(`${NOTICES[2020]}\n${EXTENDED_2020}`).notice.days)).toEqual(published(2020));
  });
});

describe('doubts about a notice', () => {
  const days = shippedDays(2022);
  const doubtsOf = (changed: readonly CalendarDay[], known: readonly CalendarDay[] | null = null) =>
    noticeDoubts({ year: 2022, days: changed, source: '' }, known, { years: [], county: [] });

  it('are none of what ships', () => {
    expect(doubtsOf(days, days)).toEqual([]);
  });

  it('name the holidays that are missing', () => {
    const doubts = doubtsOf(days.filter(({ name }) => name !== '端午' && name !== '中秋'));
    expect(doubts[0]).toContain('“端午节”“中秋节”');
  });

  it('name a make-up day that is worked anyway', () => {
    const doubts = doubtsOf([...days, { day: '2022-03-02', kind: 'work', name: '春节' }]);
    expect(doubts).toEqual([expect.stringContaining('2022年3月2日')]);
  });

  it('name a day far from the year', () => {
    const doubts = doubtsOf([...days, { day: '2021-03-06', kind: 'work', name: '春节' }]);
    expect(doubts).toEqual([expect.stringContaining('离2022年太远')]);
  });

  it('name a number of working days that no year had', () => {
    const doubts = doubtsOf(days.filter(({ kind }) => kind === 'work'));
    expect(doubts.join()).toContain('个工作日');
  });

  it('name each day that differs from what is known, however the weekends are written', () => {
    const known = days.filter(({ day }) => day !== '2022-04-03' && day !== '2022-04-24');
    expect(doubtsOf(days, known)).toEqual(['与已载入的2022年安排不同：2022年4月24日，原来没有写，这次上班。']);
  });
});

function readText(text: string, known: KnownDays = NONE): ReadNotice {
  const read = readNoticeText(text, '粘贴的通知', known);
  if (read === null) throw new Error('nothing was read');
  return read;
}

/** The year as it stands in the end: with the adjustment that followed its notice. */
function whole(year: number): ReadNotice {
  const later = year === 2019 ? ADJUSTED_2019 : year === 2020 ? EXTENDED_2020 : null;
  const read = readText(NOTICES[year] ?? '');
  return later === null ? read : readText(later, () => read.notice.days);
}

function daysOf(days: readonly CalendarDay[]): string[][] {
  return days.map(({ day, kind }) => [day, kind]);
}

function published(year: number): string[][] {
  const { off = '', work = '' } = PUBLISHED[year] ?? {};
  return tableOf(year, off, work);
}

/** `-1230–0101 0405` of a year, `-` being the December before. */
function tableOf(year: number, off: string, work: string): string[][] {
  const dayOf = (text: string) => {
    const digits = text.replace('-', '');
    return `${text.startsWith('-') ? year - 1 : year}-${digits.slice(0, 2)}-${digits.slice(2)}`;
  };
  const spread = (text: string, kind: string) =>
    text
      .split(' ')
      .filter((part) => part !== '')
      .flatMap((part) => {
        const [from = '', to = from.replace('-', '')] = part.split('–');
        const days: string[][] = [];
        const end = part.includes('–') ? dayOf(to) : dayOf(from);
        for (let day = dayOf(from); day <= end; day = addDays(day, 1)) days.push([day, kind]);
        return days;
      });
  return [...spread(off, 'off'), ...spread(work, 'work')].sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}

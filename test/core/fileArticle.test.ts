import { describe, expect, it } from 'vitest';
import type { Article } from '../../electron/contract/sheets.ts';
import { scheduleOf } from '../../electron/core/arrivalPeriod.ts';
import { createCalendar } from '../../electron/core/calendar.ts';
import { type ArticleFacts, routeArticle } from '../../electron/core/fileArticle.ts';
import { createUnitMatcher } from '../../electron/core/unitNames.ts';
import { settings } from './sampleDesk.ts';
import { DESK } from './sheetOf.ts';

const ZERO = new Set(['000-02', '000-05', '000-06', '000-09']);
const desk = {
  matcher: createUnitMatcher(DESK.units, DESK.county),
  units: DESK.units,
  templates: DESK.templates,
  duties: DESK.duties.map((duty) => ({ ...duty, takesStatements: ZERO.has(duty.id) })),
  calendar: createCalendar(),
};

/** Where a paper goes, in short: `xx-dsz 000-14 2022-04 article`. */
function routed(
  name: string,
  text: string | null,
  more: Partial<ArticleFacts> = {},
  about: Partial<Article> = {},
): string {
  const article = text === null ? null : { title: text.split('\n')[0] ?? '', day: null, text, ...about };
  const facts = { name, article, mail: null, senderUnit: null, receivedAt: '2022-04-29T16:00', answer: {}, ...more };
  const { unit, duty, period, kind } = routeArticle(facts, desk);
  return [unit?.id ?? '?', duty?.id ?? '?', period ?? '?', kind].join(' ');
}

const mail = (sender: string, subject = '') => ({ sender, subject, sentAt: null });

describe('the unit of a paper', () => {
  it.each([
    ['its title', '1.docx', '丹水镇4月诚信宣传报道', {}, 'xx-dsz'],
    ['its name', '西峡县丹水镇人民政府4月诚信宣传.pdf', null, {}, 'xx-dsz'],
    ['the folder around it', '丹水镇/4月诚信宣传.pdf', null, {}, 'xx-dsz'],
    ['its signature', '1.docx', '4月诚信宣传报道\n正文。\n丹水镇人民政府', {}, 'xx-dsz'],
    ['the name of the sender', '1.docx', '4月诚信宣传报道', { mail: mail('丹水镇 <a@b.cn>') }, 'xx-dsz'],
    [
      'the address of the sender',
      '1.docx',
      '4月诚信宣传报道',
      { mail: mail('a@b.cn'), senderUnit: 'xx-dsz' },
      'xx-dsz',
    ],
    ['its first line where all else is silent', '1.docx', '4月诚信宣传报道\n4月12日，丹水镇举行活动。', {}, 'xx-dsz'],
    [
      'what title and sender share',
      '1.docx',
      '丹水镇联合回车镇开展4月诚信宣传',
      { senderUnit: 'xx-hcz', mail: mail('x') },
      'xx-hcz',
    ],
    ['nothing: title and sender differ', '1.docx', '丹水镇4月诚信宣传', { senderUnit: 'xx-hcz', mail: mail('x') }, '?'],
    ['nothing: two in the title', '1.docx', '丹水镇联合回车镇开展4月诚信宣传', {}, '?'],
    ['nothing: another county', '1.docx', '淅川县市场监督管理局4月诚信宣传', {}, '?'],
  ])('is known by %s', (_how, name, text, more, unit) => {
    expect(routed(name, text, more).split(' ')[0]).toBe(unit);
  });
});

describe('the duty of a paper', () => {
  it.each([
    ['丹水镇4月诚信宣传.docx', '稿件', '000-14'],
    ['丹水镇4月联合惩戒典型案例.docx', '稿件', '000-09'],
    ['丹水镇4月信用报告应用.docx', '稿件', '000-06'],
    ['丹水镇4月联合惩戒诚信宣传.docx', '稿件', '?'],
    ['丹水镇4月.docx', '稿件\n文中提到守信激励和诚信宣传。', '?'],
  ])('of %s: %s is %s', (name, text, duty) => {
    expect(routed(name, text).split(' ')[1]).toBe(duty);
  });
});

describe('the period of a paper', () => {
  it.each([
    ['丹水镇2022年3月诚信宣传.docx', null, '2022-03'],
    ['3月/丹水镇诚信宣传.docx', null, '2022-03'],
    ['丹水镇诚信宣传20220311.docx', null, '2022-03'],
    ['丹水镇诚信宣传.docx', '2022-02-11', '2022-02'],
    ['丹水镇3月诚信宣传.docx', '2022-04-02', '2022-03'],
    ['丹水镇诚信宣传.docx', null, '?'],
    ['丹水镇2022年6月诚信宣传.docx', null, '?'],
    ['丹水镇诚信宣传.docx', '2022-06-01', '?'],
  ])('of %s, dated %s, is %s', (name, day, period) => {
    expect(routed(name, '稿件', {}, { day }).split(' ')[2]).toBe(period);
  });
});

describe('the kind of a paper', () => {
  it.each([
    ['丹水镇4月诚信宣传.docx', '稿件', 'xx-dsz 000-14 2022-04 article'],
    ['丹水镇4月诚信宣传照片.jpg', null, 'xx-dsz 000-14 2022-04 paper'],
    ['丹水镇4月诚信宣传“无烟校园”活动.docx', '稿件', 'xx-dsz 000-14 2022-04 article'],
    ['市监局2022年4月行政处罚决定书.docx', '决定书', 'xx-scjgj 000-02 ? paper'],
    ['市监局4月联合惩戒案例零报送.docx', '本月未产生联合惩戒案例。', 'xx-scjgj 000-09 2022-04 statement'],
    [
      '市监局4月信用报告应用情况说明.docx',
      '情况说明\n本月我局没有信用报告应用案例。',
      'xx-scjgj 000-06 2022-04 statement',
    ],
    ['市监局4月联合惩戒情况说明.docx', '情况说明\n本月因系统故障迟报。', 'xx-scjgj 000-09 2022-04 paper'],
    ['市监局第17周无双公示信息.pdf', null, 'xx-scjgj 000-02 2022-W17 statement'],
    [
      '零报送.docx',
      '情况说明\n本周我局未产生行政许可信息。\n西峡县市场监督管理局',
      'xx-scjgj 000-02 2022-W17 statement',
    ],
  ])('of %s is told', (name, text, expected) => {
    expect(routed(name, text)).toBe(expected);
  });

  it('of an answered mail is not told by the letter quoted below', () => {
    const text = '收到，谢谢！\n-----原始邮件-----\n发件人：信用办\n请报送情况说明，本周无信息的零报送。';
    expect(routed('回复.eml', text, { mail: mail('市监局 <a@b.cn>') }, { title: '回复' })).toBe('xx-scjgj ? ? paper');
  });

  it.each([
    [{ fileAs: 'statement' as const }, 'xx-dsz 000-14 2022-04 statement'],
    [{ unit: 'xx-hcz', period: '2022-02' }, 'xx-hcz 000-14 2022-02 article'],
    [{ duty: '000-09' }, 'xx-dsz 000-09 2022-04 article'],
  ])('and its place are as the clerk says: %j', (answer, expected) => {
    expect(routed('丹水镇4月诚信宣传.docx', '稿件', { answer })).toBe(expected);
  });
});

describe('the period of a paper of a duty about the month before', () => {
  const due = { rule: 'day-of-next-month', day: 5, time: '18:00' } as const;
  const schedule = scheduleOf({ cadence: 'monthly', due, kind: 'scheduled' }, settings);
  const later = { ...desk, duties: desk.duties.map((one) => (one.id === '000-05' ? { ...one, schedule } : one)) };
  const periodOf = (title: string, day: string | null) => {
    const article = { title, day, text: `${title}\n${title}。\n丹水镇人民政府` };
    const facts = { name: '1.docx', article, mail: null, senderUnit: null, receivedAt: '2022-05-09T16:00', answer: {} };
    return routeArticle(facts, later).period ?? '?';
  };

  it.each([
    ['信用承诺情况说明：未产生信息', '2022-05-03', '2022-04'],
    ['信用承诺情况说明：未产生信息', '2022-04-30', '?'],
    ['信用承诺情况说明：4月未产生信息', '2022-05-03', '2022-04'],
    ['信用承诺情况说明：本月未产生信息', '2022-05-03', '?'],
    ['信用承诺情况说明：未产生信息', null, '?'],
  ])('“%s” written %s: %s', (title, day, period) => {
    expect(periodOf(title, day)).toBe(period);
  });
});

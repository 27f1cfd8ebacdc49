import { describe, expect, it } from 'vitest';
import {
  type CircularDocument,
  type CircularParagraph,
  type CircularTable,
  PLAIN_FORM,
} from '../../electron/contract/circulars.ts';
import { composeCorrection, toldBy } from '../../electron/core/correctionNotice.ts';
import { findCorrections } from '../../electron/core/corrections.ts';
import { numberDocument } from '../../electron/core/numberDocument.ts';
import { leftToPeople } from '../../electron/core/textCorrections.ts';
import { SAMPLE_OFFICE } from './circularSample.ts';

const second = (key: string, text: string): CircularParagraph => ({ key, level: 'second', text });
const body = (key: string, text: string): CircularParagraph => ({ key, level: 'body', text });
const third = (key: string, text: string): CircularParagraph => ({ key, level: 'third', text });

function ranking(rows: CircularTable['rows'], titles = ['名次', '单位', '上报率']): CircularTable {
  const columns = titles.map((title) => ({ title, align: 'center' as const, width: 1 }));
  return { key: 'ranking', label: '附件1', caption: '排名表', columns, rows, note: '', landscape: false };
}

function paper(paragraphs: readonly CircularParagraph[], tables: readonly CircularTable[] = []): CircularDocument {
  return {
    ...{ period: '2022-04', asOf: '2022-05-05T09:00', form: PLAIN_FORM, letterhead: '', documentNo: '测〔2022〕6号' },
    ...{ title: `${SAMPLE_OFFICE.office}关于4月工作的通报`, addressee: '各单位', signature: SAMPLE_OFFICE.office },
    introduction: [body('intro', '现将有关情况通报如下：')],
    sections: [{ key: 'section/a', heading: '基本情况', paragraphs }],
    ...{ tables, date: '2022年5月5日', remark: '', copyTo: [], issuer: '' },
  };
}

/** Differences of a paper that was printed as composed. */
function between(composed: CircularDocument, now: CircularDocument, printed = composed) {
  return findCorrections({ printed: numberDocument(printed), composed, now }).map(
    ({ place, before, after }) => `${place}｜${before}｜${after}`,
  );
}

const text = [second('a', '总体情况'), body('a/1', '已报3次。'), third('a/2', '信用承诺0条。')];
const changed = (key: string, words: string) => text.map((one) => (one.key === key ? { ...one, text: words } : one));

describe('corrections of the text', () => {
  it.each([
    ['nothing', text, []],
    ['a paragraph that reads otherwise', changed('a/1', '已报4次。'), ['一（一）总体情况｜已报3次。｜已报4次。']],
    [
      'a listed one, without its number',
      changed('a/2', '信用承诺2条。'),
      ['一（一）总体情况｜信用承诺0条。｜信用承诺2条。'],
    ],
    ['one that is no longer said', text.slice(0, 2), ['一（一）总体情况｜信用承诺0条。｜']],
    ['one that is new', [...text, body('a/3', '另有1条。')], ['一（一）总体情况｜｜另有1条。']],
    [
      'several, as the paper reads',
      [text[0] ?? second('a', ''), body('a/0', '另有2条。'), body('a/1', '已报4次。'), third('a/2', '信用承诺2条。')],
      [
        '一（一）总体情况｜｜另有2条。',
        '一（一）总体情况｜已报3次。｜已报4次。',
        '一（一）总体情况｜信用承诺0条。｜信用承诺2条。',
      ],
    ],
    ['only an order that changed', [...text].reverse(), []],
  ])('%s', (_, now, found) => {
    expect(between(paper(text), paper(now))).toEqual(found);
  });

  it('keep the words of a clerk and exchange the figure in them, and pass over what was struck out or written right already', () => {
    const now = paper(changed('a/1', '已报4次。'));
    expect(between(paper(text), now, paper(changed('a/1', '本月已报3次。请抓紧。')))).toEqual([
      '一（一）总体情况｜本月已报3次。请抓紧。｜本月已报4次。请抓紧。',
    ]);
    expect(between(paper(text), now, paper(changed('a/1', '已报4次。')))).toEqual([]);
    expect(between(paper(text), now, paper(text.filter(({ key }) => key !== 'a/1')))).toEqual([]);
  });

  it.each([
    ['worded so that the figure no longer stands in it', changed('a/1', '报了三次。'), changed('a/1', '已报4次。')],
    [
      'the data no longer make',
      changed('a/1', '已报3次，请抓紧。'),
      [text[0] ?? second('a', ''), body('a/none', '无。')],
    ],
  ])('leave to people what a clerk wrote that is %s', (_, written, today) => {
    const [composed, now] = [paper(text.slice(0, 2)), paper(today.slice(0, 2))];
    const printed = numberDocument(paper(written.slice(0, 2)));
    expect(between(composed, now, paper(written.slice(0, 2)))).toEqual([]);
    expect(leftToPeople({ printed, composed, now })).toEqual(['一（一）总体情况']);
  });

  it('put 无 in the place of what is gone, and the first of what is new in the place of 无', () => {
    const none = paper([second('a', '总体情况'), body('a/none', '无。')]);
    const at = '一（一）总体情况';
    expect(between(paper(text), none)).toEqual([`${at}｜已报3次。｜无。`, `${at}｜信用承诺0条。｜`]);
    expect(between(none, paper(text))).toEqual([`${at}｜无。｜已报3次。`, `${at}｜｜信用承诺0条。`]);
  });
});

const rows = [
  ['1', '教体局', '100%'],
  ['2', '财政局', '50%'],
];
describe('corrections of an annex', () => {
  it.each([
    ['nothing', rows, []],
    ['a cell', [['1', '教体局', '90%'], rows[1] ?? []], ['附件1 第1行（教体局） 上报率｜100%｜90%']],
    [
      'rows that changed places',
      [
        ['1', '财政局', '100%'],
        ['2', '教体局', '100%'],
      ],
      [
        '附件1 第1行（教体局） 名次｜1｜2',
        '附件1 第2行（财政局） 名次｜2｜1',
        '附件1 第2行（财政局） 上报率｜50%｜100%',
      ],
    ],
    ['a row that is gone', rows.slice(0, 1), ['附件1 第2行（财政局）｜2，财政局，50%｜']],
    ['a row that is new', [...rows, ['3', '公安局', '0%']], ['附件1｜｜3，公安局，0%']],
  ])('%s', (_, now, found) => {
    expect(between(paper([], [ranking(rows)]), paper([], [ranking(now)]))).toEqual(found);
  });

  it('do not list the numbers of lines that only moved up, and pair rows of one name in their order', () => {
    const titles = ['序号', '单位', '问题'];
    const list = (...problems: string[]) =>
      ranking(
        problems.map((problem, index) => [`${index + 1}`, '教体局', problem]),
        titles,
      );
    expect(between(paper([], [list('甲', '乙', '丙')]), paper([], [list('乙', '丁')]))).toEqual([
      '附件1 第1行（教体局） 问题｜甲｜丁',
      '附件1 第3行（教体局）｜3，教体局，丙｜',
    ]);
  });

  const OWED_TITLES = ['报送事项', '报送期', '情形', '家数', '单位名单'];
  const owed = (...lines: readonly string[]): CircularTable => ({
    ...ranking(
      lines.map((line) => line.split(' ')),
      OWED_TITLES,
    ),
    key: 'missing',
  });
  it.each<[string, CircularTable, CircularTable, string[]]>([
    [
      'one unit sends late: the row of the others is the same, its own is new',
      owed('双公示 第13周 未报送 2 科技局、统计局', '双公示 第15周 未报送 1 财政局', '双公示 第16周 迟报 1 科技局'),
      owed(
        '双公示 第13周 未报送 1 统计局',
        '双公示 第15周 未报送 1 财政局',
        '双公示 第13周 迟报 1 科技局',
        '双公示 第16周 迟报 1 科技局',
      ),
      [
        '附件1 第1行（双公示） 家数｜2｜1',
        '附件1 第1行（双公示） 单位名单｜科技局、统计局｜统计局',
        '附件1｜｜双公示，第13周，迟报，1，科技局',
      ],
    ],
    [
      'all send late',
      owed('双公示 第13周 未报送 1 科技局', '双公示 第14周 未报送 1 科技局'),
      owed('双公示 第14周 未报送 1 科技局', '双公示 第13周 迟报 1 科技局'),
      ['附件1 第1行（双公示） 情形｜未报送｜迟报'],
    ],
    [
      'a list goes on in further rows, of which there are fewer now',
      owed(
        '双公示 4月 未报送 5 甲局、乙局',
        '双公示 4月 未报送 续 丙局、丁局',
        '双公示 4月 未报送 续 戊局',
        '台账 4月 未报送 1 甲局',
      ),
      owed('双公示 4月 未报送 4 甲局、丙局', '双公示 4月 未报送 续 丁局、戊局', '台账 4月 未报送 1 乙局'),
      [
        '附件1 第1行（双公示） 家数｜5｜4',
        '附件1 第1行（双公示） 单位名单｜甲局、乙局、丙局、丁局、戊局｜甲局、丙局、丁局、戊局',
        '附件1 第4行（台账） 单位名单｜甲局｜乙局',
      ],
    ],
    [
      'the same list is only broken otherwise',
      owed('双公示 4月 未报送 3 甲局、乙局', '双公示 4月 未报送 续 丙局'),
      owed('双公示 4月 未报送 3 甲局、乙局、丙局'),
      [],
    ],
  ])('go by duty, period and standing where %s', (_name, then, now, found) => {
    expect(between(paper([], [then]), paper([], [now]))).toEqual(found);
  });

  it('go by file and row of a record', () => {
    const titles = ['序号', '单位', '文件', '行号', '问题'];
    const list = (...lines: string[]) => ({
      ...ranking(
        lines.map((line, index) => [`${index + 1}`, ...line.split(' ')]),
        titles,
      ),
      key: 'quality',
    });
    const then = list('教体局 a.xlsx 6 甲', '教体局 a.xlsx 7 乙');
    expect(between(paper([], [then]), paper([], [list('教体局 a.xlsx 7 丙')]))).toEqual([
      '附件1 第1行（教体局）｜1，教体局，a.xlsx，6，甲｜',
      '附件1 第2行（教体局） 问题｜乙｜丙',
    ]);
  });

  it('list the rows of an annex that is gone or new', () => {
    const without = paper([], []);
    const withOne = paper([], [ranking(rows.slice(0, 1))]);
    expect(between(withOne, without)).toEqual(['附件1 第1行（教体局）｜1，教体局，100%｜']);
    expect(between(without, withOne)).toEqual(['附件《排名表》｜｜1，教体局，100%']);
  });
});

describe('the notice that corrects', () => {
  const original = numberDocument(paper(text, [ranking(rows)]));
  const now = paper(changed('a/1', '已报4次，“零报”1次。'), [ranking([['1', '教体局', '90%']])]);
  const corrections = findCorrections({ printed: original, composed: paper(text, [ranking(rows)]), now });
  const compose = (told: readonly string[] = []) =>
    composeCorrection({
      ...{ office: SAMPLE_OFFICE, original, corrections, now: now.tables, told: new Set(told), form: PLAIN_FORM },
      ...{ asOf: '2022-05-20T09:00', date: '2022-05-20' },
    });
  const items = (document: CircularDocument) =>
    document.sections.map(({ heading, paragraphs }) => [heading, ...paragraphs.map((one) => one.text)]);

  it('repeats no number of a person from an older paper', () => {
    const told = paper([second('a', '总体情况'), body('a/1', '“身份证号码”的“41132319751117941”有误。')]);
    const printed = numberDocument(told);
    const mended = paper([second('a', '总体情况'), body('a/1', '无。')]);
    const notice = composeCorrection({
      ...{ office: SAMPLE_OFFICE, original: printed, now: [], told: new Set<string>(), form: PLAIN_FORM },
      ...{ asOf: '2022-05-20T09:00', date: '2022-05-20' },
      corrections: findCorrections({ printed, composed: told, now: mended }),
    });
    expect(JSON.stringify(items(notice))).toContain('411323***********');
    expect(JSON.stringify(items(notice))).not.toContain('1975');
  });

  it('quotes before and after, by the text and each annex', () => {
    const notice = compose();
    expect(notice.title).toBe(`${SAMPLE_OFFICE.office}关于更正《关于4月工作的通报》有关内容的通知`);
    expect(notice.introduction[0]?.text).toBe(
      '现将2022年5月5日印发的《关于4月工作的通报》（测〔2022〕6号）有关内容更正如下：',
    );
    expect(items(notice)).toEqual([
      ['正文', '“一（一）总体情况”中，原“已报3次”更正为“已报4次，‘零报’1次”。'],
      [
        '附件1《排名表》',
        '第1行（教体局），“上报率”原“100%”更正为“90%”。',
        '第2行（财政局），原“2，财政局，50%”删去。',
        '除上述更正外，原文其他内容不变。',
      ],
    ]);
  });

  it('has a key for every item, each its own', () => {
    const keys = compose().sections.flatMap((section) => section.paragraphs.map(({ key }) => key));
    expect(keys).toEqual(['correct/a/1', 'correct/ranking/教体局', 'correct/ranking/财政局', 'correct/rest']);
  });

  it('does not say again what was said', () => {
    const told = items(compose()).flat();
    expect(compose(told).sections).toEqual([]);
  });

  it('takes back an annex that is gone as a whole, once, and numbers no list of one thing', () => {
    const then = paper([], [ranking(Array.from({ length: 12 }, (_, i) => [`${i + 1}`, `单位${i}`, '50%']))]);
    const original = numberDocument(then);
    const input = {
      ...{ office: SAMPLE_OFFICE, original, now: [], form: PLAIN_FORM },
      ...{ corrections: findCorrections({ printed: original, composed: then, now: paper([]) }) },
      ...{ asOf: '2022-05-20T09:00', date: '2022-05-20' },
    };
    const notice = composeCorrection({ ...input, told: new Set() });
    expect(items(numberDocument(notice))).toEqual([
      ['一、附件1《排名表》', '附件1全部删去。', '除上述更正外，原文其他内容不变。'],
    ]);
    const told = new Set(toldBy(['附件1全部删去。'], []));
    expect(composeCorrection({ ...input, told }).sections).toEqual([]);
  });

  it('prints an annex anew where many rows of it are corrected, and not twice', () => {
    const many = (rate: string) => ranking(Array.from({ length: 11 }, (_, i) => [`${i + 1}`, `单位${i}`, rate]));
    const [then, today] = [paper([], [many('50%')]), paper([], [many('60%')])];
    const printed = numberDocument(then);
    const found = findCorrections({ printed, composed: then, now: today });
    const input = {
      ...{ office: SAMPLE_OFFICE, original: printed, corrections: found, now: today.tables, form: PLAIN_FORM },
      ...{ asOf: '2022-05-20T09:00', date: '2022-05-20' },
    };
    const notice = composeCorrection({ ...input, told: new Set() });
    expect(items(notice)).toEqual([
      ['附件1《排名表》', '更正的内容较多，以本通知附件为准。', '除上述更正外，原文其他内容不变。'],
    ]);
    expect(notice.tables).toEqual([{ ...many('60%'), label: '附件' }]);
    const told = new Set(toldBy([], notice.tables));
    expect(composeCorrection({ ...input, told })).toMatchObject({ sections: [], tables: [] });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CircularDocument, ParagraphLevel } from '../../electron/contract/circulars.ts';
import type { PaperEdit } from '../../electron/contract/papers.ts';
import { composeDraft } from '../../electron/core/circular.ts';
import { applyEdits } from '../../electron/core/paperEdits.ts';
import { sampleCell, sampleInput, sampleMonth, sampleUnits } from './circularSample.ts';

const draft = composeDraft(sampleMonth(12));
/** The same paper when other data came. */
const later = composeDraft(sampleMonth(30));
/** … and when hardly anything was left to say. */
const calm = composeDraft(sampleInput(sampleUnits(2), [sampleCell('u0', 'd02', '2022-W17', 'reported', 3)]));

const keysOf = ({ introduction, sections }: CircularDocument): string[] => [
  ...introduction.map(({ key }) => key),
  ...sections.flatMap(({ key, paragraphs }) => [key, ...paragraphs.map((paragraph) => paragraph.key)]),
];
const textOf = (document: CircularDocument, wanted: string): string | undefined =>
  [...document.introduction, ...document.sections.flatMap(({ paragraphs }) => paragraphs)].find(
    ({ key }) => key === wanted,
  )?.text ?? document.sections.find(({ key }) => key === wanted)?.heading;
const composed = (key: string): string => textOf(draft, key) ?? '';

describe('the keys of a draft', () => {
  it('are one per block, and the same when other data are composed', () => {
    const keys = keysOf(draft);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(
      expect.arrayContaining(['intro', 'section/problems', 'overview', 'missing/d02', 'demand/2/text']),
    );
    const shared = keysOf(later).filter((key) => keys.includes(key));
    expect(keys.filter((key) => shared.includes(key))).toEqual(shared);
  });
});

describe('edits', () => {
  it('change a text, which is marked and has no figures where no number stands', () => {
    const base = composed('overview/total');
    const { document, marks } = applyEdits(draft, [{ edit: 'replace', key: 'overview/total', text: '新文字。', base }]);
    const paragraph = document.sections[0]?.paragraphs.find(({ key }) => key === 'overview/total');
    expect(paragraph).toEqual({ key: 'overview/total', level: 'body', text: '新文字。' });
    expect(marks).toEqual([{ key: 'overview/total', state: 'edited', composed: base, base, text: '新文字。' }]);
  });

  it('stand when the data change, and both texts are told', () => {
    const base = composed('overview/total');
    const { document, marks } = applyEdits(later, [{ edit: 'replace', key: 'overview/total', text: '手改。', base }]);
    expect(textOf(document, 'overview/total')).toBe('手改。');
    const now = textOf(later, 'overview/total');
    expect(marks).toEqual([{ key: 'overview/total', state: 'stale', composed: now, base, text: '手改。' }]);
  });

  it('are told with their text when what they changed is no longer composed', () => {
    const edit: PaperEdit = { edit: 'replace', key: 'missing/d02', text: '手改。', base: composed('missing/d02') };
    const { document, marks } = applyEdits(calm, [edit]);
    expect(document).toEqual(calm);
    expect(marks).toEqual([{ key: 'missing/d02', state: 'gone', composed: '', base: edit.base, text: '手改。' }]);
  });

  it('take a block out, and tell when its data changed since', () => {
    const edit: PaperEdit = { edit: 'remove', key: 'overview/total', base: composed('overview/total') };
    const now = applyEdits(draft, [edit]);
    expect(textOf(now.document, 'overview/total')).toBeUndefined();
    expect(now.marks[0]?.state).toBe('removed');
    const then = applyEdits(later, [edit]);
    expect(textOf(then.document, 'overview/total')).toBeUndefined();
    expect(then.marks[0]).toMatchObject({ state: 'stale', composed: textOf(later, 'overview/total'), text: '' });
  });

  it('add paragraphs and sections where they were put, the last one next to its anchor', () => {
    const { document, marks } = applyEdits(draft, [
      { edit: 'insert', key: 'own/1', after: 'overview', level: 'body', text: '甲' },
      { edit: 'insert', key: 'own/2', after: 'overview', level: 'body', text: '乙' },
      { edit: 'insert', key: 'own/3', after: 'introduction', level: 'body', text: '丙' },
      { edit: 'insertSection', key: 'own/s', after: 'section/basics', text: '有关说明' },
      { edit: 'insert', key: 'own/4', after: 'own/s', level: 'third', text: '丁' },
    ]);
    const keys = keysOf(document);
    expect(keys.slice(0, 6)).toEqual(['own/3', 'intro', 'section/basics', 'overview', 'own/2', 'own/1']);
    expect(keys.slice(keys.indexOf('own/s'), keys.indexOf('section/problems') + 1)).toEqual([
      'own/s',
      'own/4',
      'section/problems',
    ]);
    expect(marks.map(({ state }) => state)).toEqual(Array(5).fill('own'));
  });

  it('move a paragraph to another section, and a section with all that is in it', () => {
    const { document, marks } = applyEdits(draft, [
      { edit: 'move', key: 'overview/clocks', after: 'demand/1/text' },
      { edit: 'move', key: 'section/problems', after: 'introduction' },
    ]);
    expect(document.sections.map(({ key }) => key)).toEqual(['section/problems', 'section/basics', 'section/next']);
    const keys = keysOf(document);
    expect(keys[keys.indexOf('demand/1/text') + 1]).toBe('overview/clocks');
    expect(keys.indexOf('missing')).toBe(2);
    expect(marks.map(({ key, state }) => `${key} ${state}`).sort()).toEqual([
      'overview/clocks moved',
      'section/problems moved',
    ]);
  });

  it('swap two paragraphs by moving each behind the other', () => {
    const { document } = applyEdits(draft, [
      { edit: 'move', key: 'overview/total', after: 'overview/records' },
      { edit: 'move', key: 'overview/records', after: 'overview/total' },
    ]);
    const keys = keysOf(document);
    expect(keys.indexOf('overview/records')).toBe(keys.indexOf('overview/total') + 1);
  });

  it('put an own paragraph where the moved one stood that then went behind it', () => {
    const { document } = applyEdits(draft, [
      { edit: 'insert', key: 'own/1', after: 'overview/total', level: 'body', text: '甲' },
      { edit: 'move', key: 'overview/total', after: 'own/1' },
    ]);
    const keys = keysOf(document);
    expect(keys.slice(keys.indexOf('overview'), keys.indexOf('overview') + 3)).toEqual([
      'overview',
      'own/1',
      'overview/total',
    ]);
  });

  it('keep an own paragraph in its part when its anchor is no longer composed', () => {
    const edits: PaperEdit[] = [{ edit: 'insert', key: 'own/1', after: 'missing/d02', level: 'body', text: '甲' }];
    const keys = keysOf(applyEdits(calm, edits).document);
    expect(keys.slice(keys.indexOf('missing'), keys.indexOf('late'))).toEqual(['missing', 'missing/none', 'own/1']);
  });

  it('change texts outside the paragraphs, 抄送 by its names', () => {
    const { document, marks } = applyEdits(draft, [
      { edit: 'replace', key: 'addressee', text: '各成员单位', base: draft.addressee },
      { edit: 'replace', key: 'copyTo', text: '县纪委监委，县委、县政府督查局', base: draft.copyTo.join('，') },
      { edit: 'remove', key: 'remark', base: draft.remark },
      { edit: 'replace', key: 'title', text: ' ', base: draft.title },
    ]);
    expect(document).toMatchObject({
      addressee: '各成员单位',
      copyTo: ['县纪委监委', '县委、县政府督查局'],
      remark: '',
      title: draft.title,
    });
    expect(marks.map(({ key, state }) => [key, state])).toEqual([
      ['addressee', 'edited'],
      ['remark', 'removed'],
      ['copyTo', 'edited'],
    ]);
  });

  it('tell what a clerk wrote in a section that was taken out', () => {
    const base = composed('overview/total');
    const { document, marks } = applyEdits(draft, [
      { edit: 'replace', key: 'overview/total', text: '手改。', base },
      { edit: 'insert', key: 'own/1', after: 'overview', level: 'body', text: '甲' },
      { edit: 'remove', key: 'section/basics', base: '基本情况' },
    ]);
    expect(document.sections.map(({ key }) => key)).toEqual(['section/problems', 'section/next']);
    expect(marks.map(({ key, state, text }) => [key, state, text])).toEqual(
      expect.arrayContaining([
        ['overview/total', 'gone', '手改。'],
        ['own/1', 'gone', '甲'],
        ['section/basics', 'removed', ''],
      ]),
    );
  });
});

describe('any edits', () => {
  const ownKeys = ['own/1', 'own/2', 'own/3', 'own/s'];
  const anchors = [...keysOf(draft), ...keysOf(later), 'introduction', 'nowhere', 'missing/d99', ...ownKeys];
  const anyKey = fc.constantFrom(...keysOf(draft), ...keysOf(later), 'title', 'copyTo', 'missing/d99', ...ownKeys);
  const anchor = fc.constantFrom(...anchors);
  const level = fc.constantFrom<ParagraphLevel>('body', 'second', 'third', 'fourth');
  const text = fc.integer({ min: 1, max: 99 }).map((n) => `手改${n}号`);
  const base = fc.constantFrom('旧文', composed('overview/total'));
  const edit: fc.Arbitrary<PaperEdit> = fc.oneof(
    fc.record({ edit: fc.constant('replace' as const), key: anyKey, text, base }),
    fc.record({ edit: fc.constant('remove' as const), key: anyKey, base }),
    fc.record({
      edit: fc.constant('insert' as const),
      key: fc.constantFrom('own/1', 'own/2', 'own/3'),
      after: anchor,
      level,
      text,
    }),
    fc.record({ edit: fc.constant('insertSection' as const), key: fc.constant('own/s'), after: anchor, text }),
    fc.record({ edit: fc.constant('move' as const), key: anyKey, after: anchor }),
  );
  const edits = fc.array(edit, { maxLength: 14 });
  const data = fc.constantFrom(draft, later, calm);

  it('lose no text of a clerk, whatever the data say now', () => {
    fc.assert(
      fc.property(edits, data, (made, now) => {
        const { document, marks } = applyEdits(now, made);
        for (const key of new Set(made.map((one) => one.key))) {
          const own = made.filter((one) => one.key === key);
          const text = own.findLast((one) => one.edit === 'replace' || one.edit === 'remove');
          const added = own.findLast((one) => one.edit === 'insert' || one.edit === 'insertSection');
          // Taken out by the clerk, or a change of an own block that was never added.
          if (text?.edit === 'remove' && added === undefined) continue;
          const written = text?.edit === 'replace' ? text.text : added?.text;
          if (written === undefined) continue;
          const stands = textOf(document, key) ?? (key === 'title' ? document.title : document.copyTo.join('，'));
          const isTold = marks.some((mark) => mark.key === key && mark.text === written);
          expect([key, stands === written || isTold]).toEqual([key, true]);
        }
      }),
    );
  });

  it('lose and double no block of the data', () => {
    fc.assert(
      fc.property(edits, data, (made, now) => {
        const { document } = applyEdits(now, made);
        const keys = keysOf(document);
        expect(new Set(keys).size).toBe(keys.length);
        const isOut = new Set(made.filter((e) => e.edit === 'remove').map(({ key }) => key));
        if (now.sections.some(({ key }) => isOut.has(key)) || isOut.has('own/s')) return;
        expect(keys).toEqual(expect.arrayContaining(keysOf(now).filter((key) => !isOut.has(key))));
      }),
    );
  });

  it('say the same when they are put on twice, and nothing when they are dropped', () => {
    fc.assert(
      fc.property(edits, data, (made, now) => {
        expect(applyEdits(now, [...made, ...made])).toEqual(applyEdits(now, made));
        expect(applyEdits(now, [])).toEqual({ document: now, marks: [] });
      }),
    );
  });
});

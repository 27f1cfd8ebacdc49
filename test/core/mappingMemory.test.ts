import { describe, expect, it } from 'vitest';
import type { AnalyseContext, KnownMapping } from '../../electron/core/analysed.ts';
import { good, headerOf, sheetOf, tableOf, templateOf } from './sheetOf.ts';

const ID = 'publicity';
const FIELDS = templateOf(ID).columns.map((c) => c.id);
const row = FIELDS.map((field) => good(ID, 1)[field] ?? null);
const NAMES = headerOf(ID);
const at = (field: string): number => FIELDS.indexOf(field);

/** A table whose header says other words in some columns; `blank` columns before it. */
const table = (
  words: Readonly<Record<string, string>>,
  context: Partial<AnalyseContext> = {},
  blank = 0,
  order = FIELDS,
) => {
  const header = order.map((field) => words[field] ?? NAMES[at(field)] ?? '');
  const data = order.map((field) => row[at(field)] ?? null);
  return tableOf(sheetOf([['西峡县市场监督管理局2022年4月宣传'], header, data], { firstColumn: blank + 1 }), context);
};

/** What a commit would remember of a table answered so. */
const remembered = (
  words: Readonly<Record<string, string>>,
  columns: Readonly<Record<string, string | null>>,
  unit: string | null = 'xx-scjgj',
): KnownMapping => {
  const { memory, fingerprint, template } = table(words, { overrides: [{ file: '', columns }] });
  return { unit, template, fingerprint, headers: memory?.headers ?? [], columns: memory?.columns ?? {} };
};

const STRANGE = { title: '稿子叫什么' };
const fieldsOf = (one: ReturnType<typeof table>) => Object.fromEntries(one.columns.map((c) => [c.column, c.field]));
const MINE: ReadonlySet<string> = new Set(['mapped_from_memory', 'moved_column']);
const told = (one: ReturnType<typeof table>) => one.remarks.filter((remark) => MINE.has(remark.code));
const codes = (one: ReturnType<typeof table>) => told(one).map((remark) => remark.code);

describe('a remembered header line', () => {
  const own = remembered(STRANGE, { B: 'title' });

  it('is mapped as before where it says the very same', () => {
    const again = table(STRANGE, { mappings: [own] });
    expect([again.question, fieldsOf(again).B, codes(again)]).toEqual([null, 'title', ['mapped_from_memory']]);
    expect(again.memory?.usedMapping).toEqual({ unit: 'xx-scjgj' });
  });

  it('is found where the table begins in another column', () => {
    const again = table(STRANGE, { mappings: [own] }, 2);
    expect([again.question, fieldsOf(again).D, codes(again)]).toEqual([null, 'title', ['mapped_from_memory']]);
  });

  it.each([
    ['another word', { ...STRANGE, medium: '哪家媒体' }],
    ['another word in the mapped column', { title: '稿子' }],
  ])('is not applied to a line with %s', (_, words) => {
    const other = table(words, { mappings: [own] });
    expect([other.question?.code, codes(other)]).toEqual(['column_missing', []]);
  });

  it('does not give a column to what took its place', () => {
    const swapped = FIELDS.with(at('title'), 'theme').with(at('theme'), 'title');
    const other = table(STRANGE, { mappings: [own] }, 0, swapped);
    expect(fieldsOf(other).B).toBe('theme');
    expect(other.question?.code).toBe('column_missing');
    expect(other.question?.candidates[0]).toMatchObject({ value: 'D', choice: { columns: { D: 'title' } } });
    expect(other.question?.candidates[0]?.evidence).toContain('记忆');
    expect(told(other).map((r) => [r.code, r.severity, r.cell])).toEqual([['moved_column', 'verify', 'B2']]);
    expect(told(other)[0]?.message).toContain('“稿子叫什么”由 B 列移到 D 列');
  });

  it('yields to the clerk’s answer', () => {
    const answered = table(STRANGE, {
      mappings: [own],
      overrides: [{ file: '', columns: { B: 'theme', D: 'title' } }],
    });
    expect([fieldsOf(answered).B, fieldsOf(answered).D, codes(answered)]).toEqual(['theme', 'title', []]);
  });

  it('leaves out what the clerk left out', () => {
    const twice = { medium: '标题' };
    expect(table(twice).question?.code).toBe('column_ambiguous');
    const again = table(twice, { mappings: [remembered(twice, { B: 'title', F: null })] });
    expect([again.question, fieldsOf(again).B, fieldsOf(again).F]).toEqual([null, 'title', null]);
  });

  it('forgets fields that the template has no more', () => {
    const old = { ...own, columns: { B: 'gone' } };
    expect(table(STRANGE, { mappings: [old] }).question?.code).toBe('column_missing');
  });

  describe('of the office', () => {
    const office = { ...own, unit: null };
    const police = { ...own, unit: 'xx-gaj' };

    it('holds for a unit without one of its own, the own before it', () => {
      const general = table(STRANGE, { mappings: [police, office] });
      expect([general.question, general.memory?.usedMapping]).toEqual([null, { unit: null }]);
      const mine = remembered(STRANGE, { B: 'theme', D: 'title' });
      expect(fieldsOf(table(STRANGE, { mappings: [mine, office] })).D).toBe('title');
    });

    it('counts only while all units mean the same', () => {
      const differs = { ...remembered(STRANGE, { B: 'theme', D: 'title' }), unit: 'xx-slj' };
      expect(table(STRANGE, { mappings: [police, differs, office] }).question?.code).toBe('column_missing');
    });
  });

  it('that fits no template by its words is known all the same', () => {
    const words = Object.fromEntries(FIELDS.map((field, i) => [field, `项目${'甲乙丙丁戊己庚辛壬癸'[i]}`]));
    const columns = { B: 'title', C: 'publishedOn' };
    const overrides = [{ file: '', template: ID, columns }];
    const first = table(words, { overrides });
    expect(first.question).toBeNull();
    const mapping = {
      unit: 'xx-scjgj',
      template: ID,
      fingerprint: first.fingerprint,
      headers: first.memory?.headers ?? [],
      columns,
    };
    const again = table(words, { mappings: [mapping] });
    expect([again.template, again.question, fieldsOf(again).B, fieldsOf(again).C]).toEqual([
      ID,
      null,
      'title',
      'publishedOn',
    ]);
  });
});

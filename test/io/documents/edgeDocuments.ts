import type { CircularDocument } from '../../../electron/contract/circulars.ts';
import { composeCircular } from '../../../electron/core/circular.ts';
import { sampleCell, sampleInput, sampleUnits } from '../../core/circularSample.ts';
import { sampleDocument } from './sampleDocuments.ts';

/** Texts around the end of the first page, above an annex whose rows make LibreOffice guess its pages. */
export const SIGNED = Array.from({ length: 9 }, (_, index) => ({
  name: `signed below ${index + 7} lines`,
  lines: index + 7,
}));

/** A text of so many lines. */
export function signed(lines: number): CircularDocument {
  const document = sampleDocument({ units: 20, annexes: 2 });
  const paragraphs = Array.from({ length: lines }, (_, index) => ({
    key: `lines/${index}`,
    level: 'body' as const,
    text: `第${index + 1}段一行文字。`,
  }));
  return {
    ...document,
    remark: '',
    form: { ...document.form, redHead: false, seal: true },
    sections: [{ key: 'lines', heading: '一、情况', paragraphs }],
    tables: document.tables.slice(1),
  };
}

/** Plain letters that end near the foot of the first page, with copies and so with an imprint. */
export const LETTERS = Array.from({ length: 7 }, (_, index) => ({
  name: `letter of ${index + 4} lines`,
  lines: index + 4,
}));

/** A letter of so many lines. */
export function letter(lines: number): CircularDocument {
  return { ...signed(lines), tables: [], remark: '联系人：王某，联系电话：0377-00000000' };
}

/** A paragraph with many numbers in brackets. */
export const NUMBERS: CircularDocument = numbersInBrackets();

function numbersInBrackets(): CircularDocument {
  const text = `上报率低于60%的有${'自然资源局（20.00%）、科技局（0.00%）、'.repeat(12)}司法局（3.00%）。`;
  return { ...sampleDocument({ paragraphs: 0, annexes: 0 }), introduction: [{ key: 'low', level: 'body', text }] };
}

/** A table whose numbers are wider than its columns' shares. */
export const SCORES: CircularDocument = scores();

function scores(): CircularDocument {
  const document = sampleDocument({ units: 30, annexes: 1 });
  const [table] = document.tables;
  const columns = (table?.columns ?? []).map((column) =>
    ['应报', '合规率'].includes(column.title) ? { ...column, width: 3 } : column,
  );
  const rows = (table?.rows ?? []).map((row) => row.map((cell, index) => (index === 2 ? '1234.5' : cell)));
  return { ...document, tables: table === undefined ? [] : [{ ...table, columns, rows }] };
}

const ETHNIC = '积石山保安族东乡族撒拉族自治县社会信用体系建设工作领导小组办公室';
/** Names of offices that are too wide to share a line with the date. */
export const LONG_NAMES = [23, 24, 27, ETHNIC.length].map((length) => ({
  name: `an office of ${length} characters`,
  issuer: ETHNIC.slice(ETHNIC.length - length),
}));

/** Last annexes, wide and upright, whose rows end anywhere on the second to fourth of their pages. */
export const ENDS = [
  ...[4, 9, 10, 15].map((rows) => ({ rows, landscape: true, name: `${rows} rows of a wide annex` })),
  ...[20, 22, 48].map((rows) => ({ rows, landscape: false, name: `${rows} rows of an upright annex` })),
].map((end) => ({ ...end, document: ending(end) }));

function ending({ rows, landscape }: { readonly rows: number; readonly landscape: boolean }): CircularDocument {
  const document = sampleDocument({ units: rows, paragraphs: 0, annexes: 3 });
  const table = document.tables[landscape ? 2 : 0];
  return { ...document, tables: table === undefined ? [] : [{ ...table, label: '附件' }] };
}

/** Circulars as composed, of whose annex 2 one list names every unit; the longer without the room of short periods. */
export const ALL_OWE = [
  { name: '120 units that owe a month', units: 120, duty: 'd09', periods: ['2022-04'] },
  {
    name: '120 units that owe weeks apart',
    units: 120,
    duty: 'd02',
    periods: Array.from({ length: 8 }, (_, index) => `2022-W${10 + index * 2}`),
  },
].map(({ name, units: count, duty, periods }) => {
  const units = sampleUnits(count);
  const cells = units.flatMap(({ id }) => periods.map((period) => sampleCell(id, duty, period, 'missing')));
  const document = composeCircular(sampleInput(units, cells));
  const { label = '', columns = [], rows = [] } = document.tables.find(({ key }) => key === 'missing') ?? {};
  const shares = columns.map(({ width }) => width);
  const names = (156 * (shares.at(-1) ?? 0)) / shares.reduce((sum, share) => sum + share, 0);
  // `left`: where the column of names begins, in millimetres.
  return { name, document, label, parts: rows.map((row) => row.at(-1) ?? ''), left: 184 - names };
});

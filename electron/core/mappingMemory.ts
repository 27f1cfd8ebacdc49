import type { Remark } from '../contract/imports.ts';
import type { Template } from '../contract/templates.ts';
import { columnLetters, columnNumber } from './address.ts';
import type { KnownMapping } from './analysed.ts';
import { foldHeader } from './fold.ts';
import type { HeaderColumn } from './recogniseHeader.ts';

type Mapping = Readonly<Record<string, string | null>>;

/** A remembered mapping as it fits the table at hand. */
export interface Recalled {
  /** Column letter → field id, or null for one left out. */
  readonly columns: Mapping;
  /** The unit whose mapping it is; null: another unit's, taken for the whole office. */
  readonly unit: string | null;
}

/** Headers as folded, in their order: equal for two header lines that say the same, wherever the table begins. */
export function fingerprintOf(columns: readonly HeaderColumn[]): string {
  return columns
    .map((column) => foldHeader(column.header))
    .filter((header) => header !== '')
    .join('|');
}

/** Folded headers by place: the first is column A's, `''` where a column has none. */
export function headersByPlace(columns: readonly HeaderColumn[]): string[] {
  const headers: string[] = [];
  for (const { column, header } of columns) headers[column - 1] = foldHeader(header);
  return Array.from(headers, (header) => header ?? '');
}

interface RecallInput {
  readonly template: Template;
  readonly unit: string | null;
  /** The header line as found. */
  readonly columns: readonly HeaderColumn[];
}

/**
 * The mapping of the very same header line, the unit's own before the office's; null where there is none. The office's counts only where all units
 * that have one agree. A header line that differs in anything is another one: what stood in a column then may not stand there now.
 */
export function recallMapping(mappings: readonly KnownMapping[], input: RecallInput): Recalled | null {
  const fingerprint = fingerprintOf(input.columns);
  const same = mappings.filter((m) => m.template === input.template.id && m.fingerprint === fingerprint);
  const own = same.find((m) => m.unit !== null && m.unit === input.unit);
  const [first] = same;
  const isAgreed = same.every((m) => first && isSame(m, first));
  const mapping = own ?? (isAgreed ? same.find((m) => m.unit === null) : undefined);
  if (!mapping) return null;
  const columns = placed(mapping, input);
  return Object.keys(columns).length === 0 ? null : { columns, unit: own ? own.unit : null };
}

/** What of a remembered mapping the clerk's answers leave to it; null where that is nothing. */
export function unanswered(recalled: Recalled | null, answers: Mapping): Recalled | null {
  if (recalled === null) return null;
  const given = new Set(Object.values(answers));
  const columns = Object.fromEntries(
    Object.entries(recalled.columns).filter(
      ([letters, field]) => !(letters in answers) && (field === null || !given.has(field)),
    ),
  );
  return Object.keys(columns).length === 0 ? null : { ...recalled, columns };
}

/** The one template whose remembered mapping has these headers, for a header line that fits none by its words; null: none or several. */
export function recallTemplate(mappings: readonly KnownMapping[], headers: readonly string[]): string | null {
  const fingerprint = headers
    .map(foldHeader)
    .filter((header) => header !== '')
    .join('|');
  const templates = new Set(mappings.filter((m) => m.fingerprint === fingerprint).map((m) => m.template));
  const [only] = templates;
  return templates.size === 1 && fingerprint !== '' ? (only ?? null) : null;
}

/** What the memory says of a header elsewhere than in the very same line: a proposal, never applied. */
export function rememberedField(
  mappings: readonly KnownMapping[],
  { template, unit }: Pick<RecallInput, 'template' | 'unit'>,
  header: string,
): string | null {
  const folded = foldHeader(header);
  if (folded === '') return null;
  const ofTemplate = mappings.filter((m) => m.template === template.id);
  for (const mapping of [...ofTemplate.filter((m) => m.unit === unit), ...ofTemplate])
    for (const [letters, field] of Object.entries(mapping.columns))
      if (field !== null && mapping.headers[columnNumber(letters) - 1] === folded) return field;
  return null;
}

/** Warns of known headers that stand in another column than when this unit's mapping was remembered last. */
export function movedColumns(
  mappings: readonly KnownMapping[],
  { template, unit, columns }: RecallInput,
  headerRow: number,
): Remark | null {
  const last = mappings.find((m) => m.template === template.id && m.unit !== null && m.unit === unit);
  if (!last || last.fingerprint === fingerprintOf(columns)) return null;
  const moved = columns.flatMap(({ column, header, field }) => {
    const folded = foldHeader(header);
    const before = last.headers.indexOf(folded) + 1;
    const isOnce = before > 0 && last.headers.lastIndexOf(folded) === before - 1;
    const wasMapped = field !== null || columnLetters(before) in last.columns;
    return folded !== '' && isOnce && wasMapped && before !== column ? [{ column, header, before }] : [];
  });
  const [first] = moved;
  if (!first) return null;
  const shown = moved
    .slice(0, MOST_SHOWN)
    .map(({ column, header, before }) => `“${header}”由 ${columnLetters(before)} 列移到 ${columnLetters(column)} 列`);
  const more = moved.length > MOST_SHOWN ? ` 等 ${moved.length} 列` : '';
  return {
    code: 'moved_column',
    severity: 'verify',
    cell: `${columnLetters(first.column)}${headerRow}`,
    message: `表头与该单位上次的不同：${shown.join('，')}${more}。已按表头名称对应，没有套用上次的列对应，请核对。`,
  };
}

/** Says which columns were mapped as remembered, where names alone would have mapped them otherwise. */
export function recalledRemark(
  { columns, unit }: Recalled,
  template: Template,
  named: readonly HeaderColumn[],
  headerRow: number,
): Remark | null {
  const changed = Object.entries(columns).filter(
    ([letters, field]) => (named.find((c) => c.column === columnNumber(letters))?.field ?? null) !== field,
  );
  const [first] = changed;
  if (!first) return null;
  const shown = changed.map(([letters, field]) => {
    const header = named.find((c) => c.column === columnNumber(letters))?.header ?? '';
    const name = template.columns.find((c) => c.id === field)?.name;
    return `${letters} 列“${header}”${name === undefined ? '不作为字段' : `作为“${name}”`}`;
  });
  return {
    code: 'mapped_from_memory',
    severity: 'notice',
    cell: `${first[0]}${headerRow}`,
    message: `表头与${unit === null ? '本办' : '该单位'}以前确认过的完全相同，已按记忆对应：${shown.join('、')}。`,
  };
}

const MOST_SHOWN = 5;

const isSame = (a: KnownMapping, b: KnownMapping): boolean => sorted(placedAtA(a)) === sorted(placedAtA(b));
const sorted = (entries: readonly (readonly [number, string | null])[]): string =>
  JSON.stringify([...entries].sort((x, y) => x[0] - y[0]));

/** Columns counted from the table's first header, so that two tables that begin elsewhere compare. */
function placedAtA({ headers, columns }: KnownMapping): [number, string | null][] {
  const start = headers.findIndex((header) => header !== '') + 1;
  return Object.entries(columns).map(([letters, field]) => [columnNumber(letters) - start, field]);
}

/** The mapping moved to where its headers stand now: the n-th header is the n-th; a column without one keeps its distance from the first. */
function placed(mapping: KnownMapping, { template, columns }: RecallInput): Mapping {
  const headed = columns.filter((column) => foldHeader(column.header) !== '').map((column) => column.column);
  const start = mapping.headers.findIndex((header) => header !== '') + 1;
  const entries = Object.entries(mapping.columns).flatMap(([letters, field]): [string, string | null][] => {
    const column = columnNumber(letters);
    const isHeaded = (mapping.headers[column - 1] ?? '') !== '';
    const nth = mapping.headers.slice(0, column - 1).filter((header) => header !== '').length;
    const now = isHeaded ? headed[nth] : (headed[0] ?? start) + column - start;
    const isKnown = field === null || template.columns.some((c) => c.id === field);
    return now === undefined || now < 1 || !isKnown ? [] : [[columnLetters(now), field]];
  });
  return Object.fromEntries(entries);
}

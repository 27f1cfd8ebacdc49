import type { CircularDocument, CircularParagraph, CircularTable } from '../contract/circulars.ts';
import type { Correction } from '../contract/papers.ts';
import { wholeRows } from './brokenLists.ts';
import { type CarriedOver, carriedOver } from './carriedOver.ts';

/** A correction with the block it is about: `missing/000-02` of a paragraph, `ranking/教体局` of a row. */
export interface KeyedCorrection extends Correction {
  readonly key: string;
  /** Of a row of an annex; null: of the text. */
  readonly row: RowPlace | null;
}

export interface RowPlace {
  /** Key of the annex. */
  readonly table: string;
  /** `第3行（教体局）`; empty: a row that was not there. */
  readonly line: string;
  /** Title of the cell's column; empty: the whole row. */
  readonly column: string;
}

/** A paper as printed, as the data had it then, and as they have it now; the latter two without numbers and edits. */
export interface Compared {
  readonly printed: CircularDocument;
  readonly composed: CircularDocument;
  readonly now: CircularDocument;
}

/**
 * What the data say now otherwise than when the paper was issued: paragraphs by key, rows of annexes by their name, at the same moment.
 * `before` is the text that was printed, by hand or not, because a 更正 quotes the paper; what was struck out by hand is not in it and is
 * passed over. Of a paragraph in a clerk's words only what the data changed is exchanged (`carriedOver`): the office takes back none of
 * its own words because of data. Title, letterhead, notes and charts are no data.
 */
export function findCorrections(compared: Compared): KeyedCorrection[] {
  return [...textChanges(compared).found, ...tableCorrections(compared.printed.tables, compared.now.tables)];
}

/** A paragraph without the number that printing put before it. */
export function withoutNumber({ level, text }: Pick<CircularParagraph, 'level' | 'text'>): string {
  switch (level) {
    case 'body':
      return text;
    case 'second':
      return text.replace(/^（[〇一二三四五六七八九十]+）/u, '');
    case 'third':
      return text.replace(/^\d+\./u, '');
    case 'fourth':
      return text.replace(/^（\d+）/u, '');
    default:
      return level satisfies never;
  }
}

/** Where the data say otherwise than paragraphs that a clerk worded, in a way that cannot be put into the clerk's words: it is left to people. */
export function leftToPeople(compared: Compared): readonly string[] {
  return [...new Set(textChanges(compared).unsure.map(({ place }) => place))];
}

interface TextChanges {
  readonly found: readonly KeyedCorrection[];
  /** Paragraphs in a clerk's words that what changed has no place in, whole or in part. */
  readonly unsure: readonly { readonly place: string; readonly isGone: boolean; readonly under: string }[];
}

function textChanges({ printed, composed, now }: Compared): TextChanges {
  const places = placesOf(printed);
  const then = textsOf(composed);
  const today = textsOf(now);
  const shown = new Map([...blocks(printed)].map(({ key, paragraph }) => [key, withoutNumber(paragraph)]));
  const headed = new Map([...blocks(composed), ...blocks(now)].map(({ key, under }) => [key, under]));
  const found: KeyedCorrection[] = [];
  const unsure: TextChanges['unsure'][number][] = [];
  for (const [key, text] of then) {
    const before = shown.get(key);
    const after = today.get(key) ?? '';
    if (before === undefined || text === after || before === after) continue;
    const place = places.get(key) ?? '';
    const isGone = !today.has(key);
    const mended =
      before === text ? { text: after, isPartial: false } : kept({ then: text, now: after, printed: before });
    if (mended.isPartial) unsure.push({ place, isGone, under: headed.get(key) ?? '' });
    if (mended.text !== before) found.push({ key, row: null, place, before, after: mended.text });
  }
  const headings = new Map(printed.sections.map((section) => [section.key, section.heading]));
  let heading = { key: '', section: '' };
  for (const { key, section, under, paragraph } of blocks(now)) {
    if (paragraph.level === 'second') heading = { key, section };
    const place = (heading.section === section ? places.get(heading.key) : undefined) ?? headings.get(section) ?? '';
    // 无 in place of what a clerk's words still tell would contradict them.
    const isDenied = isAlone(now, under) && unsure.some((one) => one.isGone && one.under === under);
    if (!then.has(key) && !isDenied) found.push({ key, row: null, place, before: '', after: paragraph.text });
  }
  const under = (key: string) => headed.get(key) ?? '';
  const replaced = inOneItem(found, under, (key) => isAlone(then.has(key) ? composed : now, under(key)));
  return { found: inOrder(replaced, [...then.keys()], [...today.keys()]), unsure };
}

/** A clerk's paragraph with what the data changed; one the data no longer write at all stays whole. */
function kept(texts: Parameters<typeof carriedOver>[0]): CarriedOver {
  return texts.now === '' ? { text: texts.printed, isPartial: true } : carriedOver(texts);
}

/** Whether only one paragraph stands under a heading. */
function isAlone(document: CircularDocument, under: string): boolean {
  const own = [...blocks(document)].filter(
    ({ paragraph, ...one }) => one.under === under && paragraph.level !== 'second',
  );
  return own.length === 1;
}

/** Where the one paragraph under a heading gives way to others, or others to one (无), the first of each are one change. */
function inOneItem(
  found: readonly KeyedCorrection[],
  under: (key: string) => string,
  alone: (key: string) => boolean,
): readonly KeyedCorrection[] {
  const merged = new Map<KeyedCorrection, KeyedCorrection | null>();
  for (const own of Map.groupBy(found, ({ key }) => under(key)).values()) {
    const gone = own.find(({ after }) => after === '');
    const added = own.find(({ before }) => before === '');
    if (gone === undefined || added === undefined) continue;
    if (!alone(gone.key) && !alone(added.key)) continue;
    merged.set(gone, { ...gone, after: added.after });
    merged.set(added, null);
  }
  return found.flatMap((one) => {
    const other = merged.get(one);
    return other === null ? [] : [other ?? one];
  });
}

/** As the paper reads: what is new stands behind what it follows. */
function inOrder(found: readonly KeyedCorrection[], then: readonly string[], today: readonly string[]) {
  const printed = new Map(then.map((key, index) => [key, index]));
  const place = new Map(printed);
  let behind = -1;
  for (const [index, key] of today.entries()) {
    behind = printed.get(key) ?? behind;
    if (!printed.has(key)) place.set(key, behind + (index + 1) / (today.length + 1));
  }
  return found.toSorted((a, b) => (place.get(a.key) ?? 0) - (place.get(b.key) ?? 0));
}

interface Block {
  readonly key: string;
  /** Key of its section; empty in the introduction. */
  readonly section: string;
  /** The section and the second heading it stands under, or is. */
  readonly under: string;
  readonly paragraph: CircularParagraph;
}

function* blocks({ introduction, sections }: CircularDocument): Generator<Block> {
  for (const paragraph of introduction) yield { key: paragraph.key, section: '', under: '', paragraph };
  for (const section of sections) {
    let heading = '';
    for (const paragraph of section.paragraphs) {
      if (paragraph.level === 'second') heading = paragraph.key;
      yield { key: paragraph.key, section: section.key, under: `${section.key}\n${heading}`, paragraph };
    }
  }
}

function textsOf(document: CircularDocument): Map<string, string> {
  return new Map([...blocks(document)].map(({ key, paragraph }) => [key, paragraph.text]));
}

/** Where each paragraph stands, `一（一）总体情况`; below no second heading `一、基本情况`. */
function placesOf({ introduction, sections }: CircularDocument): Map<string, string> {
  const places = new Map(introduction.map(({ key }) => [key, '导语']));
  for (const { heading, paragraphs } of sections) {
    const number = /^[〇一二三四五六七八九十]+(?=、)/u.exec(heading)?.[0] ?? '';
    let place = heading;
    for (const { key, level, text } of paragraphs) {
      if (level === 'second') place = `${number}${text}`;
      places.set(key, place);
    }
  }
  return places;
}

function tableCorrections(printed: readonly CircularTable[], now: readonly CircularTable[]): KeyedCorrection[] {
  const today = new Map(now.map((table) => [table.key, table]));
  const known = new Set(printed.map(({ key }) => key));
  return [
    ...printed.flatMap((table) => rowCorrections(table, today.get(table.key))),
    ...now
      .filter(({ key }) => !known.has(key))
      .flatMap((table) =>
        wholeRows(table.columns, table.rows).map(({ row }) => addedRow(table, `附件《${table.caption}》`, row)),
      ),
  ];
}

/**
 * Rows are the same one when they are about the same (`NAMED_BY`), else when they bear the same name; of several the first goes with the
 * first, after those that have not changed at all. Names that go on in further rows are one row here.
 */
function rowCorrections(table: CircularTable, now: CircularTable | undefined): KeyedCorrection[] {
  const columns = table.columns.map(({ title }) => now?.columns.findIndex((column) => column.title === title) ?? -1);
  const left = wholeRows(now?.columns ?? [], now?.rows ?? []).map(({ row }) => ({
    row,
    cells: columns.map((index) => row[index] ?? ''),
  }));
  const nameAt = nameColumn(table);
  const counts = countColumns(table);
  const same = (a: readonly string[], b: readonly string[]) =>
    a.every((cell, index) => counts.has(index) || cell === b[index]);
  const take = (matches: (cells: readonly string[]) => boolean) => {
    const index = left.findIndex(({ cells }) => matches(cells));
    return index === -1 ? undefined : left.splice(index, 1)[0];
  };
  const open = wholeRows(table.columns, table.rows).filter(
    ({ row }) => take((cells) => same(row, cells)) === undefined,
  );
  const matches = new Map<number, (typeof left)[number]>();
  for (const named of namingColumns(table)) {
    for (const { row, line } of open) {
      if (matches.has(line)) continue;
      const match = take((cells) => named.every((index) => cells[index] === row[index]));
      if (match !== undefined) matches.set(line, match);
    }
  }
  const changed = open.flatMap(({ row, line: number }) => {
    const name = row[nameAt] ?? '';
    const key = `${table.key}/${name}`;
    const line = `第${number}行${name === '' ? '' : `（${name}）`}`;
    const match = matches.get(number);
    const at = { table: table.key, line };
    if (match === undefined)
      return [{ key, row: { ...at, column: '' }, place: `${table.label} ${line}`, before: rowText(row), after: '' }];
    return row.flatMap((before, index) => {
      const after = match.cells[index] ?? '';
      const column = table.columns[index]?.title ?? '';
      if (counts.has(index) || before === after || columns[index] === -1) return [];
      return [{ key, row: { ...at, column }, place: `${table.label} ${line} ${column}`, before, after }];
    });
  });
  return [...changed, ...left.map(({ row }) => addedRow(table, table.label, row))];
}

function addedRow(table: CircularTable, place: string, cells: readonly string[]): KeyedCorrection {
  const key = `${table.key}/${cells[nameColumn(table)] ?? ''}`;
  return { key, row: { table: table.key, line: '', column: '' }, place, before: '', after: rowText(cells) };
}

/** Columns that say together what a row is about, the surest first: the units of a duty stand in several rows, one record in one. */
const NAMED_BY: Readonly<Record<string, readonly (readonly string[])[]>> = {
  missing: [
    ['报送事项', '报送期', '情形'],
    ['报送事项', '报送期'],
  ],
  quality: [['单位', '文件', '行号']],
};

/** Where those columns are; of a table without them the one that names its rows. */
function namingColumns(table: CircularTable): readonly (readonly number[])[] {
  const places = (NAMED_BY[table.key] ?? []).map((titles) =>
    titles.map((title) => table.columns.findIndex((column) => column.title === title)),
  );
  return places.length > 0 && places.flat().every((index) => index !== -1) ? places : [[nameColumn(table)]];
}

/** The column that names the row: the first one that is no count of lines, rank or number. */
function nameColumn({ columns, rows }: CircularTable): number {
  const index = columns.findIndex(
    (_, at) => rows.length > 0 && rows.some((row) => (row[at] ?? '').trim() !== '' && !NUMBER.test(row[at] ?? '')),
  );
  return Math.max(0, index);
}

const NUMBER = /^[\d.,%\s—-]*$/u;

/** Columns that only count lines: they change with every row that comes or goes. */
function countColumns({ columns }: CircularTable): ReadonlySet<number> {
  return new Set(columns.flatMap(({ title }, index) => (title === '序号' ? [index] : [])));
}

function rowText(row: readonly string[]): string {
  return row.filter((cell) => cell !== '').join('，');
}

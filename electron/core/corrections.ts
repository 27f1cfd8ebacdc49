import type { CircularTable } from '../contract/circulars.ts';
import type { Correction } from '../contract/papers.ts';
import { wholeRows } from './brokenLists.ts';
import { type Compared, textChanges } from './textCorrections.ts';

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

/**
 * What the data say now otherwise than when the paper was issued: paragraphs by key, rows of annexes by their name, at the same moment.
 * `before` is the text that was printed, by hand or not, because a 更正 quotes the paper; what was struck out by hand is not in it and is
 * passed over. Of a paragraph in a clerk's words only what the data changed is exchanged (`carriedOver`): the office takes back none of
 * its own words because of data. Title, letterhead, notes and charts are no data.
 */
export function findCorrections(compared: Compared): KeyedCorrection[] {
  const text = textChanges(compared).found.map((change) => ({ ...change, row: null }));
  return [...text, ...tableCorrections(compared.printed.tables, compared.now.tables)];
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

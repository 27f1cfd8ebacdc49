import type { Assessment, ItemScore, UnitScore } from '../../contract/assessment.ts';
import { printedPoints } from '../../core/assessmentTables.ts';
import { textWidth } from '../../core/circularTitle.ts';
import { lineOf } from './fixedTable.ts';
import { mm } from './officialPage.ts';

/** Columns of a score sheet and their widths in millimetres. */
export const SHEET_COLUMNS = [
  { title: '类别', width: 24 },
  { title: '评分项目', width: 29 },
  { title: '评分办法', width: 41 },
  { title: '满分', width: 11 },
  // −999.99 on one line in the largest type, with the wider digits of another typeface.
  { title: '得分', width: 20 },
  { title: '得分说明', width: 45 },
] as const;
/** Millimetres of the sheet's table. */
export const SHEET_WIDTH = SHEET_COLUMNS.reduce((sum, { width }) => sum + width, 0);

/** A line of the sheet: an item, a bonus or a deduction. */
export interface SheetRow {
  readonly group: string;
  readonly title: string;
  readonly basis: string;
  readonly max: string;
  readonly points: string;
  readonly how: string;
}

/** Rows and type that fit the page: long evidence is cut, and told so, before the type becomes too small to read. */
export function fittedRows(
  unit: UnitScore,
  assessment: Assessment,
): { readonly rows: readonly SheetRow[]; readonly size: number; readonly isShortened: boolean } {
  const noteLength = [...assessment.formula].length;
  const rows = rowsOf(unit, assessment, Number.POSITIVE_INFINITY);
  const size = sizeFor(rows, noteLength, LEGIBLE);
  if (size !== null) return { rows, size, isShortened: false };
  const short = rowsOf(unit, assessment, SHORT_EVIDENCE);
  const smallest = LEGIBLE.at(-1) ?? 0;
  return { rows: short, size: sizeFor(short, noteLength, [...LEGIBLE, 14]) ?? smallest, isShortened: true };
}

function rowsOf(unit: UnitScore, { version }: Assessment, evidenceLength: number): SheetRow[] {
  const { scheme } = version;
  const lines = new Map([...unit.items, ...unit.bonuses, ...unit.deductions].map((line) => [line.item, line]));
  const row = (group: string, id: string, basis: string, sign = ''): SheetRow => {
    const line = lines.get(id);
    const points = printedPoints(line?.points ?? null);
    const max = line === undefined || line.max === 0 ? '不限' : String(line.max);
    return {
      group,
      title: line?.title ?? id,
      basis,
      max,
      points: (line?.points ?? 0) > 0 ? `${sign}${points}` : points,
      how: line === undefined ? '' : howOf(line, evidenceLength),
    };
  };
  // A deduction that an objection lifted is told, too.
  const isGiven = ({ id }: { readonly id: string }): boolean =>
    (lines.get(id)?.points ?? 0) > 0 || lines.get(id)?.state === 'objected';
  return [
    ...scheme.groups.flatMap(({ title, items }) => items.map(({ id, basis }) => row(title, id, basis))),
    ...scheme.bonus
      .filter(isGiven)
      .map(({ id, each }) => row('加分', id, each === null ? '按佐证材料' : `每件${each}分`, '+')),
    ...scheme.deductions.filter(isGiven).map(({ id, each }) => row('扣分', id, `每次（条）${each}分`, '−')),
  ];
}

function howOf({ how, evidence }: ItemScore, length: number): string {
  const characters = [...evidence];
  const shown = characters.length > length ? `${characters.slice(0, length).join('')}……` : evidence;
  return evidence === '' ? how : `${how}（${shown}）`;
}

/** Room for the table and the notes on the page, in twips: what title, heading and signatures leave. */
const ROOM = mm(297 - 27 - 14 - 8 - 20);

/** Sizes of type, in half points, that read well on paper. */
const LEGIBLE = [21, 20, 19, 18, 17, 16, 15] as const;
/** Characters of evidence that a crowded sheet shows. */
const SHORT_EVIDENCE = 16;

/** The largest of the sizes with which the page holds the rows; null: none. */
function sizeFor(rows: readonly SheetRow[], noteLength: number, sizes: readonly number[]): number | null {
  const [, title, basis, , , how] = SHEET_COLUMNS;
  for (const size of sizes) {
    const charactersIn = (width: number): number => (width - 2.4) / ((size / 2) * 0.3528);
    const linesOf = (text: string, width: number): number =>
      Math.max(1, Math.ceil(textWidth(text) / Math.floor(charactersIn(width))));
    const lines = rows.map((row) =>
      Math.max(linesOf(row.title, title.width), linesOf(row.basis, basis.width), linesOf(row.how, how.width)),
    );
    const height = lines.reduce((sum, count) => sum + count * lineOf(size) + 50, 0) + 3 * (lineOf(size) + 50);
    const notes = Math.ceil(noteLength / charactersIn(SHEET_WIDTH) + 2) * lineOf(size - 2);
    if (height + notes <= ROOM) return size;
  }
  return null;
}

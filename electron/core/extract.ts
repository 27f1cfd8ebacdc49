import type { SkippedRow } from '../contract/findings.ts';
import type { CellContent } from '../contract/sheets.ts';
import { cleanText, foldHeader, foldText } from './fold.ts';
import type { HeaderColumn } from './recogniseHeader.ts';
import type { SheetView } from './sheetView.ts';

/** One row of data as the sheet holds it: a cell per field, texts of columns no template knows by header. */
export interface ExtractedRow {
  readonly row: number;
  readonly hidden: boolean;
  readonly cells: ReadonlyMap<string, CellContent>;
  /** Fields whose value comes from, or is lost in, a merge. */
  readonly merged: ReadonlySet<string>;
  readonly extras: Readonly<Record<string, string>>;
}

export interface ExtractedTable {
  /** Rows from the line below the header to the last that holds anything. */
  readonly rows: number;
  readonly records: readonly ExtractedRow[];
  readonly skipped: readonly SkippedRow[];
}

/** Takes the data rows out of a recognised table; every other row is skipped with its reason (cli.md, Settled points). */
export function extractRows(view: SheetView, headerRow: number, columns: readonly HeaderColumn[]): ExtractedTable {
  const records: ExtractedRow[] = [];
  const skipped: SkippedRow[] = [];
  const headers = new Map(columns.map((c) => [c.column, foldHeader(c.header)]));
  const mapped = columns.filter((column) => column.field !== null);
  let belowTable = false;
  for (let row = headerRow + 1; row <= view.lastRow; row++) {
    const source = view.row(row);
    const cells = (source?.cells ?? []).filter((cell) => cleanText(cell.text) !== '' || cell.type === 'formula');
    const reason = classify({
      cells,
      headers,
      mappedCount: mapped.length,
      belowTable,
      merge: view.mergeAt(row, cells[0]?.column ?? 1),
    });
    if (reason === null) records.push(takeRow(view, row, source?.hidden ?? false, columns));
    else skipped.push({ row, reason });
    if (reason === 'footer' || reason === 'note') belowTable = true;
    else if (reason === null) belowTable = false;
  }
  return { rows: Math.max(0, view.lastRow - headerRow), records, skipped };
}

interface RowFacts {
  readonly cells: readonly CellContent[];
  readonly headers: ReadonlyMap<number, string>;
  readonly mappedCount: number;
  /** A note or footer came before, and no data since. */
  readonly belowTable: boolean;
  readonly merge: { readonly left: number; readonly right: number } | undefined;
}

function classify({ cells, headers, mappedCount, belowTable, merge }: RowFacts): SkippedRow['reason'] | null {
  const filled = cells.filter((cell) => !isSerialColumn(headers.get(cell.column)));
  const first = cells[0];
  if (!first) return 'blank';
  const texts = cells.map((cell) => foldText(cell.text));
  if (repeatsHeader(cells, headers)) return 'repeated_header';
  const leading = texts.slice(0, 3);
  if (leading.some((text) => TOTAL.test(text))) return 'total_row';
  if (leading.some((text) => SUBTOTAL.test(text))) return 'subtotal_row';
  if (texts.some((text) => SAMPLE.test(text))) return 'sample_row';
  const few = filled.length * 2 <= mappedCount;
  if (few && NOTE.test(texts[0] ?? '')) return 'note';
  if (few && texts.some((text) => FOOTER.test(text))) return 'footer';
  if (filled.length === 0) return 'blank';
  // A lone text across the sheet is a remark, not a record; so is a lone line that goes on below a note.
  const lone = filled.length === 1 && mappedCount >= 4;
  if (lone && (belowTable || (merge !== undefined && merge.right - merge.left >= 2))) return 'note';
  return null;
}

function repeatsHeader(cells: readonly CellContent[], headers: ReadonlyMap<number, string>): boolean {
  const same = cells.filter((cell) => {
    const header = headers.get(cell.column);
    const text = foldHeader(cell.text);
    return header !== undefined && text !== '' && (header === text || header.endsWith(text));
  }).length;
  return same >= 3 && same * 10 >= cells.length * 6;
}

function takeRow(view: SheetView, row: number, hidden: boolean, columns: readonly HeaderColumn[]): ExtractedRow {
  const cells = new Map<string, CellContent>();
  const merged = new Set<string>();
  const extras: Record<string, string> = {};
  for (const { column, field, header } of columns) {
    const merge = view.mergeAt(row, column);
    const covered = merge !== undefined && (merge.top !== row || merge.left !== column);
    const own = view.cell(row, column);
    if (field === null) {
      if (own && cleanText(own.text) !== '' && !isSerialColumn(foldHeader(header)))
        extras[header] = cleanText(own.text);
      continue;
    }
    if (!merge || (merge.right === merge.left && merge.bottom === merge.top)) {
      if (own) cells.set(field, own);
      continue;
    }
    const origin = view.cell(merge.top, merge.left);
    if (!origin || cleanText(origin.text) === '') continue;
    merged.add(field);
    // Down a column a text speaks for every row; a number is one amount and is not multiplied, and nothing spreads over another field.
    if (!covered || (merge.left === column && merge.right === column && origin.type === 'string'))
      cells.set(field, origin);
  }
  return { row, hidden, cells, merged, extras };
}

const isSerialColumn = (header: string | undefined): boolean =>
  header === '序号' || header === '编号' || header === '行号' || header === 'no';

const TOTAL = /^(本页|本表|本月|本周|本期|全部)?(合计|总计|累计|共计)(数|[:：])?(\d*[条项件个]?)$/u;
const SUBTOTAL = /^.{0,12}(小计)[:：]?$/u;
const SAMPLE = /^(示?例|样例|示例|填写示例|举例)([:：\d].*|)$/u;
const NOTE = /^[*※]?(注|备注|说明|填表说明|填报说明|填写说明|注意事项?|温馨提示|提示)\d*([:：.、\s]|$)/u;
const FOOTER =
  /(填表人|填报人|制表人|审核人|复核人|审批人|负责人|分管领导|联系人|经办人|报送人|联系电话|联系方式|手机号码?|填报日期|填表日期|制表日期|报送日期|报出日期)(姓名)?(\(签[字章名]\))?[:：]|盖章\)?[:：]?$|\(公章\)|^单位\(盖章\)|^(填报|报送|填表)?单位(名称)?(\(盖章\))?[:：]/u;

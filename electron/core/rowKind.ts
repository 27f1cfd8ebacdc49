import type { SkipReason } from '../contract/findings.ts';
import type { CellContent } from '../contract/sheets.ts';
import { cleanText, foldHeader, foldText } from './fold.ts';

/** What decides whether a row below the header is a record. */
export interface RowFacts {
  /** Cells that hold anything. */
  readonly cells: readonly CellContent[];
  /** Folded header by column. */
  readonly headers: ReadonlyMap<number, string>;
  /** Columns of running numbers. */
  readonly serials: ReadonlySet<number>;
  /** Columns that feed a field, in order. */
  readonly mapped: readonly number[];
  /** A note or footer came before, and no data since. */
  readonly belowTable: boolean;
  readonly merge: { readonly left: number; readonly right: number } | undefined;
}

/** Why a row is no record, null if it is one (cli.md, Settled points: 小计, 合计, 注, 填表人, 例). */
export function skipReason(facts: RowFacts): SkipReason | null {
  const { cells, serials, mapped } = facts;
  const filled = cells.filter((cell) => !(serials.has(cell.column) && isNumbering(cell)));
  if (filled.length === 0) return 'blank';
  if (isRepeatedHeader(facts)) return 'repeated_header';
  const leading = filled.slice(0, 3).map(folded);
  const counting = leading.filter((text) => text.includes('计'));
  if (counting.some((text) => TOTAL.test(text))) return 'total_row';
  if (counting.some((text) => SUBTOTAL.test(text))) return 'subtotal_row';
  if (leading.some((text) => SAMPLE.test(text)) || filled.some(isSampleMark)) return 'sample_row';
  if (isColumnGuide(cells) || filled.every((cell) => NOTHING.test(folded(cell)))) return 'note';
  const few = filled.length * 2 <= mapped.length;
  if (few && NOTE.test(cleanText(filled[0]?.text ?? '').normalize('NFKC'))) return 'note';
  if (filled.filter(isLabel).length >= 2) return 'footer';
  if (few && filled.some((cell) => FOOTER.test(folded(cell)) || isLabel(cell))) return 'footer';
  return filled.length === 1 && mapped.length >= 4 ? loneReason(facts, filled[0] as CellContent) : null; // one is there
}

/** A line with one text. Only a short one in the first columns may be a record somebody began. */
function loneReason({ mapped, belowTable, merge }: RowFacts, cell: CellContent): SkipReason | null {
  const text = foldText(cell.text);
  if (/20\d{2}年\d{1,2}月\d{1,2}日$/u.test(text) || cell.type === 'date') return 'footer';
  if (cell.type === 'number' && mapped.indexOf(cell.column) > 1) return 'total_row';
  const wide = merge !== undefined && merge.right - merge.left >= 2;
  const sentence = /[。；;：:]|^[*※★]|^以下/u.test(text) || text.length > 40;
  const nothing = /^(本|上|我).{0,6}(无|没有|未发生|未产生)|^(无|没有|未产生).*(信息|数据|情况|事项)|零报(送|告)/u.test(
    text,
  );
  const elsewhere = !mapped.slice(0, 2).includes(cell.column);
  return belowTable || wide || sentence || nothing || elsewhere || PAGE.test(text) ? 'note' : null;
}

/** Whether a row says the header again, not only in columns no template knows: what fills those may be the same in every row. */
function isRepeatedHeader({ cells, headers, mapped }: RowFacts): boolean {
  if (!repeatsHeader(cells, headers)) return false;
  return (
    mapped.length < 3 ||
    repeatsHeader(
      cells.filter((cell) => mapped.includes(cell.column)),
      headers,
    )
  );
}

/** Whether at least three cells, and six in ten, say what their header says. Most rows are known not to after a few cells. */
function repeatsHeader(cells: readonly CellContent[], headers: ReadonlyMap<number, string>): boolean {
  const isTooMany = (different: number): boolean => different * 10 > cells.length * 4;
  const plainlyDifferent = cells.filter((cell) => differsAtEnds(cell.text, headers.get(cell.column) ?? ''));
  if (isTooMany(plainlyDifferent.length)) return false;
  let different = 0;
  for (const cell of cells) {
    const header = headers.get(cell.column);
    const text = header === undefined ? '' : foldHeader(cell.text);
    if (text === '' || !(header?.startsWith(text) || header?.endsWith(text))) different++;
    if (isTooMany(different)) return false;
  }
  return cells.length - different >= 3;
}

/** A text with Chinese characters at both ends, which folding leaves in place, that is no beginning nor end of a header. */
function differsAtEnds(text: string, header: string): boolean {
  const first = text.charAt(0);
  const last = text.charAt(text.length - 1);
  return isHan(first) && isHan(last) && !header.startsWith(first) && !header.endsWith(last);
}

const isHan = (character: string): boolean => character >= '\u4e00' && character <= '\u9fff';

/** The line of column numbers (1 2 3 …), of field codes, of English names or of 必填 and 选填 below a header. */
function isColumnGuide(cells: readonly CellContent[]): boolean {
  if (cells.length < 4) return false;
  const all = (pattern: RegExp): boolean => cells.every((cell) => pattern.test(foldText(cell.text)));
  return all(/^(必填|选填|必选|可选|非必填|是|否|系统生成)(项)?$/u) || isLatin(cells) || countsUp(cells);
}

/** Names and codes in Latin letters throughout, more than one of them a word: no record of a Chinese table. */
const isLatin = (cells: readonly CellContent[]): boolean =>
  cells.every((cell) => cell.type === 'string' && /^[a-z][a-z\d_()./'&-]*$/u.test(foldText(cell.text))) &&
  cells.some((cell) => cell.text.trim().length > 2);

function countsUp(cells: readonly CellContent[]): boolean {
  let before = Number.NaN;
  return cells.every((cell, i) => {
    const number = Number(/^[(]?(\d{1,3})[)]?$/u.exec(foldText(cell.text))?.[1] ?? Number.NaN);
    const follows = i === 0 || number === before + 1;
    before = number;
    return follows;
  });
}

/** Whether a folded header is that of a column of running numbers. */
export const isSerialColumn = (header: string | undefined): boolean =>
  header !== undefined && ['序号', '顺序号', '编号', '行号', '项次', 'no'].includes(header);

const isNumbering = (cell: CellContent): boolean => cell.type === 'formula' || /^[\d.、]+$/u.test(foldText(cell.text));

const TOTAL =
  /^.{0,8}(合计|总计|累计|共计)(数|额|金额|条数|件数)?[:]?[(]?[\d.,]*(条|项|件|个|起|家|人次|万元|元)?[)]?[:]?$/u;
const SUBTOTAL = /^.{0,12}小计[:]?[(]?[\d.,]*(条|项|件|个|起|家|人次|万元|元)?[)]?[:]?$/u;
const SAMPLE = /^[(【[]?(填写|填表|填报)?(示例|样例|范例|例子|举例|例如|例)\d{0,2}[)】\]]?([:(].*)?$/u;
const folded = (cell: CellContent): string => foldText(cell.text);

/** A mark is a short text of its own that says 例; nearly every cell is known not to be one before it is folded. */
const isSampleMark = ({ text }: CellContent): boolean => {
  if (!text.includes('例')) return false;
  const mark = foldText(text);
  return mark.length <= 8 && SAMPLE_MARK.test(mark);
};
const SAMPLE_MARK = /^[(【[]?(填写|填表|填报)?(示例|样例|范例)(数据|行)?[)】\]]?$/u;
const NOTHING = /^(无|没有|暂无|[/\\—–_-]+)$/u;
const NOTE = /^[*※]?(附?注|备注|说明|填表说明|填报说明|填写说明|注意事项?|温馨提示|提示)\d*([:.、\s]|$)/u;
/** What a printed page says of itself. */
export const PAGE = /^[-—]*(第.{1,4}页|续表|接上页|接上表|共.{1,4}页)/u;
const LABELS =
  '填表人|填报人|制表人|审核人|复核人|审批人|单位负责人|部门负责人|负责人|分管领导|主管领导|联系人|经办人|报送人|联系电话|联系方式|电话|手机号码?|填报日期|填表日期|制表日期|报送日期|报出日期|填报时间|报送时间';
const LABEL = new RegExp(`^(${LABELS})(姓名|签[字章名])?([(]签[字章名][)])?([:]|$)`, 'u');
/** Whether a text begins as 填表人 and the like do; one that begins with another character of Chinese is known not to. */
const isLabel = ({ text }: CellContent): boolean => {
  const first = text.charAt(0);
  return !(isHan(first) && !LABEL_BEGINNINGS.has(first)) && LABEL.test(foldText(text));
};
const LABEL_BEGINNINGS: ReadonlySet<string> = new Set(LABELS.split('|').map((label) => label.charAt(0)));
const FOOTER = new RegExp(
  `(${LABELS})(姓名|签[字章名])?([(]签[字章名][)])?[:]|盖章[)]?[:]?$|[(]公章[)]|^(填报|报送|填表)?单位(名称)?[(](盖章|公章|签章)[)]|^(填报|报送|填表)?单位(名称)?([(]盖章[)])?[:]`,
  'u',
);

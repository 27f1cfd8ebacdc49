import type { CellContent, SheetRow } from '../contract/sheets.ts';
import { foldText, isVisible } from './fold.ts';
import { PAGE } from './rowKind.ts';
import type { SheetView } from './sheetView.ts';

/** Rows right above a header that give it a title or say whose it is, from top to bottom; none at or above `floor`. */
export function captionsAbove(view: SheetView, topRow: number, floor: number): number[] {
  const captions: number[] = [];
  let blanks = 0;
  for (let row = topRow - 1; row > floor && blanks <= MAX_BLANKS && captions.length < MAX_LINES; row--) {
    const cells = visibleCells(view.row(row));
    if (cells.length === 0) blanks++;
    else if (isCaption(cells, view, row)) {
      captions.unshift(row);
      blanks = 0;
    } else break;
  }
  return captions;
}

/** What a line above a header says, folded: not who filled it in and when, nor the number of the page. */
export function captionTexts(row: SheetRow | undefined): string[] {
  return visibleCells(row)
    .map((cell) => foldText(cell.text))
    .filter((text) => !PAGE.test(text) && (UNIT.test(text) || !LABEL.test(text)));
}

const visibleCells = (row: SheetRow | undefined): readonly CellContent[] =>
  row?.cells.filter((cell) => isVisible(cell.text)) ?? [];

/** A title, or a line of labels. The last record of the table above, a total and a signature are none. */
function isCaption(cells: readonly CellContent[], view: SheetView, row: number): boolean {
  const texts = cells.map((cell) => foldText(cell.text));
  if (texts.some((text) => OTHER.test(text))) return false;
  if (cells.length > 1) return cells.length <= MAX_LABELS && texts.some((text) => LABEL.test(text) || UNIT.test(text));
  const [cell] = cells;
  const [text = ''] = texts;
  if (cell?.type !== 'string' || /^[\d.、]+$/u.test(text)) return false;
  const merge = view.mergeAt(row, cell.column);
  const isWide = merge !== undefined && merge.right > merge.left;
  const isApart = view.row(row - 1) === undefined;
  return isWide || isApart || TITLE.test(text) || LABEL.test(text) || PAGE.test(text);
}

const MAX_BLANKS = 2;
const MAX_LINES = 6;
const MAX_LABELS = 6;
const UNIT = /^(填报|报送|上报|编报|填表|提供|报告)?(单位|部门|机关)(名称)?([(](盖章|公章|章|签章)[)])?[:]/u;
const LABEL = /^[^:]{0,12}[:]/u;
const TITLE =
  /^(附件|附表|表)?[(]?[一二三四五六七八九十\d]+[)]?[、.:]|(表|信息|情况|台账|清单|名单|明细|数据|月|周|季度|年度?)([(].*[)])?$/u;
/** Furniture below a table. */
const OTHER =
  /^.{0,12}(小计|合计|总计|累计|共计)|^[*※]?(附?注|备注|说明|填表说明|填报说明|填写说明|注意事项?)\d*([:.、]|$)|^(填表人|填报人|制表人|审核人|复核人|审批人|单位负责人|负责人|分管领导|联系人|经办人|报送人|联系电话)/u;

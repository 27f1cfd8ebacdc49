import type { Remark } from '../contract/imports.ts';
import type { ReturnMark } from '../contract/returns.ts';
import type { AnalyseContext, AnalysedTable, SheetAnalysis } from './analysed.ts';
import { MARKED, type TableMark } from './blankMark.ts';
import { overrideFor } from './overrideFor.ts';
import { isOfRows } from './returnMarks.ts';
import type { UnitPart } from './splitByUnit.ts';

/** The mark of a returned workbook, if it says that the table was split (代报) and the rows of one unit were sent back. */
export function rowsMark(mark: TableMark | null): ReturnMark | null {
  return mark && 'to' in mark && isOfRows(mark) && mark.unit === mark.to ? mark : null;
}

/** Rows whose agency nobody knows are again the unit's that they were when they were sent back. */
export function withMarkedUnit(parts: readonly UnitPart[], mark: ReturnMark | null, context: AnalyseContext) {
  const unit = context.units.find(({ id }) => id === mark?.unit);
  return parts.map((part) =>
    unit && part.unit === null && mark?.part.endsWith(part.part)
      ? { ...part, unit: { id: unit.id, name: unit.name, evidence: MARKED }, question: null }
      : part,
  );
}

/**
 * A workbook that went back to one unit changes nothing of the others whose tables and rows stand in it, too: each of them mends its own
 * copy, and this one holds their rows as they were before. They are shown as left out, unless the clerk gave them a unit. A workbook
 * without anything of its addressee is no answer to the return and is left as it is.
 */
export function leaveOthersAlone(
  analysed: readonly SheetAnalysis[],
  to: string | null,
  context: AnalyseContext,
): readonly SheetAnalysis[] {
  const others = new Set(analysed.filter((one) => one.kind === 'table' && isOthers(one, to, context)));
  const first = analysed.find((one): one is AnalysedTable => one.kind === 'table' && one.unit?.id === to);
  if (to === null || others.size === 0 || !first) return analysed;
  const remark = othersRemark(first, [...others], to);
  return analysed.map((one): SheetAnalysis => {
    if (one.kind !== 'table') return one;
    if (!others.has(one)) return one === first ? { ...one, remarks: [...one.remarks, remark] } : one;
    const unit = unitOf(one);
    return { kind: 'other_unit', sheet: one.sheet, part: one.part, detail: unit ?? '' };
  });
}

function isOthers(table: AnalysedTable, to: string | null, { overrides }: AnalyseContext): boolean {
  const { sheet, part } = table;
  // An answer for the whole sheet speaks of no single unit's rows.
  const asked = isOfRows(table) ? overrides.filter((one) => one.part === part) : overrides;
  if (overrideFor(asked, sheet, part).unit !== undefined) return false;
  const unit = unitOf(table);
  return unit !== null && unit !== to;
}

/** Whose a table is: as its rows or its own words say; where they leave it open, as the mark does. */
function unitOf({ unit, mark }: AnalysedTable): string | null {
  return unit?.id ?? (mark?.isReturned ? mark.unit : null);
}

function othersRemark(own: AnalysedTable, others: readonly SheetAnalysis[], to: string): Remark {
  const left = others.flatMap((one) => (one.kind === 'table' ? [one] : []));
  const shares = left
    .slice(0, 4)
    .map((one) => `“${one.sheet}”中${one.unit?.name ?? '其他单位'} ${one.records.length} 行`);
  const more = left.length > 4 ? `等 ${left.length} 处` : '';
  const name = own.unit?.name ?? to;
  return {
    code: 'others_left_alone',
    severity: 'notice',
    cell: null,
    message: `这份退回的工作簿是退给${name}的，只处理${name}的数据；${shares.join('、')}${more}未作改动。其他单位的更正请用退给该单位的那一份报送。`,
  };
}

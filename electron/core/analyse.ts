import type { LeftOutReason, Override, Remark } from '../contract/imports.ts';
import type { Sheet, Workbook } from '../contract/sheets.ts';
import type { AnalyseContext, LeftOutSheet, SheetAnalysis } from './analysed.ts';
import { analyseTable, type TableInput } from './analyseTable.ts';
import { markOfTable, preferMarked, readMarks } from './blankMark.ts';
import type { WorkCalendar } from './calendar.ts';
import { tellCopies } from './copiedTables.ts';
import { foldText } from './fold.ts';
import { recallTemplate } from './mappingMemory.ts';
import { overrideFor } from './overrideFor.ts';
import { recogniseHeader } from './recogniseHeader.ts';
import { leaveOthersAlone } from './returnedRows.ts';
import { addresseeOf, readReturnMarks } from './returnMarks.ts';
import { type SheetView, viewSheet } from './sheetView.ts';
import { splitSheet, type TablePart } from './splitSheet.ts';
import { turnAnswers, turnBack } from './turnBack.ts';
import { turnSheet } from './turnSheet.ts';
import { createUnitMatcher } from './unitNames.ts';

export type { AnalyseContext, SheetAnalysis } from './analysed.ts';

/**
 * Recognises, extracts, normalises and checks every table of a workbook. Pure; runs in the intake worker. `digest` shortens the contents
 * that rows are compared by.
 */
export function analyseWorkbook(
  workbook: Workbook,
  context: AnalyseContext,
  calendar: WorkCalendar,
  digest: (content: string) => string = (content) => content,
): SheetAnalysis[] {
  const matcher = createUnitMatcher(context.units, context.county, context);
  const marks = readMarks(workbook, context);
  const tools: Tools = { context, calendar, digest, matcher, marks, format: workbook.format };
  const sheets = workbook.sheets.flatMap((sheet) => analyseSheet(sheet, tools));
  const addressed = leaveOthersAlone(sheets, addresseeOf(readReturnMarks(workbook, context)), context);
  const analysed = tellCopies(addressed, context.severities.duplicate_row);
  const remarks = hiddenTables(workbook, context);
  const first = analysed.find((one) => one.kind === 'table');
  if (!first || remarks.length === 0) return analysed;
  return analysed.map((one) => (one === first ? { ...first, remarks: [...first.remarks, ...remarks] } : one));
}

interface Tools extends Pick<TableInput, 'context' | 'matcher' | 'calendar' | 'digest' | 'format'> {
  readonly marks: ReturnType<typeof readMarks>;
}

/** Hidden sheets that hold a table, told with the first table of the file; hidden lists of codes are no news. */
function hiddenTables({ sheets }: Workbook, { templates }: AnalyseContext): Remark[] {
  return sheets.flatMap((sheet) => {
    const header = sheet.hidden ? recogniseHeader(viewSheet(sheet), templates, '', undefined) : null;
    if (header?.kind !== 'matched') return [];
    const message = `隐藏的工作表“${sheet.name}”里有一张“${header.best.template.title}”表，未导入。确要报送的，请单位取消隐藏后重报。`;
    return [{ code: 'hidden_sheet', severity: 'verify', cell: null, message }];
  });
}

function analyseSheet(sheet: Sheet, tools: Tools): SheetAnalysis[] {
  const { context } = tools;
  if (overrideFor(context.overrides, sheet.name, null).skip) return [leftOut(sheet, 'skipped')];
  const view = viewSheet(sheet);
  if (view.lastRow === 0) return [leftOut(sheet, sheet.pictures > 0 ? 'picture_only' : 'empty')];
  if (sheet.hidden) return [leftOut(sheet, 'hidden')];
  return splitSheet(view, context.templates).flatMap((part) => analysePart(part, tools));
}

function analysePart({ part, view, heading }: TablePart, tools: Tools): readonly SheetAnalysis[] {
  const { context } = tools;
  const { sheet } = view;
  const override = overrideFor(context.overrides, sheet.name, part);
  if (override.skip) return [leftOut(sheet, 'skipped', { part })];
  const titles = foldText(`${titleText(view)} ${sheet.name} ${context.file}`);
  const header = preferMarked(recogniseKnown(view, titles, override.template, context), tools.marks(sheet.name));
  const mayLie = header.kind !== 'matched' || override.transpose === true;
  const lying = mayLie ? analyseLying(view, override, titles, tools) : null;
  if (lying) return lying;
  switch (header.kind) {
    case 'no_table':
      return [leftOut(sheet, sheet.pictures > 0 ? 'picture_only' : 'no_table')];
    case 'unknown_layout':
      return [leftOut(sheet, 'unknown_layout', { detail: header.headers.join('、') })];
    case 'matched':
      return analyseTable({
        ...tools,
        ...{ part, view, heading, isTurned: false, header: header.best, rivals: header.rivals, override },
        mark: markOfTable(tools.marks(sheet.name), header.best),
      });
    default:
      return header satisfies never;
  }
}

/** A table on its side is read turned, and asked about until the clerk agrees; null if there is none. */
function analyseLying(
  view: SheetView,
  override: Partial<Override>,
  titles: string,
  tools: Tools,
): SheetAnalysis[] | null {
  const { templates } = tools.context;
  const turned = override.transpose === false ? null : turnSheet(view, templates, override.transpose === true);
  if (turned === null) return null;
  const header = recogniseHeader(turned.view, templates, titles, override.template);
  if (header.kind !== 'matched') return null;
  const analysed = analyseTable({
    ...tools,
    ...{ part: '', view: turned.view, heading: turned.heading, isTurned: true },
    ...{ header: header.best, rivals: header.rivals, override: turnAnswers(override, turned) },
    mark: markOfTable(tools.marks(view.sheet.name), header.best),
  });
  return analysed.map((one) => turnBack(one, turned, override.transpose === true));
}

/** A header line that fits no template by its words may be one that a clerk mapped before. */
function recogniseKnown(view: SheetView, titles: string, chosen: string | undefined, context: AnalyseContext) {
  const header = recogniseHeader(view, context.templates, titles, chosen);
  const known = header.kind === 'unknown_layout' ? recallTemplate(context.mappings, header.headers) : null;
  return known === null ? header : recogniseHeader(view, context.templates, titles, known);
}

function leftOut(sheet: Sheet, kind: LeftOutReason, { part = '', detail = '' } = {}): LeftOutSheet {
  return { kind, sheet: sheet.name, part, detail };
}

function titleText(view: ReturnType<typeof viewSheet>): string {
  return view.rowNumbers
    .slice(0, 6)
    .flatMap((row) => view.row(row)?.cells ?? [])
    .map((cell) => cell.text)
    .join(' ');
}

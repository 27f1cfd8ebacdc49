import type { LeftOutReason, Override } from '../contract/imports.ts';
import type { Sheet, Workbook } from '../contract/sheets.ts';
import type { AnalyseContext, LeftOutSheet, SheetAnalysis } from './analysed.ts';
import { analyseTable, type TableInput } from './analyseTable.ts';
import type { WorkCalendar } from './calendar.ts';
import { foldText } from './fold.ts';
import { recogniseHeader } from './recogniseHeader.ts';
import { viewSheet } from './sheetView.ts';
import { splitSheet, type TablePart } from './splitSheet.ts';
import { createUnitMatcher } from './unitNames.ts';

export type { AnalyseContext, SheetAnalysis } from './analysed.ts';

/** Recognises, extracts, normalises and checks every table of a workbook. Pure; runs in the intake worker. */
export function analyseWorkbook(workbook: Workbook, context: AnalyseContext, calendar: WorkCalendar): SheetAnalysis[] {
  const tools: Tools = { context, calendar, matcher: createUnitMatcher(context.units, context.county) };
  return workbook.sheets.flatMap((sheet) => analyseSheet(sheet, tools));
}

type Tools = Pick<TableInput, 'context' | 'matcher' | 'calendar'>;

function analyseSheet(sheet: Sheet, tools: Tools): SheetAnalysis[] {
  const { context } = tools;
  if (overrideFor(context.overrides, sheet.name, null).skip) return [leftOut(sheet, 'skipped')];
  const view = viewSheet(sheet);
  if (view.lastRow === 0) return [leftOut(sheet, sheet.pictures > 0 ? 'picture_only' : 'empty')];
  if (sheet.hidden) return [leftOut(sheet, 'hidden')];
  return splitSheet(view, context.templates).map((part) => analysePart(part, tools));
}

function analysePart({ part, view, heading }: TablePart, tools: Tools): SheetAnalysis {
  const { context } = tools;
  const { sheet } = view;
  const override = overrideFor(context.overrides, sheet.name, part);
  if (override.skip) return leftOut(sheet, 'skipped', { part });
  const titles = foldText(`${titleText(view)} ${sheet.name} ${context.file}`);
  const header = recogniseHeader(view, context.templates, titles, override.template);
  switch (header.kind) {
    case 'no_table':
      return leftOut(sheet, sheet.pictures > 0 ? 'picture_only' : 'no_table');
    case 'unknown_layout':
      return leftOut(sheet, 'unknown_layout', { detail: header.headers.join('、') });
    case 'matched':
      return analyseTable({ part, view, heading, header: header.best, rivals: header.rivals, override, ...tools });
    default:
      return header satisfies never;
  }
}

function leftOut(sheet: Sheet, kind: LeftOutReason, { part = '', detail = '' } = {}): LeftOutSheet {
  return { kind, sheet: sheet.name, part, detail };
}

/** The answers that hold for a table: those of the whole file, of its sheet, then its own. A null part asks for the whole sheet. */
export function overrideFor(overrides: readonly Override[], sheet: string, part: string | null): Partial<Override> {
  const merged: Record<string, unknown> = {};
  for (const override of [
    ...overrides.filter((o) => o.sheet === undefined),
    ...overrides.filter((o) => o.sheet === sheet && o.part === undefined),
    ...overrides.filter((o) => o.sheet === sheet && o.part !== undefined && o.part === part),
  ])
    for (const [key, value] of Object.entries(override)) {
      const before = merged[key];
      if (value === undefined) continue;
      // Columns, date orders, mended cells and confirmations add up, answer by answer.
      if (Array.isArray(before) && Array.isArray(value)) merged[key] = [...before, ...value];
      else merged[key] = isMap(before) && isMap(value) ? { ...before, ...value } : value;
    }
  return merged;
}

const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function titleText(view: ReturnType<typeof viewSheet>): string {
  return view.rowNumbers
    .slice(0, 6)
    .flatMap((row) => view.row(row)?.cells ?? [])
    .map((cell) => cell.text)
    .join(' ');
}

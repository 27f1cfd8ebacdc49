import type { Override } from '../contract/imports.ts';
import type { Sheet, Workbook } from '../contract/sheets.ts';
import type { AnalyseContext, SheetAnalysis } from './analysed.ts';
import { analyseTable, type TableInput } from './analyseTable.ts';
import type { WorkCalendar } from './calendar.ts';
import { foldText } from './fold.ts';
import { recogniseHeader } from './recogniseHeader.ts';
import { viewSheet } from './sheetView.ts';
import { createUnitMatcher } from './unitNames.ts';

export type { AnalyseContext, SheetAnalysis } from './analysed.ts';

/** Recognises, extracts, normalises and checks every sheet of a workbook. Pure; runs in the intake worker. */
export function analyseWorkbook(workbook: Workbook, context: AnalyseContext, calendar: WorkCalendar): SheetAnalysis[] {
  const tools = { matcher: createUnitMatcher(context.units, context.county), calendar };
  return workbook.sheets.map((sheet) => analyseSheet(sheet, context, tools));
}

function analyseSheet(
  sheet: Sheet,
  context: AnalyseContext,
  tools: Pick<TableInput, 'matcher' | 'calendar'>,
): SheetAnalysis {
  const leftOut = (kind: Exclude<SheetAnalysis['kind'], 'table'>, detail = ''): SheetAnalysis => ({
    kind,
    sheet: sheet.name,
    detail,
  });
  const override = overrideFor(context.overrides, sheet.name);
  if (override.skip) return leftOut('skipped');
  const view = viewSheet(sheet);
  if (view.lastRow === 0) return leftOut(sheet.pictures > 0 ? 'picture_only' : 'empty');
  if (sheet.hidden) return leftOut('hidden');
  const titles = foldText(`${titleText(view)} ${sheet.name} ${context.file}`);
  const header = recogniseHeader(view, context.templates, titles, override.template);
  switch (header.kind) {
    case 'no_table':
      return leftOut(sheet.pictures > 0 ? 'picture_only' : 'no_table');
    case 'unknown_layout':
      return leftOut('unknown_layout', header.headers.join('、'));
    case 'matched':
      return analyseTable({ view, header: header.best, rivals: header.rivals, override, context, ...tools });
    default:
      return header satisfies never;
  }
}

/** The answers that hold for a sheet: those of the whole file, then its own. */
export function overrideFor(overrides: readonly Override[], sheet: string): Partial<Override> {
  const merged: Record<string, unknown> = {};
  for (const override of [
    ...overrides.filter((o) => o.sheet === undefined),
    ...overrides.filter((o) => o.sheet === sheet),
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

import type { Finding, RuleCode, Severity } from '../contract/findings.ts';
import type { TablePlan } from '../contract/imports.ts';
import { cellPlace, columnNumber } from './address.ts';

/** One finding as it goes back to the unit. */
export interface ReturnItem {
  readonly sheet: string;
  readonly row: number | null;
  /** `D6`; null: the finding is about the row, or about the whole table. */
  readonly cell: string | null;
  readonly column: string;
  readonly field: string | null;
  readonly value: string;
  readonly rule: RuleCode;
  readonly severity: Severity;
  /** What is wrong, and how to mend it: the two halves of the finding's sentence. */
  readonly problem: string;
  readonly remedy: string;
  /** Record key of the row; null where the row is no record. */
  readonly key: string | null;
}

/** A marked cell: the worst of its findings, and all of them as one text for the comment. */
export interface CellMark {
  readonly sheet: string;
  /** 1-based. */
  readonly row: number;
  readonly column: number;
  readonly severity: Severity;
  readonly text: string;
}

export const LEVEL_WORDS: Readonly<Record<Severity, string>> = { error: '错误', verify: '核实', notice: '提示' };

/** A finding that a record of a sheet holds now. */
export interface StandingFinding {
  readonly id: number;
  /** Record key. */
  readonly key: string;
  /** Row of the sheet; null where the file held a record that was there before, in whatever row. */
  readonly row: number | null;
  readonly field: string | null;
  readonly rule: string;
  readonly value: string;
  readonly confirmedReason: string | null;
}

/**
 * The findings of a table that still stand: nobody let them pass, and their record was not mended since, by the office or by a later file.
 * Those of the table or of a skipped row have no record and stand as they were found. `standing`: what the table's records hold now.
 */
export function openItems(table: TablePlan, standing: readonly StandingFinding[]): ReturnItem[] {
  const left = Map.groupBy(standing, (one) => sameness(one, one.row));
  const skipped = new Set(table.skipped.map((one) => one.row));
  return table.findings.flatMap((found) => {
    if (found.reason !== undefined) return [];
    if (found.row === null || found.row <= table.headerRow || skipped.has(found.row))
      return [returnItem(table.sheet, found, null)];
    // A record that was there before is known by having this very finding.
    const own = left.get(sameness(found, found.row))?.shift() ?? left.get(sameness(found, null))?.shift();
    return own === undefined || own.confirmedReason !== null ? [] : [returnItem(table.sheet, found, own.key)];
  });
}

function sameness(
  { rule, field, value }: { readonly rule: string; readonly field: string | null; readonly value: string },
  row: number | null,
): string {
  return `${row ?? ''}\n${rule}\n${field ?? ''}\n${value}`;
}

/** A finding of a sheet as it goes back. */
export function returnItem(sheet: string, finding: Finding, key: string | null): ReturnItem {
  const { row, cell, field, rule, severity, value } = finding;
  return { sheet, row, cell, column: finding.column ?? '', field, value, rule, severity, key, ...halves(finding) };
}

/** Findings in the order of the sheets given, then of rows and columns; those about a table first. */
export function sortItems(items: readonly ReturnItem[], sheets: readonly string[]): ReturnItem[] {
  const place = new Map(sheets.map((sheet, index) => [sheet, index]));
  return items.toSorted(
    (a, b) =>
      (place.get(a.sheet) ?? sheets.length) - (place.get(b.sheet) ?? sheets.length) ||
      (a.row ?? 0) - (b.row ?? 0) ||
      columnNumber(a.cell ?? '') - columnNumber(b.cell ?? '') ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
}

/** The cells to mark. A finding of a row without a cell stands on the row's first column, one of a table on no cell at all. */
export function cellMarks(items: readonly ReturnItem[], firstColumn: (sheet: string) => number): CellMark[] {
  const cells = new Map<string, CellMark>();
  for (const item of items) {
    if (item.row === null) continue;
    const place = item.cell === null ? null : cellPlace(item.cell);
    const { column, row } = place ?? { column: firstColumn(item.sheet), row: item.row };
    const key = `${item.sheet}\n${column} ${row}`;
    const before = cells.get(key);
    const text = `【${LEVEL_WORDS[item.severity]}】${item.problem}${item.remedy}`;
    cells.set(key, {
      sheet: item.sheet,
      row,
      column,
      severity: before ? worse(before.severity, item.severity) : item.severity,
      text: before ? `${before.text}\n${text}` : text,
    });
  }
  return [...cells.values()];
}

const SEVERITIES: readonly Severity[] = ['error', 'verify', 'notice'];

function worse(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(a) <= SEVERITIES.indexOf(b) ? a : b;
}

/** Sentences of findings say what is wrong, then `请…`; one that asks for nothing is only to be known. */
function halves({ message, severity }: Finding): { problem: string; remedy: string } {
  const at = message.lastIndexOf('。请');
  if (at >= 0) return { problem: message.slice(0, at + 1), remedy: message.slice(at + 1) };
  return { problem: message, remedy: severity === 'notice' ? '提示事项，如无误可不改。' : '请核对后改正。' };
}

import ExcelJS from 'exceljs';
import { expect } from 'vitest';
import type { AnalyseContext, AnalysedTable, SheetAnalysis } from '../../../electron/core/analysed.ts';
import {
  allFindings,
  analyse,
  type CellDraft,
  good,
  headerOf,
  type RowDraft,
  type SheetDraft,
  sheetOf,
  templateOf,
} from '../../core/sheetOf.ts';
import { sheetsOf } from '../../io/intake/readBytes.ts';

export type Lines = readonly (readonly CellDraft[])[];

export const TITLE = '西峡县市场监督管理局行政处罚信息（2022年第17周）';
export const FIELDS = templateOf('penalty-legal').columns.map((column) => column.id);
export const HEADER = headerOf('penalty-legal');

/** A faultless penalty in the order of the template, fields given laid over it. */
export function record(n: number, over: RowDraft = {}): CellDraft[] {
  const values = { ...good('penalty-legal', n), ...over };
  return FIELDS.map((field) => values[field] ?? null);
}

/** Header and records of another template. */
export const table = (id: string, ...numbers: readonly number[]): CellDraft[][] => {
  const fields = templateOf(id).columns.map((column) => column.id);
  return [headerOf(id), ...numbers.map((n) => fields.map((field) => good(id, n)[field] ?? null))];
};

/** Title and header with these rows below: data begins in row 3. */
export const penalties = (...rows: Lines): Lines => [[TITLE], HEADER, ...rows];

/** Column letters of a field of a penalty. */
export const letters = (field: string): string => {
  const at = FIELDS.indexOf(field);
  return at < 26 ? String.fromCharCode(65 + at) : `A${String.fromCharCode(39 + at)}`;
};

/** The tables of some sheets; every row of each is a record or has its reason. */
export function tablesOf(...args: Parameters<typeof analyse>): AnalysedTable[] {
  const tables = analyse(...args).filter((one: SheetAnalysis) => one.kind === 'table');
  for (const one of tables) expect(one.rows).toBe(one.records.length + one.skipped.length);
  return tables;
}

/** The one table of lines as the intake hands them over. */
export function read(lines: Lines, draft: SheetDraft = {}, context: Partial<AnalyseContext> = {}): AnalysedTable {
  const [only, ...others] = tablesOf([sheetOf(lines, draft)], context);
  if (!only || others.length > 0) throw new Error(`${others.length + (only ? 1 : 0)} tables`);
  return only;
}

/** The tables of a workbook that another program writes. */
export async function written(write: (book: ExcelJS.Workbook) => void): Promise<AnalysedTable[]> {
  const book = new ExcelJS.Workbook();
  write(book);
  return tablesOf(await sheetsOf(new Uint8Array(await book.xlsx.writeBuffer())));
}

/** A sheet of penalties in a workbook: title, header, records from row 3 on. */
export function addPenalties(book: ExcelJS.Workbook, rows: Lines, name = 'Sheet1'): ExcelJS.Worksheet {
  const sheet = book.addWorksheet(name);
  for (const line of penalties(...rows)) sheet.addRow(line.map((cell) => (typeof cell === 'object' ? null : cell)));
  return sheet;
}

/** Rows of the records. */
export const rowsOf = (one: AnalysedTable | undefined): number[] => one?.records.map((r) => r.row) ?? [];
/** `4 total_row` */
export const skipsOf = (one: AnalysedTable | undefined): string[] =>
  one?.skipped.map((skip) => `${skip.row} ${skip.reason}`) ?? [];
/** `A3 merged_value verify` */
export const foundIn = (one: AnalysedTable | undefined): string[] =>
  one ? allFindings(one).map((f) => `${f.cell ?? f.row} ${f.rule} ${f.severity}`) : [];
export const remarksOf = (one: AnalysedTable | undefined): string[] => one?.remarks.map((r) => r.code) ?? [];
/** The sentence of a remark. */
export const remark = (one: AnalysedTable | undefined, code: string): string =>
  one?.remarks.find((r) => r.code === code)?.message ?? '';

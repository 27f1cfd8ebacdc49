/** One blank template workbook to hand out. */
export interface BlankFile {
  readonly duty: string;
  readonly template: string;
  /** Null: the unit fills in its name. */
  readonly unit: string | null;
  readonly out: string;
  readonly name: string;
  readonly size: number;
}

/**
 * What the hidden sheet of a handed-out workbook says of it, so that the returned file recognises itself exactly. Cells A1:B6:
 * `credit-desk`/1, `profile`, `unit`, `duty`, `template`, `period` (empty where open).
 */
export const BLANK_SHEET = '_credit_desk';
export interface BlankMark {
  readonly profile: string;
  readonly unit: string | null;
  readonly duty: string;
  readonly template: string;
  readonly period: string | null;
  /** The mark of a returned table: its period holds for the rows that were returned, not for new ones typed over them. */
  readonly isReturned?: true;
}

import type { Day } from './time.ts';

/** What one cell holds. Cells without content are absent. */
export interface CellContent {
  /** 1-based column. */
  readonly column: number;
  /** What a person sees in the cell. */
  readonly text: string;
  readonly type: 'string' | 'number' | 'date' | 'boolean' | 'error' | 'formula';
  /** string; number; date as ISO day or date-time; boolean; error text; null: formula without a cached value (type `formula`). */
  readonly value: string | number | boolean | null;
  /** Number format code, `General`, `yyyy/m/d`. */
  readonly format: string;
  /** A number of 16 digits or more whose last digits are lost. */
  readonly precisionLost?: true;
  readonly struckOut?: true;
  /** `value` is the cached result of a formula. */
  readonly formula?: true;
  /** The formula asks the clock (TODAY, NOW, RAND): its value changes by itself. */
  readonly volatile?: true;
  /** The formula's cached value comes from another workbook. */
  readonly external?: true;
  /** Text of the cell's comment (批注). */
  readonly comment?: string;
  /** White on white or too small to read. */
  readonly unreadable?: true;
  /** The cell is filled with a colour by hand. */
  readonly coloured?: true;
  /** A picture in the cell (WPS `DISPIMG`); `text` is empty. */
  readonly picture?: true;
}

/** A cell as `read` lists it, with its address `D6`. */
export interface Cell extends CellContent {
  readonly cell: string;
}

export interface SheetRow {
  /** 1-based. */
  readonly row: number;
  readonly hidden: boolean;
  readonly cells: readonly CellContent[];
}

/** A plain sheet: what the intake sees, before any meaning. Rows without content are absent. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly SheetRow[];
  /** `A1:C1` */
  readonly merges: readonly string[];
  /** 1-based. */
  readonly hiddenColumns: readonly number[];
  readonly pictures: number;
  /** Text boxes and shapes floating over the cells; their text is not read. */
  readonly shapes?: number;
  /** Rows are hidden by a filter. */
  readonly filtered?: true;
}

export type WorkbookFormat = 'xlsx' | 'xls' | 'csv' | 'html';

export interface Workbook {
  readonly format: WorkbookFormat;
  readonly sheets: readonly Sheet[];
  /** It is encrypted: what opened it is a password. */
  readonly locked?: true;
}

/** The same with addresses, as `read` prints it and 导入诊断 shows it. */
export interface WorkbookListing {
  readonly format: WorkbookFormat;
  readonly sheets: readonly (Omit<Sheet, 'rows'> & {
    readonly rows: readonly { readonly row: number; readonly hidden: boolean; readonly cells: readonly Cell[] }[];
  })[];
}

/** What a file turned out to be. A refusal is a value, never a throw. */
export type IntakeResult =
  | { readonly kind: 'workbook'; readonly workbook: Workbook }
  | { readonly kind: 'refused'; readonly code: FileCode; readonly detail: string }
  | {
      readonly kind: 'attachment';
      readonly code: FileCode | null;
      readonly detail: string;
      /** What a Word document says; null for papers and pictures. */
      readonly article: Article | null;
    };

/** Text of a `.docx`: an article, a case, a 情况说明. */
export interface Article {
  readonly title: string;
  /** The day written in it (under the title or as 成文日期), if there is exactly one. */
  readonly day: Day | null;
  /** Paragraphs joined by line feeds, at most 100,000 characters. */
  readonly text: string;
  /** Tables of a Word document, whose cells are kept as text only; absent if it has none. */
  readonly tables?: number;
}

export const FILE_CODES = [
  'empty',
  'truncated',
  'encrypted',
  'wrong_password',
  'unsupported_format',
  'not_a_workbook',
  'picture_only',
  'too_large',
  'temporary_file',
  'no_table',
  'unknown_layout',
] as const;
export type FileCode = (typeof FILE_CODES)[number];

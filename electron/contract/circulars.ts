import type { Moment, Period } from './time.ts';

/** A paragraph of the circular. `second` is a （一） heading in 楷体. */
export interface CircularParagraph {
  readonly level: 'body' | 'second';
  readonly text: string;
}

export interface CircularSection {
  /** `一、基本情况` */
  readonly heading: string;
  readonly paragraphs: readonly CircularParagraph[];
}

export interface CircularColumn {
  readonly title: string;
  readonly align: 'left' | 'center' | 'right';
  /** Share of the table's width; all shares are summed. */
  readonly width: number;
}

/** One annex with its table; printed on a page of its own. Without rows it prints 无. */
export interface CircularTable {
  /** `附件1`, or `附件` when there is only one. */
  readonly label: string;
  readonly caption: string;
  readonly columns: readonly CircularColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Printed under the table (above a landscape one): the formula in force, or how to read it. */
  readonly note: string;
  readonly landscape: boolean;
}

/** The circular (通报) as data; `io/documents` makes the `.docx` of it and the renderer the print page, from the same values. */
export interface CircularDocument {
  readonly period: Period;
  readonly asOf: Moment;
  /** Red head: `…办公室文件`. */
  readonly letterhead: string;
  /** `西信用办〔2022〕6号`; the number is blank (`西信用办〔2022〕 号`) until one is given. */
  readonly documentNo: string;
  readonly title: string;
  /** 主送, without the colon. */
  readonly addressee: string;
  readonly introduction: readonly string[];
  readonly sections: readonly CircularSection[];
  readonly tables: readonly CircularTable[];
  readonly signature: string;
  /** `2022年5月5日` */
  readonly date: string;
  /** 附注, without brackets; empty: none. */
  readonly remark: string;
  readonly copyTo: readonly string[];
  readonly issuer: string;
}

export const DOCUMENT_FORMATS = ['docx', 'html', 'pdf'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

export interface WrittenFile {
  /** Absolute path. */
  readonly path: string;
  readonly name: string;
  readonly size: number;
}

import type { ChartSpec, FontRole } from './charts.ts';
import type { Figure, FigureRef } from './figures.ts';
import type { Moment, Period } from './time.ts';

/** `body` plain, `second` a （一） heading in 楷体, `third` begins with `1.`, `fourth` with `（1）`. The number is part of the text. */
export const PARAGRAPH_LEVELS = ['body', 'second', 'third', 'fourth'] as const;
export type ParagraphLevel = (typeof PARAGRAPH_LEVELS)[number];

/** A paragraph of the circular. */
export interface CircularParagraph {
  /** Stable name of what it says, `missing/000-02`; the same in every composition of the same paper. One a clerk added begins with `own/`. */
  readonly key: string;
  readonly level: ParagraphLevel;
  readonly text: string;
  /** Its numbers and the rows behind them; where a clerk changed the text, those that still stand in it. */
  readonly figures?: readonly Figure[];
}

export interface CircularSection {
  readonly key: string;
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

/** One annex with its table, or its charts, or both; printed on a page of its own. Without rows a table prints 无. */
export interface CircularTable {
  /** Which annex it is, `ranking`. */
  readonly key: string;
  /** `附件1`, or `附件` when there is only one. */
  readonly label: string;
  readonly caption: string;
  /** None: the annex is its charts alone. */
  readonly columns: readonly CircularColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Printed under the table: the formula in force, or how to read it. */
  readonly note: string;
  readonly landscape: boolean;
  readonly figures?: readonly { readonly row: number; readonly column: number; readonly ref: FigureRef }[];
  readonly charts?: readonly ChartSpec[];
}

/** What of the official form (GB/T 9704-2012 §7) a paper shows. Empty texts: not shown. */
export interface DocumentForm {
  /** Red head with 发文机关标志, or a plain head for a 平行 notice. */
  readonly redHead: boolean;
  /** 份号, six digits. */
  readonly copyNo: string;
  /** 密级和保密期限, `秘密★1年`. */
  readonly secrecy: string;
  /** 紧急程度, `特急` or `加急`. */
  readonly urgency: string;
  /** 签发人; only on papers to a superior. */
  readonly signer: string;
  /** Leaves room for a seal over signature and date. */
  readonly seal: boolean;
  /** Families to write, by role; absent: those the standard names. Frozen with the paper. */
  readonly fonts?: Readonly<Partial<Record<FontRole, { readonly family: string; readonly bold: boolean }>>>;
}

export const PLAIN_FORM: DocumentForm = {
  redHead: true,
  copyNo: '',
  secrecy: '',
  urgency: '',
  signer: '',
  seal: false,
};

/** The circular (通报) as data; `io/documents` makes the `.docx` of it and the renderer the print page, from the same values. */
export interface CircularDocument {
  /** Null: a paper about no period (a letter). */
  readonly period: Period | null;
  readonly asOf: Moment;
  readonly form: DocumentForm;
  /** Red head: `…办公室文件`. */
  readonly letterhead: string;
  /** `西信用办〔2022〕6号`; the number is blank (`西信用办〔2022〕 号`) until one is given; empty: a paper without number. */
  readonly documentNo: string;
  readonly title: string;
  /** 主送, without the colon. */
  readonly addressee: string;
  readonly introduction: readonly CircularParagraph[];
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

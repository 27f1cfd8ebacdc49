import type { CircularDocument, DocumentForm, ParagraphLevel } from './circulars.ts';
import type { Day, Moment, Period } from './time.ts';

/** Kinds of paper that leave the office: the circulars (月通报 季通报 专项通报 年通报), 催报函, the circular of the year's score, a 更正. */
export const PAPER_KINDS = ['monthly', 'quarterly', 'special', 'annual', 'letter', 'assessment', 'correction'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Kinds of circular: the papers that are composed from a period's grid, rates and records. */
export const CIRCULAR_KINDS = ['monthly', 'quarterly', 'special', 'annual'] as const satisfies readonly PaperKind[];
export type CircularKind = (typeof CIRCULAR_KINDS)[number];

/** 拟稿 → 已审核 → 已印发; 作废 keeps its place in the register. */
export const PAPER_STATES = ['draft', 'checked', 'issued', 'void'] as const;
export type PaperState = (typeof PAPER_STATES)[number];

/** What of the data a paper speaks of; null: all duties, all units. */
export interface PaperScope {
  readonly duties: readonly string[] | null;
  readonly units: readonly string[] | null;
}

/**
 * A change by hand, by the key of what it changes. Composing again puts the edits on the new text: `base` is the text that stood there
 * when the clerk changed it, and where the data have another text now the edit is shown as stale, never lost and never overwritten.
 */
export type PaperEdit =
  | { readonly edit: 'replace'; readonly key: string; readonly text: string; readonly base: string }
  | { readonly edit: 'remove'; readonly key: string; readonly base: string }
  /** `after`: a paragraph's key, a section's (its first place), or `introduction`. `key` begins with `own/`. */
  | {
      readonly edit: 'insert';
      readonly key: string;
      readonly after: string;
      readonly level: ParagraphLevel;
      readonly text: string;
    }
  | { readonly edit: 'insertSection'; readonly key: string; readonly after: string; readonly text: string }
  /** Puts a paragraph behind another one, in the same section or not; of a section key: the whole section. */
  | { readonly edit: 'move'; readonly key: string; readonly after: string };

/** Texts of a document outside its paragraphs that an edit may replace, by these keys. */
export const FIELD_KEYS = ['letterhead', 'title', 'addressee', 'signature', 'remark', 'copyTo', 'issuer'] as const;
export type FieldKey = (typeof FIELD_KEYS)[number];

/** Characters of a title: more is text that was pasted into the wrong field. */
export const TITLE_LIMIT = 150;

/** How a block of the document differs from what the data say. */
export interface BlockMark {
  readonly key: string;
  /** `stale`: changed by hand, and the data have changed since; `own`: added by hand; `gone`: changed by hand, and no longer composed. */
  readonly state: 'edited' | 'stale' | 'removed' | 'own' | 'moved' | 'gone';
  /** What the data say now; empty for what a clerk added. */
  readonly composed: string;
  /** What they said when it was changed. */
  readonly base: string;
  readonly text: string;
}

/** Who did what to a paper when. */
export interface PaperStep {
  readonly step: 'drafted' | 'checked' | 'reopened' | 'issued' | 'voided';
  readonly by: string;
  readonly at: Moment;
  readonly note: string;
}

/** A line of the register of papers. */
export interface PaperSummary {
  readonly id: number;
  readonly kind: PaperKind;
  readonly period: Period | null;
  readonly state: PaperState;
  readonly title: string;
  /** `西信用办〔2022〕6号`; empty without one. */
  readonly documentNo: string;
  /** 成文日期 */
  readonly date: Day | null;
  readonly addressee: string;
  readonly steps: readonly PaperStep[];
  readonly voidReason: string;
  /** `id` of the paper it corrects, or was made from. */
  readonly about: number | null;
}

/** A paper that was begun: what decides its content. */
export interface Paper extends PaperSummary {
  readonly asOf: Moment;
  readonly scope: PaperScope;
  readonly form: DocumentForm;
  /** Annexes in order; null: as the texts give them. */
  readonly annexes: readonly string[] | null;
  readonly edits: readonly PaperEdit[];
  /** Rises with every change; a save against an older one is refused (`paper_changed`). */
  readonly revision: number;
}

/** What the data say now otherwise than an issued paper does (更正). */
export interface Correction {
  /** `一（一）总体情况`, `附件1 第3行 上报率`. */
  readonly place: string;
  readonly before: string;
  readonly after: string;
}

export interface PaperView {
  readonly paper: Paper;
  /** Of a draft: composed now, edits put on; of an issued one: what was frozen. */
  readonly document: CircularDocument;
  readonly marks: readonly BlockMark[];
  /** Of an issued paper. */
  readonly corrections: readonly Correction[];
  /** What a careful colleague would say before it is signed, one sentence each. */
  readonly advice: readonly string[];
  /** Why it can be neither checked nor issued any more, as it stands among the advice; absent: it can. */
  readonly barred?: string | undefined;
  /** Annexes there are to choose from, in the order of the texts. */
  readonly annexChoice: readonly { readonly annex: string; readonly caption: string }[];
}

/** What of a draft may be changed. */
export interface PaperChange {
  readonly asOf?: Moment | undefined;
  readonly scope?: PaperScope | undefined;
  readonly form?: DocumentForm | undefined;
  readonly annexes?: readonly string[] | null | undefined;
  readonly edits?: readonly PaperEdit[] | undefined;
  readonly date?: Day | null | undefined;
}

/** A 发文字号 of the register. `used` belongs to a paper of the program, `outside` to one made elsewhere; void ones keep their place. */
export interface DocumentNumber {
  readonly id: number;
  readonly year: number;
  readonly seq: number;
  /** `西信用办〔2022〕6号` */
  readonly text: string;
  readonly state: 'reserved' | 'used' | 'outside' | 'void';
  readonly paper: number | null;
  readonly subject: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Moment;
}

/** Numbers one after the other, both ends among them. */
export interface NumberGap {
  readonly from: number;
  readonly to: number;
}

/** The numbers of a year in order, and what comes next; `gaps` are numbers nobody accounts for. */
export interface NumberRegister {
  readonly year: number;
  readonly next: number;
  readonly gaps: readonly NumberGap[];
  readonly numbers: readonly DocumentNumber[];
}

/** The office's own Word template for circulars, checked against what the program can fill in. */
export interface WordTemplate {
  readonly name: string;
  readonly at: Moment;
  readonly by: string;
  /** {占位} of the template. */
  readonly tags: readonly string[];
  /** Those the program does not know: they stop the template from being used. */
  readonly unknown: readonly { readonly tag: string; readonly like: string }[];
  /** Those without which the paper would not be whole. */
  readonly missing: readonly string[];
  /** Every tag there is, with what it is filled with. */
  readonly known: readonly { readonly tag: string; readonly meaning: string }[];
}

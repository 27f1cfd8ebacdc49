import type { Day } from './time.ts';

/** How a column's text is read and checked. */
export const FIELD_TYPES = ['text', 'enum', 'date', 'number', 'uscc', 'id-number', 'subject-code'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** True for a row when the named field is (not) empty, equals one of the values, or contains one of them. */
export type Condition =
  | { readonly field: string; readonly is: 'empty' | 'filled' }
  | { readonly field: string; readonly in: readonly string[] }
  | { readonly field: string; readonly notIn: readonly string[] }
  | { readonly field: string; readonly contains: readonly string[] };

export interface Column {
  /** The standard's own code (`XK_JDRQ`) where it has one, else camelCase English. */
  readonly id: string;
  /** Chinese name as the standard writes it. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly type: FieldType;
  /** Longest text in characters; null: unlimited. */
  readonly length: number | null;
  readonly required: boolean;
  readonly requiredWhen: readonly Condition[];
  readonly mustBeEmptyWhen: readonly Condition[];
  readonly codes: CodeList | null;
  /** Only of `number`. */
  readonly number: NumberRule | null;
  /** Only of `date`. */
  readonly date: DateRule | null;
  readonly checks: readonly ColumnCheck[];
  /** Of a text that people write in their own words, though it speaks of something on a list. */
  readonly listed?: TextList;
  /**
   * Field this one is read with: the subject's category of a company or subject code, the document type of an ID number, the
   * date inside a commitment number. Absent: read alone.
   */
  readonly decidedBy?: string;
}

export interface CodeList {
  readonly values: readonly string[];
  /** Written form → value in the list. */
  readonly synonyms: Readonly<Record<string, string>>;
  /** Several values joined by `;`. */
  readonly multiple: boolean;
  /** `其他-具体内容` is accepted. */
  readonly otherWithText: boolean;
}

export interface TextList {
  /** What the list is called: `失信惩戒和守信激励措施清单`. */
  readonly title: string;
  /** Value → words that speak of it. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** A text that speaks of nothing on the list is told. */
  readonly strict: boolean;
}

export interface NumberRule {
  readonly decimals: number;
  readonly min: number | null;
  /** The bound itself is not allowed. */
  readonly exclusiveMin: boolean;
  /** Out of a hundred: `95%` and a cell that shows it are 95; what is written as a part of one is asked. */
  readonly percent?: true;
  /** 万元 columns: an amount in 元 named in this text field is compared. */
  readonly amountIn: string | null;
}

export interface DateRule {
  /** A date in the future is an error. */
  readonly notFuture: boolean;
  /** Field ids whose date must not be later than this one. */
  readonly notBefore: readonly string[];
  /** `长期` reads as 2099-12-31. */
  readonly longTerm: boolean;
}

/** Further checks of one column, by name. */
export const COLUMN_CHECKS = [
  'document-number',
  'subject-name',
  'subject-category',
  'agency-code',
  'issuing-unit',
  'commitment-number',
  'phone',
] as const;
export type ColumnCheck = (typeof COLUMN_CHECKS)[number];

/** The columns of one kind of table (模板). Complete as JSON in `resources/templates/`. */
export interface Template {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly source: string;
  /** Words that, in a title, sheet or file name, speak for this template. */
  readonly titleWords: readonly string[];
  readonly columns: readonly Column[];
  /** Record key: for each part the first filled field of its list. */
  readonly key: readonly (readonly string[])[];
  /** Field that starts the record's clock; null: no clock. */
  readonly decisionDate: string | null;
  /** Field naming the agency that sends, evidence for the unit. */
  readonly unitField: string | null;
  /** Field whose texts name the period of the table (统计期), as its title may. */
  readonly periodField?: string;
  /** Its rows say that nothing arose (情况说明): a table is a zero report of the duty that `matter` speaks of, `reason` its note. */
  readonly nothing?: { readonly matter: string; readonly reason: string };
  /** Field shown as the name of a record. */
  readonly nameField: string;
  /** Rows count towards a duty's quota. */
  readonly unitOfCount: string;
  /** The version before, as far as its tables still arrive. */
  readonly former?: FormerVersion;
  /** What must add up within a row (勾稽关系). */
  readonly sums?: readonly RowSum[];
  /** What must agree with other tables of the unit. */
  readonly ties?: readonly TableTie[];
}

/** How a table of the version before is known and read. */
export interface FormerVersion {
  readonly version: string;
  /** Headers by which a table of it is known: two of them are enough. */
  readonly headers: readonly string[];
  /** Fields it did not have. A table that has none of them is of that version throughout. */
  readonly absent?: readonly string[];
  /** In such a table what a header meant then: its field, null where today's field of that name means something else. */
  readonly fields?: Readonly<Record<string, string | null>>;
  /** Last day on which it was in force: what is received later lacks the absent fields, what came before does not. */
  readonly until?: Day;
  /** In words what else differs from today, for the clerk. */
  readonly note?: string;
}

/** A number that must equal one of the sums of `of`, each without what `less` names; the cell to mend is that of `field`. */
export interface RowSum {
  readonly field: string;
  readonly of: readonly (readonly string[])[];
  readonly less: readonly string[];
}

/** A number that must equal the sum of others of the same unit. */
export interface TableTie {
  readonly field: string;
  readonly of: readonly TiedNumber[];
}

/** A field of another table in the same period or the one before, or how many rows of a template there are up to the period. */
export type TiedNumber =
  | { readonly template: string; readonly field: string; readonly period: 'same' | 'before' }
  | { readonly template: string; readonly rows: 'until' };

export interface TemplateSummary {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly version: string;
  readonly columns: number;
  readonly required: number;
  readonly duties: readonly string[];
}

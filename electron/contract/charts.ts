import type { AsOf } from './asOf.ts';
import type { FigureRef } from './figures.ts';
import type { CellStatus } from './status.ts';
import type { Period } from './time.ts';

/** A chart as data. Screen, print page and Word document draw the same one (`contract/chartOption.ts`). Rates are 0–100, null: none. */
export type ChartSpec =
  /** Rates by period, against a target. */
  | {
      readonly kind: 'trend';
      readonly title: string;
      readonly periods: readonly Period[];
      /** Names of the periods as printed, `4月`. */
      readonly labels: readonly string[];
      readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
      readonly target: number;
    }
  /** Bars by unit, best first. */
  | {
      readonly kind: 'ranking';
      readonly title: string;
      readonly items: readonly {
        readonly unit: string;
        readonly name: string;
        readonly value: number | null;
        readonly ref?: FigureRef;
      }[];
      /** `%`, `分`, `条` */
      readonly measure: string;
      readonly target: number | null;
      /** Value of the longest bar, where this is a part of a larger chart. */
      readonly most?: number;
    }
  /** Units × periods: what became of what was owed; null: nothing owed. */
  | {
      readonly kind: 'heat';
      readonly title: string;
      readonly units: readonly { readonly unit: string; readonly name: string }[];
      readonly periods: readonly Period[];
      readonly labels: readonly string[];
      /** By unit, then by period. */
      readonly values: readonly (readonly (CellStatus | null)[])[];
      /** Squares that are `pending` for what is still to come, while some of what they hold has come; absent: none. */
      readonly begun?: readonly { readonly unit: string; readonly period: Period }[];
    }
  /** Records by template. */
  | {
      readonly kind: 'composition';
      readonly title: string;
      readonly items: readonly {
        readonly template: string;
        readonly name: string;
        readonly count: number;
        readonly ref?: FigureRef;
      }[];
      /** Of the whole, where this is a part of a larger chart. */
      readonly whole?: { readonly most: number; readonly total: number };
    };
export type ChartKind = ChartSpec['kind'];

/** A typeface that a document asks for: whether this machine has it, and what is used instead. */
export interface FontUse {
  /** `title` 小标宋, `body` 仿宋, `kai` 楷体, `hei` 黑体, `song` 宋体 */
  readonly role: FontRole;
  readonly wanted: string;
  /** Family that is written into documents. */
  readonly used: string;
  readonly bold: boolean;
  readonly isReplaced: boolean;
  /** Neither it nor what could stand for it is there; documents name it all the same. */
  readonly isAbsent?: true;
  /** One sentence for a clerk where it is replaced: which is missing, what stands for it, what to do. */
  readonly advice: string;
}
export const FONT_ROLES = ['title', 'body', 'kai', 'hei', 'song'] as const;
export type FontRole = (typeof FONT_ROLES)[number];

/** Charts and typefaces: part of the one map of requests. */
export interface ChartRequests {
  /** The charts of a month, quarter, half or year: rates of the twelve months up to it, ranking, heat map and composition of it. */
  'charts.list': {
    args: AsOf & {
      readonly period: Period;
      readonly duties?: readonly string[] | undefined;
      readonly units?: readonly string[] | undefined;
    };
    result: readonly ChartSpec[];
  };
  'fonts.check': { args: Record<string, never>; result: readonly FontUse[] };
}

import type { StoredRecord } from './records.ts';
import type { GridCell } from './status.ts';
import type { Moment, Period } from './time.ts';

/**
 * Which squares of the grid a number counts. `owed`: due and not met; `expected`: met or due; `onTime`: met and not late; `sent`: with
 * pieces, owed or not.
 */
export const CELL_STATES = [
  'expected',
  'met',
  'onTime',
  'late',
  'zero',
  'owed',
  'missing',
  'partial',
  'returned',
  'pending',
  'exempt',
  'contradicted',
  'sent',
] as const;
export type CellState = (typeof CELL_STATES)[number];

/**
 * Which records a number counts. `clocked`: those with a decision clock; `untimely`: clocked and not timely, either `overdue` by its decision
 * date or `undated`: without one, or with one after the receipt, so that nobody can tell.
 */
export const RECORD_STATES = [
  'all',
  'compliant',
  'faulty',
  'clocked',
  'timely',
  'untimely',
  'overdue',
  'undated',
  'updated',
] as const;
export type RecordState = (typeof RECORD_STATES)[number];

/** The rows a number was counted from, as a question that can be asked again. An absent list means all of them. */
export type FigureRef =
  | {
      readonly kind: 'cells';
      readonly period: Period;
      readonly asOf: Moment;
      readonly state: CellState;
      readonly duties?: readonly string[] | undefined;
      readonly units?: readonly string[] | undefined;
    }
  | {
      readonly kind: 'records';
      readonly period: Period;
      readonly asOf: Moment;
      readonly state: RecordState;
      readonly templates?: readonly string[] | undefined;
      readonly units?: readonly string[] | undefined;
      readonly duties?: readonly string[] | undefined;
    }
  /** Exactly the units listed; without a list those that owe something in the period. */
  | {
      readonly kind: 'units';
      readonly period: Period;
      readonly asOf: Moment;
      readonly duties?: readonly string[] | undefined;
      readonly units?: readonly string[] | undefined;
    }
  /**
   * What a unit's points for one item of the year's score were counted from; without `item`, its whole score or one group of it, line by line.
   * Without `unit`: the points of all units for the item, or all their scores; `group` goes with `unit` alone.
   */
  | {
      readonly kind: 'assessment';
      readonly year: number;
      readonly asOf: Moment;
      readonly unit?: string | undefined;
      readonly item?: string | undefined;
      readonly group?: string | undefined;
    };

/** A number inside a text and the rows behind it; `start` and `length` in UTF-16 units of the text. */
export interface Figure {
  readonly start: number;
  readonly length: number;
  readonly ref: FigureRef;
}

/** A square with its names, as a list shows it. */
export interface FigureCell extends GridCell {
  readonly unitName: string;
  readonly dutyTitle: string;
}

/** The rows behind a number, a page of them; `total` is the number itself when nothing changed since. */
export type FigureRows = { readonly title: string; readonly total: number } & (
  | { readonly kind: 'cells'; readonly cells: readonly FigureCell[] }
  | { readonly kind: 'records'; readonly records: readonly StoredRecord[] }
  | { readonly kind: 'units'; readonly units: readonly { readonly unit: string; readonly name: string }[] }
  /** How the points came about, line by line. */
  | { readonly kind: 'lines'; readonly lines: readonly { readonly text: string; readonly ref?: FigureRef }[] }
);

/** What a number was counted from: part of the one map of requests. */
export interface FigureRequests {
  'figures.open': {
    args: { readonly ref: FigureRef; readonly offset?: number | undefined; readonly limit?: number | undefined };
    result: FigureRows;
  };
}

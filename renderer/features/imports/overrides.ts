import type { Candidate, Override } from '../../../electron/contract/imports.ts';

/** What is corrected: one table, or with `sheet: null` the whole file. */
export interface OverrideTarget {
  readonly file: string;
  readonly sheet: string | null;
}

export type Choice = Candidate['choice'];

export interface Answer {
  readonly target: OverrideTarget;
  readonly choice: Choice;
}

/** Adds an answer to those given before; the newest answer for a thing wins, columns and date orders are joined. */
export function withChoice(overrides: readonly Override[], target: OverrideTarget, choice: Choice): Override[] {
  const before = overrideFor(overrides, target);
  const joined: Override = {
    ...before,
    ...choice,
    file: target.file,
    ...(target.sheet === null ? {} : { sheet: target.sheet }),
    ...(before?.columns || choice.columns ? { columns: { ...before?.columns, ...choice.columns } } : {}),
    ...(before?.dateOrder || choice.dateOrder ? { dateOrder: { ...before?.dateOrder, ...choice.dateOrder } } : {}),
  };
  return [...withoutTarget(overrides, target), joined];
}

/** Takes all answers about a table back. */
export function withoutTarget(overrides: readonly Override[], target: OverrideTarget): Override[] {
  return overrides.filter((override) => !isFor(override, target));
}

/** The answers given about a table, if any. */
export function overrideFor(overrides: readonly Override[], target: OverrideTarget): Override | undefined {
  return overrides.find((override) => isFor(override, target));
}

function isFor(override: Override, target: OverrideTarget): boolean {
  return override.file === target.file && (override.sheet ?? null) === target.sheet;
}

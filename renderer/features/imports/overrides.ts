import type { Candidate, CellCorrection, Confirmation, Override } from '../../../electron/contract/imports.ts';

/** What is corrected: one table, all tables of a sheet (`part: ''`), or with `sheet: null` the whole file. */
export interface OverrideTarget {
  readonly file: string;
  readonly sheet: string | null;
  readonly part: string;
}

export type Choice = Candidate['choice'];

export interface Answer {
  readonly target: OverrideTarget;
  readonly choice: Choice;
}

/** Adds an answer to those given before; the newest answer for a thing wins; columns, date orders, cells and confirmations are joined. */
export function withChoice(overrides: readonly Override[], given: OverrideTarget, choice: Choice): Override[] {
  const target = { ...given, part: choice.part ?? given.part };
  const before = overrideFor(overrides, target);
  const joined: Override = {
    ...before,
    ...choice,
    file: target.file,
    ...(target.sheet === null ? {} : { sheet: target.sheet }),
    ...(target.part === '' ? {} : { part: target.part }),
    ...(before?.columns || choice.columns ? { columns: { ...before?.columns, ...choice.columns } } : {}),
    ...(before?.dateOrder || choice.dateOrder ? { dateOrder: { ...before?.dateOrder, ...choice.dateOrder } } : {}),
    ...joinedLists(before, choice),
  };
  return [...overrides.filter((override) => !isFor(override, target)), joined];
}

/** Takes all answers that bear on a table back, those given for its whole sheet included; of a file, all of that file. */
export function withoutTarget(overrides: readonly Override[], target: OverrideTarget): Override[] {
  return overrides.filter((override) => !bearsOn(override, target));
}

/** The correction of one cell is taken back. */
export function withoutCell(overrides: readonly Override[], target: OverrideTarget, cell: string): Override[] {
  return mapped(overrides, target, (override) => ({
    ...override,
    cells: override.cells?.filter((one) => one.cell !== cell),
  }));
}

/** The reason by which a finding passes is taken back. */
export function withoutConfirmation(
  overrides: readonly Override[],
  target: OverrideTarget,
  finding: Pick<Confirmation, 'row' | 'cell' | 'rule'>,
): Override[] {
  return mapped(overrides, target, (override) => ({
    ...override,
    confirmations: override.confirmations?.filter((one) => !isSameFinding(one, finding)),
  }));
}

/** The answers given about exactly this table, sheet or file, if any. */
export function overrideFor(overrides: readonly Override[], target: OverrideTarget): Override | undefined {
  return overrides.find((override) => isFor(override, target));
}

/** Whether anything was answered that bears on a table. */
export function isAnswered(overrides: readonly Override[], target: OverrideTarget): boolean {
  return overrides.some((override) => bearsOn(override, target));
}

function joinedLists(before: Override | undefined, choice: Choice): Pick<Override, 'cells' | 'confirmations'> {
  const cells = newestOf<CellCorrection>(before?.cells, choice.cells, (a, b) => a.cell === b.cell);
  const confirmations = newestOf<Confirmation>(before?.confirmations, choice.confirmations, isSameFinding);
  return { ...(cells ? { cells } : {}), ...(confirmations ? { confirmations } : {}) };
}

function newestOf<T>(
  before: readonly T[] | undefined,
  added: readonly T[] | undefined,
  isSame: (a: T, b: T) => boolean,
): readonly T[] | undefined {
  if (!added) return before;
  return [...(before ?? []).filter((one) => !added.some((other) => isSame(one, other))), ...added];
}

function isSameFinding(a: Pick<Confirmation, 'row' | 'cell' | 'rule'>, b: typeof a): boolean {
  return a.row === b.row && a.cell === b.cell && a.rule === b.rule;
}

function mapped(
  overrides: readonly Override[],
  target: OverrideTarget,
  change: (override: Override) => Override,
): Override[] {
  return overrides.map((override) => (bearsOn(override, target) ? change(override) : override));
}

function isFor(override: Override, { file, sheet, part }: OverrideTarget): boolean {
  return override.file === file && (override.sheet ?? null) === sheet && (override.part ?? '') === part;
}

function bearsOn(override: Override, target: OverrideTarget): boolean {
  if (override.file !== target.file) return false;
  if (target.sheet === null) return true;
  if (override.sheet !== target.sheet) return false;
  return target.part === '' || override.part === undefined || override.part === target.part;
}

import type { Routing } from '../../db/queries/batches.ts';
import type { Override } from '../contract/imports.ts';
import type { AnalysedTable } from '../core/analysed.ts';
import { overrideFor } from '../core/overrideFor.ts';
import type { PlannedTable, Scope } from '../core/planImport.ts';

/**
 * The answers that send the same bytes the same way again: those of before, of this call, and where its written tables went. Only what a
 * batch wrote is settled by it, so that taking the batch back opens it again.
 */
export function routingOf(
  before: readonly Routing[],
  asked: readonly Override[],
  written: readonly PlannedTable[],
  sha256: string,
): Routing[] {
  const reading = [...before.filter((routing) => routing.settled !== true), ...asked];
  const given = reading.map(({ removedRows: _removed, resend: _resend, ...rest }) => ({ ...rest, file: sha256 }));
  return [
    ...given,
    ...written.flatMap(({ table: { sheet, part }, scope }) =>
      scope === null ? [] : [{ file: sha256, sheet, part, ...scope, settled: true as const }],
    ),
  ];
}

/** Whether a table of the same bytes is stored in the scope already, and no answer of this call reads it in another way. */
export function isSettled(
  before: readonly Routing[],
  asked: readonly Override[],
  { sheet, part }: Pick<AnalysedTable, 'sheet' | 'part'>,
  scope: Scope,
): boolean {
  const isHere = before.some(
    (r) =>
      r.settled &&
      r.sheet === sheet &&
      (r.part ?? '') === part &&
      r.unit === scope.unit &&
      r.duty === scope.duty &&
      r.period === scope.period &&
      r.template === scope.template,
  );
  if (!isHere) return false;
  const reading = (overrides: readonly Override[]): string => {
    const {
      file: _file,
      sheet: _sheet,
      part: _part,
      removedRows: _removed,
      resend: _resend,
      // What is mended or confirmed reads the same rows.
      cells: _cells,
      confirmations: _confirmations,
      ...rest
    } = overrideFor(overrides, sheet, part);
    return JSON.stringify(rest);
  };
  return reading(before) === reading([...before, ...asked]);
}

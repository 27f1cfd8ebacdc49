import { and, eq } from 'drizzle-orm';
import type { Scope } from '../../electron/core/planImport.ts';
import type { record, returnSlip, submission, tally } from '../schema.ts';

/** Rows of a table that belong to a unit, duty, period and template. */
export function inScope(table: typeof record | typeof submission | typeof tally | typeof returnSlip, scope: Scope) {
  return and(
    eq(table.period, scope.period),
    eq(table.unit, scope.unit),
    eq(table.duty, scope.duty),
    eq(table.template, scope.template),
  );
}

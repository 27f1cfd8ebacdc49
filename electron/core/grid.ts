import { DEFAULT_INTAKE_POLICY } from '../contract/profiles.ts';
import type { GridCell, RegisterKind } from '../contract/status.ts';
import type { Moment, Period } from '../contract/time.ts';
import type { Expectation } from './expectation.ts';
import { isAfter, withSeconds } from './period.ts';

/**
 * What the grid needs to know of a submission; `count` is its records, or the pieces registered by hand. `returned`: it was sent back (退回)
 * and something of what went back is still open.
 */
export interface ReceivedSubmission {
  readonly unit: string;
  readonly duty: string;
  readonly period: Period;
  readonly kind: 'file' | RegisterKind;
  readonly receivedAt: Moment;
  readonly count: number;
  readonly returned?: boolean;
}

/**
 * The squares of the grid (报送台账) as they stood at `asOf`; what came later is not seen. Expected ones come in the order of the
 * expectations (unit order, duty, period). A submission nobody expected has `assigned: false` and the due moment `unassignedDue`
 * gives; where that is null (a duty without schedule) there is no cell. Give only submissions of the periods the grid holds.
 */
export function gridCells(
  expectations: readonly Expectation[],
  submissions: readonly ReceivedSubmission[],
  asOf: Moment,
  unassignedDue: (duty: string, period: Period) => Moment | null,
  returnedCounts = DEFAULT_INTAKE_POLICY.returnedCounts,
): GridCell[] {
  const seen = submissions.filter((s) => !isAfter(s.receivedAt, asOf)).sort(byReceipt);
  const received = Map.groupBy(seen, squareOf);
  const cells = expectations.map((expectation) => {
    const square = squareOf(expectation);
    const own = received.get(square) ?? [];
    received.delete(square);
    return cellOf(expectation, own, { asOf, assigned: true, returnedCounts });
  });
  const order = new Map<string, number>();
  for (const { unit } of expectations) if (!order.has(unit)) order.set(unit, order.size);
  for (const own of received.values()) {
    const [first] = own;
    const due = first === undefined ? null : unassignedDue(first.duty, first.period);
    if (first === undefined || due === null) continue;
    cells.push(
      cellOf({ unit: first.unit, duty: first.duty, period: first.period, due, quota: null }, own, {
        asOf,
        assigned: false,
        returnedCounts,
      }),
    );
  }
  const place = (cell: GridCell) => order.get(cell.unit) ?? order.size;
  return cells.sort((a, b) => place(a) - place(b) || byKeys(a, b));
}

/**
 * Whether what was owed has come, late or not; a zero report with its statement has (product.md: 上报率). What was sent back has by its
 * first receipt, unless the office counts otherwise (`IntakePolicy.returnedCounts`).
 */
export function isMet(cell: GridCell): boolean {
  if (cell.status === 'returned') return cell.returnedCounts === true;
  return cell.status === 'reported' || cell.status === 'late' || cell.status === 'zero';
}

/** Whether a cell is owed at all: assigned and not exempt. */
export function isOwed(cell: GridCell): boolean {
  return cell.assigned && cell.status !== 'exempt';
}

/** Whether a cell is owed, unmet and past its due moment. */
export function isOverdue(cell: GridCell, asOf: Moment): boolean {
  return isOwed(cell) && !isMet(cell) && isAfter(asOf, cell.due);
}

function cellOf(
  expectation: Expectation,
  submissions: readonly ReceivedSubmission[],
  {
    asOf,
    assigned,
    returnedCounts,
  }: { readonly asOf: Moment; readonly assigned: boolean; readonly returnedCounts: boolean },
): GridCell {
  const { unit, duty, period, due, quota } = expectation;
  if (submissions.length === 0) {
    const status = expectation.exempt ? 'exempt' : isAfter(asOf, due) ? 'missing' : 'pending';
    return { unit, duty, period, due, receivedAt: null, late: false, quota, count: 0, assigned, status };
  }
  const sent = submissions.filter((s) => s.kind !== 'waived');
  const count = sent.reduce((sum, s) => sum + s.count, 0);
  const receivedAt = fulfilledAt(expectation, sent);
  const late = receivedAt !== null && isAfter(receivedAt, due);
  const contradicted = sent.some((s) => s.kind === 'zero') && sent.some((s) => s.kind !== 'zero' && s.count > 0);
  const square = { unit, duty, period, due, receivedAt, late, quota, count, assigned };
  const cell = contradicted ? { ...square, contradicted } : square;
  if (expectation.exempt || sent.length < submissions.length) return { ...cell, status: 'exempt' };
  // Whatever else came since, the errors that went back are still there.
  if (sent.some((s) => s.returned))
    return { ...cell, status: 'returned', ...(returnedCounts && receivedAt !== null ? { returnedCounts: true } : {}) };
  if (receivedAt !== null) {
    const onlyZero = sent.every((s) => s.kind === 'zero');
    return { ...cell, status: onlyZero ? 'zero' : late ? 'late' : 'reported' };
  }
  if (count > 0) return { ...cell, status: 'partial' };
  return { ...cell, status: isAfter(asOf, due) ? 'missing' : 'pending' };
}

/** The moment at which a duty was fulfilled: the first receipt, or the one that filled the quota; null: not yet. */
function fulfilledAt(
  { quota, zeroFulfils = quota === null }: Expectation,
  sent: readonly ReceivedSubmission[],
): Moment | null {
  let sum = 0;
  for (const submission of sent) {
    if (submission.kind === 'zero') {
      if (zeroFulfils) return submission.receivedAt;
      continue;
    }
    sum += submission.count;
    if (quota === null || sum >= quota) return submission.receivedAt;
  }
  return null;
}

function squareOf(owed: { readonly unit: string; readonly duty: string; readonly period: Period }): string {
  return `${owed.unit}\n${owed.duty}\n${owed.period}`;
}

function byReceipt(a: ReceivedSubmission, b: ReceivedSubmission): number {
  return compare(withSeconds(a.receivedAt), withSeconds(b.receivedAt));
}

function byKeys(a: GridCell, b: GridCell): number {
  return compare(a.unit, b.unit) || compare(a.duty, b.duty) || compare(a.period, b.period);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { DEFAULT_INTAKE_POLICY } from '../contract/profiles.ts';
import type { GridCell, OwedCell, RegisterKind } from '../contract/status.ts';
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
 * The squares of the grid (报送台账) as they stood at `asOf`; what came later is not seen, but for waivers: they say what was never owed,
 * whenever somebody wrote them down. Expected ones come in the order of the expectations (unit order, duty, period). A submission nobody
 * expected has `assigned: false` and the due moment `unassignedDue` gives, null for a duty without schedule. Give only submissions of the
 * periods the grid holds.
 */
export function gridCells(
  expectations: readonly Expectation[],
  submissions: readonly ReceivedSubmission[],
  asOf: Moment,
  unassignedDue: (duty: string, period: Period) => Moment | null,
  returnedCounts = DEFAULT_INTAKE_POLICY.returnedCounts,
): GridCell[] {
  const seen = submissions.filter((s) => s.kind === 'waived' || !isAfter(s.receivedAt, asOf)).sort(byReceipt);
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
    if (first === undefined) continue;
    const { unit, duty, period } = first;
    const square = { unit, duty, period, due: unassignedDue(duty, period), quota: null };
    cells.push(cellOf(square, own, { asOf, assigned: false, returnedCounts }));
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
export function isOwed(cell: GridCell): cell is OwedCell {
  return cell.assigned && cell.status !== 'exempt';
}

/** Whether a cell is owed, unmet and past its due moment. */
export function isOverdue(cell: GridCell, asOf: Moment): cell is OwedCell {
  return isOwed(cell) && !isMet(cell) && isAfter(asOf, cell.due);
}

/** What may stand in a square, owed or only received. */
type Square = Omit<Expectation, 'due'> & Pick<GridCell, 'due'>;

function cellOf(
  expectation: Square,
  submissions: readonly ReceivedSubmission[],
  {
    asOf,
    assigned,
    returnedCounts,
  }: { readonly asOf: Moment; readonly assigned: boolean; readonly returnedCounts: boolean },
): GridCell {
  const { unit, duty, period, due, quota } = expectation;
  const open = due !== null && isAfter(asOf, due) ? 'missing' : 'pending';
  const unallotted = expectation.unallotted ? ({ unallotted: true } as const) : undefined;
  if (submissions.length === 0) {
    const status = expectation.exempt ? 'exempt' : open;
    return { unit, duty, period, due, receivedAt: null, late: false, quota, count: 0, assigned, ...unallotted, status };
  }
  const sent = submissions.filter((s) => s.kind !== 'waived');
  const count = sent.reduce((sum, s) => sum + s.count, 0);
  const metAt = fulfilledAt(expectation, sent);
  const receivedAt = metAt ?? newestPiece(sent);
  const late = metAt !== null && due !== null && isAfter(metAt, due);
  const contradicted = sent.some((s) => s.kind === 'zero') && sent.some((s) => s.kind !== 'zero' && s.count > 0);
  const square = { unit, duty, period, due, receivedAt, late, quota, count, assigned, ...unallotted };
  const cell = contradicted ? { ...square, contradicted } : square;
  if (expectation.exempt || sent.length < submissions.length) return { ...cell, status: 'exempt' };
  // Whatever else came since, the errors that went back are still there.
  if (sent.some((s) => s.returned))
    return { ...cell, status: 'returned', ...(returnedCounts && metAt !== null ? { returnedCounts: true } : {}) };
  if (metAt !== null) {
    const onlyZero = sent.every((s) => s.kind === 'zero');
    return { ...cell, status: onlyZero ? 'zero' : late ? 'late' : 'reported' };
  }
  if (count > 0) return { ...cell, status: 'partial' };
  return { ...cell, status: open };
}

/** When the newest piece came of what is not yet enough; a file without records is none. */
function newestPiece(sent: readonly ReceivedSubmission[]): Moment | null {
  return sent.findLast(({ kind, count }) => kind !== 'zero' && count > 0)?.receivedAt ?? null;
}

/** The moment at which a duty was fulfilled: the first receipt, or the one that filled the quota; null: not yet. */
function fulfilledAt(
  { quota, zeroFulfils = quota === null }: Square,
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

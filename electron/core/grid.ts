import { DEFAULT_INTAKE_POLICY } from '../contract/profiles.ts';
import type { GridCell, OwedCell, RegisterKind } from '../contract/status.ts';
import type { Moment, Period } from '../contract/time.ts';
import { compareText } from './compareText.ts';
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
  /** A table that the duty's quota does not count (`Quota.templates`): part of what is owed has come, but none of its number. */
  readonly isUncounted?: boolean;
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
  const extra = [...received.values()].flatMap((own): GridCell[] => {
    const [first] = own;
    if (first === undefined) return [];
    const { unit, duty, period } = first;
    const square = { unit, duty, period, due: unassignedDue(duty, period), quota: null };
    return [cellOf(square, own, { asOf, assigned: false, returnedCounts })];
  });
  return merged(cells, extra);
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

/** Puts what nobody expected among the cells of its unit, by duty and period; units that owe nothing come last. */
function merged(cells: GridCell[], extra: GridCell[]): GridCell[] {
  if (extra.length === 0) return cells;
  const order = new Map<string, number>();
  for (const { unit } of cells) if (!order.has(unit)) order.set(unit, order.size);
  const place = (cell: GridCell) => order.get(cell.unit) ?? order.size;
  const compared = (a: GridCell, b: GridCell) => place(a) - place(b) || byKeys(a, b);
  extra.sort(compared);
  const all: GridCell[] = [];
  let next = 0;
  for (const cell of cells) {
    for (let one = extra[next]; one !== undefined && compared(one, cell) < 0; one = extra[++next]) all.push(one);
    all.push(cell);
  }
  return all.concat(extra.slice(next));
}

/** What may stand in a square, owed or only received. */
type Square = Omit<Expectation, 'due'> & Pick<GridCell, 'due'>;

interface Standing {
  readonly asOf: Moment;
  readonly assigned: boolean;
  readonly returnedCounts: boolean;
}

function cellOf(
  square: Square,
  submissions: readonly ReceivedSubmission[],
  { asOf, assigned, returnedCounts }: Standing,
): GridCell {
  const { unit, duty, period, due, quota } = square;
  // Written out, not spread: a year's grid has tens of thousands of squares, and most carry no flag.
  const cell: Writable<GridCell> = {
    unit,
    duty,
    period,
    due,
    status: 'pending',
    receivedAt: null,
    late: false,
    quota,
    count: 0,
    assigned,
  };
  if (square.unallotted) cell.unallotted = true;
  if (submissions.length === 0) {
    cell.status = square.exempt ? 'exempt' : openStatus(due, asOf);
    return cell;
  }
  const sent = submissions.filter((s) => s.kind !== 'waived');
  const isRefuted = sent.some((s) => s.kind === 'zero') && sent.some((s) => s.kind !== 'zero' && s.count > 0);
  const metAt = fulfilledAt(square, isRefuted ? sent.filter((s) => s.kind !== 'zero') : sent);
  cell.count = sent.reduce((sum, s) => sum + countOf(s, quota), 0);
  cell.receivedAt = metAt ?? newestPiece(sent);
  cell.late = metAt !== null && due !== null && isAfter(metAt, due);
  if (isRefuted) cell.contradicted = true;
  if (square.exempt || sent.length < submissions.length) cell.status = 'exempt';
  // Whatever else came since, the errors that went back are still there.
  else if (sent.some((s) => s.returned)) {
    cell.status = 'returned';
    if (returnedCounts && metAt !== null) cell.returnedCounts = true;
  } else if (metAt !== null)
    cell.status = sent.every((s) => s.kind === 'zero') ? 'zero' : cell.late ? 'late' : 'reported';
  else cell.status = newestPiece(sent) !== null ? 'partial' : openStatus(due, asOf);
  return cell;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function openStatus(due: Moment | null, asOf: Moment): 'missing' | 'pending' {
  return due !== null && isAfter(asOf, due) ? 'missing' : 'pending';
}

/** What a submission adds to the number that is owed; where none is, all its records. */
function countOf({ count, isUncounted }: ReceivedSubmission, quota: number | null): number {
  return isUncounted === true && quota !== null ? 0 : count;
}

/** When the newest piece came of what is not yet enough; a file without records is none. */
function newestPiece(sent: readonly ReceivedSubmission[]): Moment | null {
  return sent.findLast(({ kind, count }) => kind !== 'zero' && count > 0)?.receivedAt ?? null;
}

/**
 * The moment at which a duty was fulfilled: the first receipt, or the one that filled the quota; null: not yet. A zero report that data
 * refuted is left out: else a false one would make late data timely.
 */
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
    sum += countOf(submission, quota);
    if (quota === null || sum >= quota) return submission.receivedAt;
  }
  return null;
}

function squareOf(owed: { readonly unit: string; readonly duty: string; readonly period: Period }): string {
  return `${owed.unit}\n${owed.duty}\n${owed.period}`;
}

function byReceipt(a: ReceivedSubmission, b: ReceivedSubmission): number {
  return compareText(withSeconds(a.receivedAt), withSeconds(b.receivedAt));
}

function byKeys(a: GridCell, b: GridCell): number {
  return compareText(a.unit, b.unit) || compareText(a.duty, b.duty) || compareText(a.period, b.period);
}

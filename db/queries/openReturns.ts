import { and, asc, eq, gt, inArray, isNull, lte, ne, or } from 'drizzle-orm';
import type { Moment, Period } from '../../electron/contract/time.ts';
import { finding, record, returnSlip, submission } from '../schema.ts';
import type { ReadDb } from '../types.ts';
import type { SlipItem, SlipRow } from './returns.ts';
import { inScope } from './scope.ts';
import { inForce } from './standing.ts';
import { hasLaterFiles } from './submissions.ts';

type Square = Pick<SlipRow, 'batch' | 'unit' | 'duty' | 'period'>;
type Slip = Square & Pick<SlipRow, 'template' | 'findings' | 'items'>;

/** Returns of some periods that stood at a moment, as far as the grid asks: something of what went back was still open then. */
export function standingSlips(
  db: ReadDb,
  periods: readonly Period[],
  moment: Moment,
): (Square & { readonly template: string })[] {
  const { batch, unit, duty, period, template, findings, items } = returnSlip;
  const slips = db
    .select({ batch, unit, duty, period, template, findings, items })
    .from(returnSlip)
    .where(and(isNull(returnSlip.withdrawnAt), inArray(period, [...periods]), lte(returnSlip.at, moment)))
    .all();
  return slips.filter((slip) => openCount(db, slip, moment) > 0);
}

/**
 * How much of what caused a return was open at a moment: findings that nobody mended or let pass, of records that were not removed. Where
 * nothing of a record caused it, all of it is open until the square is received again.
 */
export function openCount(db: ReadDb, slip: Slip, moment: Moment): number {
  const causes = (slip.items as readonly SlipItem[]).filter((item) => !item.told); // written so by `saveSlip`
  if (causes.length === 0) {
    const again = resentAt(db, slip);
    return again === null || again > moment ? slip.findings : 0;
  }
  const isLookBack = hasLaterFiles(db, [slip.period], moment);
  const { rule, field, confirmedReason, confirmedAt } = finding;
  const standing = db
    .select({ key: record.key, rule, field })
    .from(record)
    .innerJoin(finding, eq(finding.record, record.id))
    .where(
      and(
        inScope(record, slip),
        inForce(db, isLookBack ? moment : null),
        ne(finding.severity, 'notice'),
        or(isNull(confirmedReason), gt(confirmedAt, moment)),
      ),
    )
    .all();
  const open = new Set(standing.map(itemKey));
  return causes.filter((item) => open.has(itemKey(item))).length;
}

const itemKey = ({ key, rule, field }: SlipItem): string => `${key}\n${rule}\n${field ?? ''}`;

/** When a square was first received again after a returned batch; null: not yet. */
export function resentAt(db: ReadDb, slip: Square): Moment | null {
  const square = and(
    isNull(submission.withdrawnAt),
    eq(submission.unit, slip.unit),
    eq(submission.duty, slip.duty),
    eq(submission.period, slip.period),
  );
  const all = db
    .select({ batch: submission.batch, kind: submission.kind, receivedAt: submission.receivedAt })
    .from(submission)
    .where(square)
    .orderBy(asc(submission.receivedAt), asc(submission.id))
    .all();
  const own = all.findLastIndex((one) => one.batch === slip.batch);
  const next = all.slice(own + 1).find((one) => one.kind !== 'waived');
  return own < 0 ? null : (next?.receivedAt ?? null);
}

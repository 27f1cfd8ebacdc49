import { listAssignments } from '../../db/queries/assignments.ts';
import { logAction } from '../../db/queries/audit.ts';
import { listDuties, putDuty } from '../../db/queries/duties.ts';
import { listExemptions } from '../../db/queries/exemptions.ts';
import { listSubmissions } from '../../db/queries/submissions.ts';
import { handOverAssignments, listGroups, listUnits, putUnit, setGroupUnits } from '../../db/queries/units.ts';
import type { ReadDb, WriteDb } from '../../db/types.ts';
import type { Moment } from '../contract/time.ts';
import type { SuccessionPreview, Unit } from '../contract/units.ts';
import type { Args } from '../contract.ts';
import { dayOf } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { renameUnit as renamed } from '../core/unitHistory.ts';
import { takenName } from '../core/unitNaming.ts';
import { planSuccession, type SuccessionPlan } from '../core/unitSuccession.ts';
import { keepingClosed } from './closedPeriods.ts';
import { type Context, readDirectory } from './context.ts';
import { freeId, unitNow } from './units.ts';

/** Gives a unit a new name from a day on; also in closed periods, for names decide nothing of what is owed. */
export function renameUnit(context: Context, { unit: id, by = '', ...renaming }: Args<'units.rename'>): Unit {
  const at = context.deps.now();
  return context.store().write((db) => {
    const units = listUnits(db);
    const before = units.find((unit) => unit.id === id);
    if (!before) throw new Refusal('unit_unknown', id);
    const after = renamed(before, renaming);
    const taken = takenName([after.name, after.officialName], { id, from: renaming.on, to: before.activeTo }, units);
    if (taken) throw new Refusal('name_taken', `${taken.name}（${taken.owner}）`);
    keepingClosed(context, db, () => putUnit(db, after));
    logAction(db, at, 'unit.rename', id, JSON.stringify({ before, on: renaming.on }), by);
    return unitNow(db, id, dayOf(at));
  });
}

/** Ends units and lets others go on from them, all at once or not at all; closed periods keep what was owed (`period_locked`). */
export function succeedUnits(context: Context, request: Args<'units.succeed'>): readonly Unit[] {
  const reason = request.reason.trim();
  if (reason === '') throw new Refusal('reason_required', '合并、分设请写明依据，如文件名称和文号。');
  const at = context.deps.now();
  const by = request.by ?? '';
  return context.store().write((db) => {
    const plan = planFor(context, db, { ...request, reason });
    const before = touchedBy(plan, db);
    keepingClosed(context, db, () => putSuccession(db, plan, { by, at }));
    logAction(
      db,
      at,
      'unit.succeed',
      request.from.join(' '),
      JSON.stringify({ before, successors: plan.successors.map(({ id }) => id), preview: plan.preview, reason }),
      by,
    );
    const ids = new Set([...plan.ended, ...plan.successors].map((unit) => unit.id));
    return readDirectory(db).units.filter((unit) => ids.has(unit.id));
  });
}

/** All that a succession changes as it stands before, so that it can be rebuilt from the log; a successor that is not among it is new. */
function touchedBy(plan: SuccessionPlan, db: ReadDb) {
  const stored = <T extends { readonly id: string | number }>(
    all: readonly T[],
    changed: readonly { id: T['id'] }[],
  ) => {
    const ids = new Set(changed.map(({ id }) => id));
    return all.filter(({ id }) => ids.has(id));
  };
  return {
    units: stored(listUnits(db), [...plan.ended, ...plan.successors, ...plan.moved]),
    groups: stored(listGroups(db), plan.groups),
    duties: stored(listDuties(db), plan.duties),
    assignments: stored(listAssignments(db), plan.endedAssignments),
  };
}

function putSuccession(
  db: WriteDb,
  { ended, successors, moved, groups, duties, endedAssignments, begunAssignments }: SuccessionPlan,
  entry: { readonly by: string; readonly at: Moment },
): void {
  const places = new Map(listDuties(db).map((duty, place) => [duty.id, place]));
  for (const unit of [...ended, ...successors, ...moved]) putUnit(db, unit);
  for (const group of groups) setGroupUnits(db, group);
  for (const duty of duties) putDuty(db, duty, places.get(duty.id) ?? places.size);
  const begun = begunAssignments.map((one) => ({ ...one, ...entry }));
  handOverAssignments(db, endedAssignments, begun);
}

/** What a succession would do; refuses what the succession itself would refuse but for the reason. */
export function foreseeSuccession(context: Context, request: Args<'units.foresee'>): SuccessionPreview {
  return planFor(context, context.store().read, request).preview;
}

function planFor(context: Context, read: ReadDb, request: Args<'units.succeed'>): SuccessionPlan {
  const units = listUnits(read);
  return planSuccession(request, {
    units,
    groups: listGroups(read),
    duties: listDuties(read),
    assignments: listAssignments(read),
    sent: request.from.flatMap((unit) => listSubmissions(read, { unit })),
    exempt: listExemptions(read).map(({ unit }) => unit),
    today: dayOf(context.deps.now()),
    newId: (taken) => freeId(units, taken),
  });
}

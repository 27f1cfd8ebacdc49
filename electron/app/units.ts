import { logAction } from '../../db/queries/audit.ts';
import {
  putUnit,
  setGroupUnits,
  listGroups as storedGroups,
  listUnits as storedUnits,
} from '../../db/queries/units.ts';
import type { ReadDb } from '../../db/types.ts';
import type { Day, Moment } from '../contract/time.ts';
import type { Unit, UnitDraft, UnitGroup } from '../contract/units.ts';
import type { Args } from '../contract.ts';
import { enteredContacts } from '../core/contacts.ts';
import { changeGroup, groupOn } from '../core/groupHistory.ts';
import { addDays, dayOf } from '../core/period.ts';
import type { ProfileUnit } from '../core/profile.ts';
import { Refusal } from '../core/refusal.ts';
import { impossible, keptSuccession, parentLoop } from '../core/unitHistory.ts';
import { takenName } from '../core/unitNaming.ts';
import { keepingClosed } from './closedPeriods.ts';
import { type Context, readDirectory } from './context.ts';
import { unitsInForce } from './unitsInForce.ts';

/** All member units in the office's order. */
export function listUnits(context: Context): readonly Unit[] {
  return readDirectory(context.store().read, dayOf(context.deps.now())).units;
}

/**
 * Saves a new or changed unit. A name or alias another unit already has is refused: routing would have to guess; so is what changes a closed
 * period (`period_locked`).
 */
export function saveUnit(context: Context, { unit: draft, by = '' }: Args<'units.save'>): Unit {
  const at = context.deps.now();
  return context.store().write((db) => {
    const units = storedUnits(db);
    const before = units.find((unit) => unit.id === draft.id);
    const unit = draftedUnit(draft, before, { units, shown: unitsInForce(db), at });
    keepingClosed(context, db, () => putUnit(db, unit));
    logAction(db, at, 'unit.save', unit.id, before ? JSON.stringify(before) : '', by);
    return unitNow(db, unit.id, dayOf(at));
  });
}

interface Drafting {
  readonly units: readonly ProfileUnit[];
  /** The units with the contacts that the clerk saw. */
  readonly shown: readonly ProfileUnit[];
  readonly at: Moment;
}

function draftedUnit(draft: UnitDraft, before: ProfileUnit | undefined, { units, shown, at }: Drafting): ProfileUnit {
  if (draft.id !== null && !before) throw new Refusal('unit_unknown', draft.id);
  const bearer = { id: draft.id, from: nameSince(before) ?? draft.activeFrom, to: draft.activeTo };
  const taken = takenName([draft.name, draft.officialName, ...draft.aliases], bearer, units);
  if (taken) throw new Refusal('name_taken', `${taken.name}（${taken.owner}）`);
  if (draft.activeFrom !== null && draft.activeTo !== null && draft.activeTo < draft.activeFrom)
    throw new Refusal('range_invalid', `停用日期 ${draft.activeTo} 早于启用日期 ${draft.activeFrom}`);
  const id = before?.id ?? freeId(units);
  const parent = draft.parent === undefined ? (before?.parent ?? null) : draft.parent;
  if (parent !== null && !units.some((unit) => unit.id === parent)) throw new Refusal('unit_unknown', parent);
  const loop = parentLoop(id, parent, units);
  if (loop !== null) throw impossible(`上级单位绕成了圈：“${draft.name}”的上级最后又归到“${loop}”。请改选上级单位。`);
  const { id: _draftId, ...values } = draft;
  const seen = shown.find((one) => one.id === id)?.contacts ?? [];
  return {
    ...values,
    contacts: enteredContacts(draft.contacts, { entered: before?.contacts ?? [], shown: seen, at }),
    id,
    parent,
    order: before?.order ?? Math.max(0, ...units.map((one) => one.order)) + 1,
    formerNames: before?.formerNames ?? [],
    succession: keptSuccession(before, draft.activeTo),
  };
}

/** A unit as it stands on a day. */
export function unitNow(db: ReadDb, id: string, today: Day): Unit {
  const unit = readDirectory(db, today).units.find((one) => one.id === id);
  if (!unit) throw new Refusal('unit_unknown', id);
  return unit;
}

/** A stored unit's name is that since its last renaming. */
function nameSince(unit: ProfileUnit | undefined): string | null {
  const last = unit?.formerNames?.at(-1);
  return last ? addDays(last.until, 1) : null;
}

/** All unit groups of the notice, as they are today. */
export function listGroups(context: Context): readonly UnitGroup[] {
  const today = dayOf(context.deps.now());
  return storedGroups(context.store().read).map((group) => groupOn(group, today));
}

/** Says who is in a group: always, or from a day on, which leaves the past as it was. A closed period keeps what was owed (`period_locked`). */
export function saveGroup(context: Context, args: Args<'groups.save'>): UnitGroup {
  const { id, units: members, from, reason = '', by = '' } = args;
  const at = context.deps.now();
  return context.store().write((db) => {
    const units = storedUnits(db);
    const before = storedGroups(db).find((group) => group.id === id);
    if (!before) throw new Refusal('group_unknown', id);
    const unknown = members.find((member) => !units.some((unit) => unit.id === member));
    if (unknown !== undefined) throw new Refusal('unit_unknown', unknown);
    if (from !== undefined && reason.trim() === '')
      throw new Refusal('reason_required', '从某一天起变更分组，请写明依据，如文件名称和文号。');
    const change = { from, reason: reason.trim(), today: dayOf(at) };
    const group = changeGroup(before, [...new Set(members)], change);
    keepingClosed(context, db, () => setGroupUnits(db, group));
    logAction(db, at, 'group.save', id, JSON.stringify({ before, from, reason }), by);
    return group;
  });
}

/** An id no unit has yet. */
export function freeId(units: readonly { readonly id: string }[], more: ReadonlySet<string> = new Set()): string {
  const prefix = units[0]?.id.split('-')[0] ?? 'unit';
  for (let n = units.length + 1; ; n++) {
    const id = `${prefix}-u${n}`;
    if (!more.has(id) && !units.some((unit) => unit.id === id)) return id;
  }
}

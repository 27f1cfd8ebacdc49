import { logAction } from '../../db/queries/audit.ts';
import { putUnit, setGroupUnits } from '../../db/queries/units.ts';
import type { Unit, UnitDraft, UnitGroup } from '../contract/units.ts';
import type { Args } from '../contract.ts';
import { foldText } from '../core/fold.ts';
import { Refusal } from '../core/refusal.ts';
import { type Context, readDirectory } from './context.ts';

/** All member units in the office's order. */
export function listUnits(context: Context): readonly Unit[] {
  return readDirectory(context.store().read).units;
}

/** Saves a new or changed unit. A name or alias another unit already has is refused: routing would have to guess. */
export function saveUnit(context: Context, draft: UnitDraft): Unit {
  const store = context.store();
  const { units } = readDirectory(store.read);
  const before = units.find((unit) => unit.id === draft.id);
  if (draft.id !== null && !before) throw new Refusal('unit_unknown', draft.id);
  const others = units.filter((unit) => unit.id !== draft.id);
  for (const name of [draft.name, draft.officialName, ...draft.aliases]) {
    const owner = others.find((unit) =>
      [unit.name, unit.officialName, ...unit.aliases].some((n) => foldText(n) === foldText(name)),
    );
    if (owner) throw new Refusal('name_taken', `${name}（${owner.name}）`);
  }
  const order = before?.order ?? Math.max(0, ...units.map((unit) => unit.order)) + 1;
  const id = before?.id ?? freeId(units);
  const { id: _draftId, ...values } = draft;
  store.write((db) => {
    putUnit(db, { ...values, id, order });
    logAction(db, context.deps.now(), 'unit.save', id, before ? JSON.stringify(before) : '');
  });
  const saved = readDirectory(store.read).units.find((unit) => unit.id === id);
  if (!saved) throw new Refusal('unit_unknown', id);
  return saved;
}

/** All unit groups of the notice. */
export function listGroups(context: Context): readonly UnitGroup[] {
  return readDirectory(context.store().read).groups;
}

/** Says who is in a group. */
export function saveGroup(context: Context, { id, units: members }: Args<'groups.save'>): UnitGroup {
  const store = context.store();
  const { groups, units } = readDirectory(store.read);
  const before = groups.find((group) => group.id === id);
  if (!before) throw new Refusal('group_unknown', id);
  const unknown = members.find((member) => !units.some((unit) => unit.id === member));
  if (unknown !== undefined) throw new Refusal('unit_unknown', unknown);
  store.write((db) => {
    setGroupUnits(db, id, members);
    logAction(db, context.deps.now(), 'group.save', id, JSON.stringify(before.units));
  });
  return { ...before, units: members };
}

function freeId(units: readonly Unit[]): string {
  const prefix = units[0]?.id.split('-')[0] ?? 'unit';
  for (let n = units.length + 1; ; n++) {
    const id = `${prefix}-u${n}`;
    if (!units.some((unit) => unit.id === id)) return id;
  }
}

import type { Day } from '../contract/time.ts';
import type { GroupRevision, UnitGroup } from '../contract/units.ts';
import { chineseDay } from './period.ts';
import { impossible } from './unitHistory.ts';

/** What a group was before its first change stands as a revision from the beginning, so that `units` may be what it is today. */
export const BEGINNING: Day = '0001-01-01';

/** Units of a group on a day. */
export function membersAt(
  { units, revisions = [] }: Pick<UnitGroup, 'units' | 'revisions'>,
  day: Day,
): readonly string[] {
  return revisions.findLast(({ from }) => from <= day)?.units ?? units;
}

/** The group as it stands on a day: a change that was entered ahead has come into force meanwhile. */
export function groupOn(group: UnitGroup, day: Day): UnitGroup {
  return group.revisions?.length ? { ...group, units: membersAt(group, day) } : group;
}

/**
 * The group with other members. With `from`, a revision: what was before stays. Without, it has always been so: who came or went does so in every
 * revision. A day before the last revision is refused, as the list shown is the later one.
 */
export function changeGroup(
  group: UnitGroup,
  units: readonly string[],
  { from, reason, today }: { readonly from: Day | undefined; readonly reason: string; readonly today: Day },
): UnitGroup {
  const revisions = group.revisions ?? [];
  if (from === undefined) {
    if (revisions.length === 0) return { ...group, units };
    const now = new Set(membersAt(group, today));
    const added = units.filter((id) => !now.has(id));
    const removed = now.difference(new Set(units));
    const always = (members: readonly string[]) => [
      ...members.filter((id) => !removed.has(id)),
      ...added.filter((id) => !members.includes(id)),
    ];
    return groupOn({ ...group, revisions: revisions.map((one) => ({ ...one, units: always(one.units) })) }, today);
  }
  const last = revisions.at(-1);
  if (last && from < last.from)
    throw impossible(
      `“${group.title}”在${chineseDay(last.from)}已有一次变更，新的变更要从这一天或以后起；要改更早的成员，请选“一直如此”。`,
    );
  return revise(group, { from, units, reason }, today);
}

/** Puts others in the place of some units from a day on, in every later revision, too. Null: the group never holds them then. */
export function replaceMembers(
  group: UnitGroup,
  {
    from,
    to,
    on,
    reason,
  }: { readonly from: readonly string[]; readonly to: readonly string[]; readonly on: Day; readonly reason: string },
  today: Day,
): UnitGroup | null {
  const swap = (members: readonly string[]) => replaceIds(members, from, to);
  const before = membersAt(group, on);
  const later = (group.revisions ?? []).filter((one) => one.from > on);
  if (![before, ...later.map((one) => one.units)].some((members) => from.some((id) => members.includes(id))))
    return null;
  const swapped = (group.revisions ?? []).map((one) => (one.from > on ? { ...one, units: swap(one.units) } : one));
  return revise({ ...group, revisions: swapped }, { from: on, units: swap(before), reason }, today);
}

/** A list with some ids replaced, where the first of them stood; no id twice. */
export function replaceIds(ids: readonly string[], from: readonly string[], to: readonly string[]): string[] {
  const first = ids.findIndex((id) => from.includes(id));
  if (first < 0) return [...ids];
  const kept = ids.filter((id) => !from.includes(id));
  const fresh = to.filter((id) => !kept.includes(id));
  return kept.toSpliced(ids.slice(0, first).filter((id) => !from.includes(id)).length, 0, ...fresh);
}

function revise(group: UnitGroup, revision: GroupRevision, today: Day): UnitGroup {
  const before = group.revisions ?? [];
  const base: readonly GroupRevision[] =
    before.length > 0 ? before : [{ from: BEGINNING, units: group.units, reason: '' }];
  const revisions = [...base.filter((one) => one.from !== revision.from), revision].sort((a, b) =>
    a.from < b.from ? -1 : 1,
  );
  return groupOn({ ...group, revisions }, today);
}

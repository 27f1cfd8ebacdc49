import type { Assignment } from '../contract/assignments.ts';
import type { DutyRevision } from '../contract/duties.ts';
import type { Day, Period } from '../contract/time.ts';
import type { SuccessionKind, SuccessionPreview, UnitDraft, UnitGroup } from '../contract/units.ts';
import { dutyAt } from './dutyHistory.ts';
import { membersAt, replaceIds, replaceMembers } from './groupHistory.ts';
import { addDays, cadenceKind, chineseDay, lastDay, periodOf, previousPeriod } from './period.ts';
import type { ProfileDuty, ProfileUnit } from './profile.ts';
import { Refusal } from './refusal.ts';
import { impossible } from './unitHistory.ts';
import { takenName } from './unitNaming.ts';

/** 合并 or 分设 as asked for: units that end, and those that go on, stored (ids) or new (drafts). */
export interface SuccessionRequest {
  readonly kind: SuccessionKind;
  readonly from: readonly string[];
  readonly to: readonly (string | UnitDraft)[];
  /** First day of the successors. */
  readonly on: Day;
  readonly reason: string;
}

/** All that a succession touches. */
export interface SuccessionInput {
  readonly units: readonly ProfileUnit[];
  readonly groups: readonly UnitGroup[];
  readonly duties: readonly ProfileDuty[];
  /** Those in force. */
  readonly assignments: readonly Assignment[];
  /** What the ended units sent, to tell what came for periods that are theirs no more. */
  readonly sent: readonly { readonly unit: string; readonly period: Period }[];
  /** Exemptions in force of the ended units. */
  readonly exempt: readonly string[];
  readonly today: Day;
  /** Ids for units that are new. */
  readonly newId: (taken: ReadonlySet<string>) => string;
}

/** What a succession writes, and what it means. */
export interface SuccessionPlan {
  readonly ended: readonly ProfileUnit[];
  readonly successors: readonly ProfileUnit[];
  /** Units whose parent ended. */
  readonly moved: readonly ProfileUnit[];
  readonly groups: readonly UnitGroup[];
  /** Duties that name an ended unit as leading. */
  readonly duties: readonly ProfileDuty[];
  readonly endedAssignments: readonly { readonly id: number; readonly to: Day }[];
  readonly begunAssignments: readonly Omit<Assignment, 'id' | 'by' | 'at'>[];
  readonly preview: SuccessionPreview;
}

/**
 * The plan of a succession: the ended units stay with their history until the day before; groups, leads and assignments go on from that day.
 * Who is in a group on a period's last day owes it, so no period is owed twice. Refuses what cannot be.
 */
export function planSuccession(request: SuccessionRequest, input: SuccessionInput): SuccessionPlan {
  const { on, reason } = request;
  const from = [...new Set(request.from)].map((id) => endingUnit(id, request, input));
  const successors = successorsOf(request, from, input);
  const ids = { from: from.map(({ id }) => id), to: successors.map(({ id }) => id), on, reason };
  const ended = from.map((unit) => ({
    ...unit,
    activeTo: addDays(on, -1),
    succession: { kind: request.kind, on, units: ids.to, reason },
  }));
  const children = input.units.filter((unit) => unit.parent != null && ids.from.includes(unit.parent));
  const [heir] = successors.length === 1 ? ids.to : [];
  const moved = heir === undefined ? [] : children.map((unit) => ({ ...unit, parent: heir }));
  const groups = input.groups.flatMap((group) => replaceMembers(group, ids, input.today) ?? []);
  const duties = input.duties.flatMap((duty) => replaceLead(duty, ids) ?? []);
  const own = input.assignments.filter(({ unit, to }) => ids.from.includes(unit) && (to === null || to >= on));
  const plan = {
    ended,
    successors,
    moved: moved.filter((unit) => !ids.to.includes(unit.id)),
    groups,
    duties,
    endedAssignments: own.map(({ id }) => ({ id, to: addDays(on, -1) })),
    begunAssignments: begunAssignments(own, ids),
  };
  return { ...plan, preview: previewOf(request, { ...plan, from, children, own }, input) };
}

interface Ids {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly on: Day;
  readonly reason: string;
}

function endingUnit(id: string, { on, kind, from }: SuccessionRequest, { units }: SuccessionInput): ProfileUnit {
  const unit = units.find((one) => one.id === id);
  if (!unit) throw new Refusal('unit_unknown', id);
  const word = kind === 'merge' ? '合并' : '分设';
  if (unit.succession) throw impossible(`“${unit.name}”已于${chineseDay(unit.succession.on)}撤并，不能再次${word}。`);
  if (unit.activeTo !== null && unit.activeTo < on)
    throw impossible(`“${unit.name}”已于${chineseDay(unit.activeTo)}停用，不能再${word}。`);
  if (unit.activeFrom !== null && unit.activeFrom >= on)
    throw impossible(`“${unit.name}”${chineseDay(unit.activeFrom)}才启用，${word}的日期要在这之后。`);
  if (kind === 'split' && new Set(from).size > 1)
    throw impossible('分设只能选一个原单位；多个单位变成一个的，请用“合并”。');
  return unit;
}

function successorsOf(request: SuccessionRequest, from: readonly ProfileUnit[], input: SuccessionInput): ProfileUnit[] {
  const { kind, to, on } = request;
  if (new Set(to).size < to.length) throw impossible('同一个接续单位选了两次。');
  if (kind === 'merge' && to.length !== 1)
    throw impossible('合并后只能有一个接续单位；一个单位变成几个的，请用“分设”。');
  if (kind === 'split' && to.length < 2) throw impossible('分设要有两个或更多的接续单位；只换名称的，请用“改名”。');
  if (kind === 'merge' && from.length === 1 && typeof to[0] === 'object')
    throw impossible(`只有“${from[0]?.name ?? ''}”一个单位、由新单位接续，等于换了名称，请用“改名”，历史会连在一起。`);
  const known: ProfileUnit[] = [...input.units];
  return to.map((one) => {
    const successor =
      typeof one === 'string' ? storedSuccessor(one, request, input) : newSuccessor(one, on, from, known, input);
    if (typeof one === 'object') known.push(successor);
    return successor;
  });
}

function storedSuccessor(id: string, { from, on }: SuccessionRequest, { units }: SuccessionInput): ProfileUnit {
  const unit = units.find((one) => one.id === id);
  if (!unit) throw new Refusal('unit_unknown', id);
  if (from.includes(id)) throw impossible(`“${unit.name}”不能既撤销又接续；保留下来的单位请只选在接续单位里。`);
  if (unit.activeTo !== null && unit.activeTo < on)
    throw impossible(`“${unit.name}”已于${chineseDay(unit.activeTo)}停用，不能接续。`);
  if (unit.activeFrom !== null && unit.activeFrom > on)
    throw impossible(`“${unit.name}”${chineseDay(unit.activeFrom)}才启用，不能从${chineseDay(on)}起接续。`);
  return unit;
}

function newSuccessor(
  { id, parent = null, ...draft }: UnitDraft,
  on: Day,
  from: readonly ProfileUnit[],
  known: readonly ProfileUnit[],
  { newId }: SuccessionInput,
): ProfileUnit {
  if (id !== null) throw new Refusal('unit_unknown', id);
  const ids = new Set(from.map((unit) => unit.id));
  const others = known.map((unit) => (ids.has(unit.id) ? { ...unit, activeTo: addDays(on, -1) } : unit));
  const bearer = { id: null, from: on, to: draft.activeTo };
  const taken = takenName([draft.name, draft.officialName, ...draft.aliases], bearer, others);
  if (taken) throw new Refusal('name_taken', `${taken.name}（${taken.owner}）`);
  return {
    ...draft,
    id: newId(new Set(known.map((unit) => unit.id))),
    parent,
    activeFrom: on,
    // Stands where the unit stood that it goes on from.
    order: from[0]?.order ?? known.length + 1,
    formerNames: [],
    succession: null,
  };
}

/** The duty led by the successors from that day; null: no ended unit leads it then or later. */
function replaceLead(duty: ProfileDuty, { from, to, on, reason }: Ids): ProfileDuty | null {
  const revisions = duty.revisions ?? [];
  const before = dutyAt(duty, on).lead;
  const isLed = (lead: readonly string[]): boolean => lead.some((id) => from.includes(id));
  if (!isLed(before) && !revisions.some((one) => one.from > on && isLed(one.lead ?? []))) return null;
  const lead = replaceIds(before, from, to);
  const at = revisions.find((one) => one.from === on);
  const swapped = revisions.map((one): DutyRevision => {
    if (one === at) return { ...one, lead };
    return one.from > on && one.lead ? { ...one, lead: replaceIds(one.lead, from, to) } : one;
  });
  const all = at ? swapped : [...swapped, { from: on, reason, lead }];
  return { ...duty, revisions: all.sort((a, b) => (a.from < b.from ? -1 : 1)) };
}

function begunAssignments(own: readonly Assignment[], { to, on, reason }: Ids): Omit<Assignment, 'id' | 'by' | 'at'>[] {
  const seen = new Set<string>();
  return own
    .flatMap(({ id: _id, by: _by, at: _at, ...rest }) =>
      to.map((unit) => ({ ...rest, unit, from: rest.from !== null && rest.from > on ? rest.from : on, reason })),
    )
    .filter((one) => {
      const key = [one.unit, one.duty, one.role, one.from, one.to].join('\n');
      return !seen.has(key) && seen.add(key);
    });
}

interface Touched {
  readonly from: readonly ProfileUnit[];
  readonly successors: readonly ProfileUnit[];
  readonly children: readonly ProfileUnit[];
  readonly groups: readonly UnitGroup[];
  readonly own: readonly Assignment[];
}

function previewOf({ on, kind }: SuccessionRequest, touched: Touched, input: SuccessionInput): SuccessionPreview {
  const { from, successors, children, groups, own } = touched;
  const fromIds = from.map(({ id }) => id);
  const to = successors.map(({ name }) => name);
  const groupsOf = (id: string) => input.groups.filter((group) => membersAt(group, addDays(on, -1)).includes(id));
  const duties = input.duties.flatMap((stored) => {
    const duty = dutyAt(stored, on);
    const isOwed = (id: string): boolean =>
      groupsOf(id).some((group) => duty.groups.includes(group.id)) ||
      duty.lead.includes(id) ||
      own.some((one) => one.unit === id && one.duty === duty.id && one.role !== 'none');
    const owing = from.filter(({ id }) => isOwed(id)).map(({ name }) => name);
    const period = cadenceKind(duty.cadence);
    const first = period === null ? null : periodOf(period, on);
    const last = first === null ? null : previousPeriod(first);
    return owing.length === 0 ? [] : [{ duty: duty.id, title: duty.title, from: owing, last, first }];
  });
  const early = input.sent.filter(({ unit, period }) => fromIds.includes(unit) && lastDay(period) >= on).length;
  const exempt = from.filter(({ id }) => input.exempt.includes(id)).map(({ name }) => name);
  const notes = [
    early > 0 && `原单位已有 ${early} 份报送属于接续单位的报送期，仍记在原单位名下；请撤回后改登到接续单位。`,
    exempt.length > 0 && `“${exempt.join('”“')}”的免报、延期不随之转移；接续单位需要的，请另行办理。`,
    kind === 'split' &&
      children.length > 0 &&
      `下级单位“${children.map(({ name }) => name).join('”“')}”的上级请另行指定。`,
    kind === 'split' &&
      duties.length > 0 &&
      '每个接续单位都承接原单位的全部事项；不该承担的，请在事项的责任分工里去掉。',
  ].filter((note) => note !== false);
  return {
    from: from.map(({ name }) => name),
    to,
    on,
    duties,
    groups: groups.map((group) => ({
      id: group.id,
      title: group.title,
      units: from.filter(({ id }) => groupsOf(id).some((one) => one.id === group.id)).map(({ name }) => name),
    })),
    assignments: own.length,
    notes,
  };
}

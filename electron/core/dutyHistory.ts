import type { DutyDraft, DutyRevision } from '../contract/duties.ts';
import type { Day } from '../contract/time.ts';
import { BEGINNING } from './groupHistory.ts';
import type { ProfileDuty } from './profile.ts';

/** What a revision may say of a duty. */
const REVISED = [
  'title',
  'cadence',
  'due',
  'recordTerm',
  'templates',
  'quota',
  'zeroReport',
  'eventTerm',
  'groups',
  'lead',
  'target',
] as const;
type Revised = Pick<ProfileDuty, (typeof REVISED)[number]>;

/** The duty as it stands on a day. */
export function dutyAt<D extends Partial<Pick<ProfileDuty, 'revisions'>>>(duty: D, day: Day): D {
  const changes = (duty.revisions ?? []).filter(({ from }) => from <= day);
  if (changes.length === 0) return duty;
  return Object.assign({}, duty, ...changes.map(({ from: _from, reason: _reason, ...change }) => change)) as D; // of D's fields
}

/**
 * The duty as it stands on a day with all its history: what it was before its first change becomes a revision from the beginning, as a
 * group's does, so that `dutyAt` answers for every day all the same.
 */
export function dutyOn(duty: ProfileDuty, day: Day): ProfileDuty {
  const revisions = duty.revisions ?? [];
  if (revisions.length === 0 || revisions[0]?.from === BEGINNING) return dutyAt(duty, day);
  const first: DutyRevision = { from: BEGINNING, reason: '', ...revisedOf(duty) };
  return dutyAt({ ...duty, revisions: [first, ...revisions] }, day);
}

export interface DutyChangeRequest {
  /** The duty as it was shown to whoever made the draft: what differs from it is the change. */
  readonly shown: Revised;
  readonly today: Day;
  /** The day from which the change holds; undefined: the duty has always been so. */
  readonly from: Day | undefined;
  readonly reason: string;
}

/**
 * The stored duty with what a draft changes of it. With `from` the change becomes a
 * revision: earlier days stay, and what a later revision says holds from then on. Without, it has always been so, in every revision.
 * A draft that changes nothing takes a revision that is still ahead back. Note, days and sampling have no history.
 */
export function changeDuty(
  stored: ProfileDuty,
  draft: DutyDraft,
  { shown, today, from, reason }: DutyChangeRequest,
): ProfileDuty {
  const changes = changesOf(dutyAt(stored, today), shown, draft);
  const { note, sampling, from: begin, to } = draft;
  const plain: ProfileDuty = {
    ...stored,
    note,
    ...(sampling === undefined ? {} : { sampling }),
    ...(begin === undefined ? {} : { from: begin }),
    ...(to === undefined ? {} : { to }),
  };
  const revisions = stored.revisions ?? [];
  if (from === undefined) {
    const names = Object.keys(changes);
    const kept = revisions.map((one) => without(one, names)).filter(saysSomething);
    return withRevisions({ ...plain, ...changes }, kept);
  }
  const others = revisions.filter((one) => one.from !== from);
  if (Object.keys(changes).length === 0) return withRevisions(plain, from > today ? others : revisions);
  const same = revisions.find((one) => one.from === from);
  const revision = { ...same, ...changes, from, reason };
  return withRevisions(
    plain,
    [...others, revision].sort((a, b) => (a.from < b.from ? -1 : 1)),
  );
}

function changesOf(now: Revised, shown: Revised, draft: DutyDraft): Partial<Revised> {
  // Who leads by an assignment (责任分工) is shown, but is no part of the duty.
  const lead = draft.lead.filter((unit) => now.lead.includes(unit) || !shown.lead.includes(unit));
  const { cadence, templates, zeroReport, eventTerm = null } = shown;
  const wanted: Revised = { cadence, templates, zeroReport, eventTerm, ...draft };
  // What a duty does not say is nothing, as null is.
  const changed = REVISED.filter((name) => textOf(shown[name] ?? null) !== textOf(wanted[name] ?? null));
  return Object.fromEntries(changed.map((name) => [name, name === 'lead' ? lead : wanted[name]])) as Partial<Revised>; // by name
}

function revisedOf(duty: Revised): Revised {
  return Object.fromEntries(REVISED.map((name) => [name, duty[name] ?? null])) as unknown as Revised; // by name
}

/** One text for equal values: the order in which the form writes an object's fields says nothing. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function without(revision: DutyRevision, names: readonly string[]): DutyRevision {
  const kept = Object.entries(revision).filter(([name]) => !names.includes(name));
  return Object.fromEntries(kept) as unknown as DutyRevision; // from and reason are no names of changes
}

function saysSomething(revision: DutyRevision): boolean {
  return REVISED.some((name) => name in revision);
}

function withRevisions({ revisions: _before, ...duty }: ProfileDuty, revisions: readonly DutyRevision[]): ProfileDuty {
  return revisions.length === 0 ? duty : { ...duty, revisions };
}

import { logAction } from '../../db/queries/audit.ts';
import {
  type EventRow,
  putEvent,
  withdrawEvent as putWithdrawal,
  listEvents as stored,
} from '../../db/queries/events.ts';
import type { Duty, EventTerm } from '../contract/duties.ts';
import type { DutyEvent } from '../contract/events.ts';
import type { Day } from '../contract/time.ts';
import type { Args } from '../contract.ts';
import { dutyAt } from '../core/dutyHistory.ts';
import { eventDueDay, eventState } from '../core/eventDue.ts';
import { dayOf, isDay } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { type Context, type Directory, readDirectory } from './context.ts';
import { dutyOf, refuseRange, unitOf } from './dutySquare.ts';
import { nowOf } from './moments.ts';

/** Events of event duties (异议、修复、约谈) with their due days; those that press most first. `open`: without the closed ones. */
export function listEvents(context: Context, { asOf, duty, unit, open }: Args<'events.list'>): readonly DutyEvent[] {
  const db = context.store().read;
  const directory = readDirectory(db);
  const today = dayOf(nowOf(asOf, context.deps.now));
  if (unit !== undefined) unitOf(directory, unit);
  if (duty !== undefined) dutyOf(directory, duty);
  return stored(db, { duty, unit })
    .map((row) => eventOf(context, directory, row, today))
    .filter((event) => open !== true || event.state !== 'closed')
    .sort((a, b) => ORDER[a.state] - ORDER[b.state] || (a.due ?? LATEST).localeCompare(b.due ?? LATEST));
}

/**
 * Records an event, changes it, or closes it with its outcome. What must wait (公示满3个月) is not closed before its day
 * (`event_too_early`); a due day in a year without holidays is refused (`year_unknown`), not guessed.
 */
export function saveEvent(context: Context, { event: draft, by = '' }: Args<'events.save'>): DutyEvent {
  const at = context.deps.now();
  return context.store().write((db) => {
    const directory = readDirectory(db);
    const before = draft.id === null ? undefined : storedEvent(stored(db, { id: draft.id }), draft.id);
    const duty = dutyOf(directory, draft.duty);
    if (!isDay(draft.day)) throw new Refusal('moment_invalid', draft.day);
    if (duty.kind !== 'event' && termAt(duty, draft.day) === null) throw new Refusal('not_an_event', duty.title);
    refuseRange(draft.day, draft.closedOn);
    const row = {
      id: draft.id,
      duty: duty.id,
      unit: draft.unit === null ? null : unitOf(directory, draft.unit).id,
      title: draft.title.trim(),
      day: draft.day,
      closedOn: draft.closedOn,
      outcome: draft.outcome.trim(),
      note: draft.note.trim(),
      // Who recorded it stays; who changed it is in the audit log.
      by: before?.by ?? by,
      at: before?.at ?? at,
    };
    if (row.title === '') throw new Refusal('reason_required', '事件须写明名称。');
    const due = dueOf(context, directory, duty, row.day);
    if (row.closedOn !== null) {
      if (row.outcome === '') throw new Refusal('outcome_required');
      if (termAt(duty, row.day)?.meaning === 'not-before' && due !== null && row.closedOn < due)
        throw new Refusal('event_too_early', `${row.title}，${due} 起方可办结`);
    }
    const id = putEvent(db, row);
    logAction(db, at, 'event.save', String(id), JSON.stringify({ before: before ?? null, after: row }), by);
    return eventOf(context, directory, { ...row, id }, dayOf(at));
  });
}

/** Takes an event back with a reason; it stays in the audit log. */
export function withdrawEvent(context: Context, { id, reason, by = '' }: Args<'events.withdraw'>): DutyEvent {
  const written = reason.trim();
  if (written === '') throw new Refusal('reason_required');
  const at = context.deps.now();
  return context.store().write((db) => {
    const row = storedEvent(stored(db, { id }), id);
    putWithdrawal(db, id, at);
    logAction(db, at, 'event.withdraw', String(id), JSON.stringify({ reason: written, event: row }), by);
    return eventOf(context, readDirectory(db), row, dayOf(at));
  });
}

const ORDER: Readonly<Record<DutyEvent['state'], number>> = { overdue: 0, open: 1, waiting: 2, closed: 3 };
/** After every due day: events without a term come last. */
const LATEST = '9999-12-31';

function storedEvent(rows: readonly EventRow[], id: number): EventRow {
  const [row] = rows;
  if (!row) throw new Refusal('event_unknown', String(id));
  return row;
}

function eventOf(context: Context, directory: Directory, row: EventRow, today: Day): DutyEvent {
  const duty = directory.duties.find((d) => d.id === row.duty);
  const due = duty ? dueOf(context, directory, duty, row.day) : null;
  const meaning = (duty && termAt(duty, row.day)?.meaning) ?? null;
  return { ...row, due, state: eventState({ due, closedOn: row.closedOn }, meaning, today) };
}

function dueOf({ calendar }: Context, { office }: Directory, duty: Duty, day: Day): Day | null {
  const term = termAt(duty, day);
  return term ? eventDueDay(day, term, office.settings.shift, calendar) : null;
}

/** The term of an event of that day: a rule that changed since does not touch what began before. */
function termAt(duty: Duty, day: Day): EventTerm | null {
  return dutyAt(duty, day).eventTerm ?? null;
}

import { logAction } from '../../db/queries/audit.ts';
import { putDuty, listDuties as storedDuties } from '../../db/queries/duties.ts';
import type { Cadence, Duty, DutyDraft } from '../contract/duties.ts';
import type { Args } from '../contract.ts';
import { dueRuleSentence } from '../core/dueSentence.ts';
import { changeDuty, dutyAt } from '../core/dutyHistory.ts';
import { BEGINNING } from '../core/groupHistory.ts';
import { chineseDay, dayOf } from '../core/period.ts';
import type { ProfileDuty } from '../core/profile.ts';
import { Refusal } from '../core/refusal.ts';
import { fitsCadence } from '../core/schedule.ts';
import { keepingClosed } from './closedPeriods.ts';
import { type Context, type Directory, readDirectory } from './context.ts';
import { planTerms } from './dutyClock.ts';

/** All duties in the notice's order as they stand today; with `year`, those owed in that year. */
export function listDuties(context: Context, year: number | undefined): readonly Duty[] {
  const { duties, office } = readDirectory(context.store().read, dayOf(context.deps.now()));
  if (year === undefined) return duties;
  const begins = ({ from }: Duty) => from ?? office.settings.effectiveFrom;
  return duties.filter((duty) => `${year}-12-31` >= begins(duty) && (duty.to == null || duty.to >= `${year}-01-01`));
}

/**
 * Changes a duty. With `from` from that day on, which wants a reason: earlier periods stay as they were. Without, it has always been so.
 * Refuses `duty_unknown`, `group_unknown`, `unit_unknown` (a lead), `template_unknown`, `range_invalid`, `reason_required` and
 * `change_impossible` (a due rule that does not fit the cadence). Another term of the records judges those stored again; where they are of a
 * closed period it is refused (`period_locked`), as is what changes who owed what by when in one.
 */
export function saveDuty(context: Context, { duty: draft, from, reason = '', by = '' }: Args<'duties.save'>): Duty {
  const store = context.store();
  const at = context.deps.now();
  const today = dayOf(at);
  const written = reason.trim();
  if (from !== undefined && written === '')
    throw new Refusal('reason_required', '从某日起改变的，请写明依据，如文件名称和文号。');
  return store.write((db) => {
    const stored = storedDuties(db);
    const position = stored.findIndex((duty) => duty.id === draft.id);
    const before = stored[position];
    const directory = readDirectory(db, today);
    const shown = directory.duties.find((duty) => duty.id === draft.id);
    if (!before || !shown) throw new Refusal('duty_unknown', draft.id);
    refuseUnknown(context, draft, directory);
    const changed = changeDuty(before, draft, { shown, today, from, reason: written });
    refuseUnfit(changed);
    planTerms(context, db, before, changed).apply(db);
    keepingClosed(context, db, () => putDuty(db, changed, position));
    logAction(
      db,
      at,
      'duty.save',
      draft.id,
      JSON.stringify(from === undefined ? before : { from, reason: written, before }),
      by,
    );
    const saved = readDirectory(db, today).duties.find((duty) => duty.id === draft.id);
    if (!saved) throw new Refusal('duty_unknown', draft.id);
    return saved;
  });
}

/**
 * Refuses a due rule that does not fit the cadence of its time (`change_impossible`): that of the draft, or one that a later change still
 * brings.
 */
export function refuseUnfit(duty: ProfileDuty): void {
  for (const day of [BEGINNING, ...(duty.revisions ?? []).map(({ from }) => from)]) {
    const { due, cadence, title } = dutyAt(duty, day);
    if (due === null || fitsCadence(due, cadence)) continue;
    const since = day === BEGINNING ? '' : `自${chineseDay(day)}起，`;
    throw new Refusal(
      'change_impossible',
      `${since}截止规则“${dueRuleSentence(due)}”不适合“${title}”的报送周期（${CADENCE_NAMES[cadence]}），请另选一种。`,
    );
  }
}

const CADENCE_NAMES: Readonly<Record<Cadence, string>> = {
  weekly: '每周',
  monthly: '每月',
  quarterly: '每季度',
  'half-yearly': '每半年',
  yearly: '每年',
  once: '一次性',
  event: '随时',
  irregular: '不定期',
};

/** Refuses groups, units and templates that do not exist, and an end before its beginning. */
export function refuseUnknown({ resources }: Context, draft: DutyDraft, directory: Directory): void {
  const { groups, lead, templates = [], quota, from, to } = draft;
  const template = [...templates, ...(quota?.templates ?? [])].find(
    (id) => !resources.templates.some((one) => one.id === id),
  );
  if (template !== undefined) throw new Refusal('template_unknown', template);
  const group = groups.find((id) => !directory.groups.some((one) => one.id === id));
  if (group !== undefined) throw new Refusal('group_unknown', group);
  const unit = lead.find((id) => !directory.units.some((one) => one.id === id));
  if (unit !== undefined) throw new Refusal('unit_unknown', unit);
  if (from != null && to != null && to < from)
    throw new Refusal('range_invalid', `截止日期 ${to} 早于开始日期 ${from}`);
}

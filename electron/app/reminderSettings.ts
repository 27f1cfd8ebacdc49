import { logAction } from '../../db/queries/audit.ts';
import { getSetting, putSetting } from '../../db/queries/settings.ts';
import type { ReadDb } from '../../db/types.ts';
import type { ReminderSettings, ReminderWording } from '../contract/reminders.ts';
import { WORDING_NAMES } from '../contract/reminderWords.ts';
import type { Args, Result } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import { placeholdersOf, strangePlaceholders } from '../core/reminderWording.ts';
import type { Context } from './context.ts';

/** Levels and wording in force; `isOwn`: the office has words of its own. */
export function getReminderSettings(context: Context): Result<'reminders.settings'> {
  return settingsIn(context.store().read, context);
}

/** The same inside a use case. */
export function settingsIn(db: ReadDb, { resources }: Pick<Context, 'resources'>): Result<'reminders.settings'> {
  const { settings, wording } = ownIn(db);
  return {
    settings: settings ?? resources.reminders.settings,
    wording: wording ?? resources.reminders.wording,
    isOwn: wording !== null,
  };
}

/**
 * Changes the levels, the wording, or both; what is left out stays. `wording: null` gives back the words that ship. A wording with a
 * placeholder that cannot be filled in is refused (`wording_placeholder`) with its name and those there are.
 */
export function saveReminderSettings(
  context: Context,
  { settings, wording, by = '' }: Args<'reminders.saveSettings'>,
): Result<'reminders.saveSettings'> {
  if (wording) refuseStrange(wording);
  if (settings && settings.redWhenLateBefore > settings.periodsBefore)
    throw new Refusal(
      'usage',
      `前${settings.periodsBefore}期里不会有${settings.redWhenLateBefore}期迟报，请改小次数或多看几期`,
    );
  return context.store().write((db) => {
    const before = settingsIn(db, context);
    const own = ownIn(db);
    putSetting(db, KEY, {
      settings: settings ?? own.settings,
      wording: wording === undefined ? own.wording : wording,
    } satisfies OwnSettings);
    const after = settingsIn(db, context);
    logAction(db, context.deps.now(), 'reminders.settings', '', JSON.stringify({ before, after }), by);
    return after;
  });
}

const KEY = 'reminders';

/** What the office set for itself; null: as shipped. */
interface OwnSettings {
  readonly settings: ReminderSettings | null;
  readonly wording: ReminderWording | null;
}

function ownIn(db: ReadDb): OwnSettings {
  return getSetting<OwnSettings>(db, KEY) ?? { settings: null, wording: null };
}

function refuseStrange(wording: ReminderWording): void {
  for (const name of ['unit', 'group', 'letter', 'mailSubject'] as const) {
    const strange = strangePlaceholders(name, wording[name]);
    if (strange.length > 0)
      throw new Refusal(
        'wording_placeholder',
        `“${WORDING_NAMES[name]}”中的 ${strange.join('、')}，可以用的有 ${placeholdersOf(name)}`,
      );
  }
}

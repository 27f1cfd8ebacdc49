import { logAction } from '../../db/queries/audit.ts';
import { getSetting, putSetting } from '../../db/queries/settings.ts';
import type { ReadDb } from '../../db/types.ts';
import type { ReminderSettings, ReminderWording } from '../contract/reminders.ts';
import { WORDING_NAMES } from '../contract/reminderWords.ts';
import { wordingFault } from '../contract/wordingFault.ts';
import type { Args, Result } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

/** Levels and wording in force; `isOwn`: the office has words of its own. */
export function getReminderSettings(context: Context): Result<'reminders.settings'> {
  return settingsIn(context.store().read, context);
}

/** The same inside a use case. */
export function settingsIn(db: ReadDb, { resources }: Pick<Context, 'resources'>): Result<'reminders.settings'> {
  const { settings, wording } = ownIn(db);
  return {
    settings: { since: null, ...(settings ?? resources.reminders.settings) },
    wording: wording ?? resources.reminders.wording,
    isOwn: wording !== null,
  };
}

/**
 * Changes the levels, the wording, or both; what is left out stays. `wording: null` gives back the words that ship. A wording with a
 * placeholder that cannot be filled in is refused (`wording_placeholder`) with its name and those there are; so is one that names nothing owed.
 */
export function saveReminderSettings(
  context: Context,
  { settings, wording, by = '' }: Args<'reminders.saveSettings'>,
): Result<'reminders.saveSettings'> {
  if (wording) refuseFaulty(wording);
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
      wording: wording === undefined ? own.wording : ownWords(wording, context),
    } satisfies OwnSettings);
    const after = settingsIn(db, context);
    logAction(db, context.deps.now(), 'reminders.settings', '', JSON.stringify({ before, after }), by);
    return after;
  });
}

/** The words that ship, saved as they are, are not the office's own: a later program may better them. */
function ownWords(wording: ReminderWording | null, { resources }: Pick<Context, 'resources'>): ReminderWording | null {
  if (wording === null) return null;
  const shipped = resources.reminders.wording;
  const isSame = WORDINGS.every((name) => wording[name] === shipped[name]);
  return isSame ? null : wording;
}

const WORDINGS = ['unit', 'group', 'letter', 'mailSubject'] as const;

const KEY = 'reminders';

/** What the office set for itself; null: as shipped. */
interface OwnSettings {
  readonly settings: ReminderSettings | null;
  readonly wording: ReminderWording | null;
}

function ownIn(db: ReadDb): OwnSettings {
  return getSetting<OwnSettings>(db, KEY) ?? { settings: null, wording: null };
}

function refuseFaulty(wording: ReminderWording): void {
  for (const name of WORDINGS) {
    const fault = wordingFault(name, wording[name]);
    if (fault !== null) throw new Refusal('wording_placeholder', `“${WORDING_NAMES[name]}”${fault}`);
  }
}

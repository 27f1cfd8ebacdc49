import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { listAllotments } from '../../db/queries/allotments.ts';
import { listAssignments } from '../../db/queries/assignments.ts';
import { logAction } from '../../db/queries/audit.ts';
import { calendarExtra } from '../../db/queries/calendar.ts';
import { listDuties } from '../../db/queries/duties.ts';
import { listIndicators } from '../../db/queries/indicators.ts';
import { getSetting } from '../../db/queries/settings.ts';
import { listGroups, listUnits } from '../../db/queries/units.ts';
import type { Office } from '../contract/profiles.ts';
import type { Args, Result } from '../contract.ts';
import { dayOf } from '../core/period.ts';
import type { PortableProfile } from '../core/profile.ts';
import { Refusal } from '../core/refusal.ts';
import { profileFileText, readProfile, readProfileFile } from '../io/profileFile.ts';
import type { Context } from './context.ts';
import { outputPath, writeOutput } from './outputs.ts';

/**
 * Writes the office as it stands (names, settings, units, groups, duties, indicators, who else owes what, numbers allotted for this year
 * and later, its calendar) as one file another machine can begin from. No data, and no exemptions: those are this office's decisions, with
 * their approvers. Refuses an office such a file could not be read of again: `profile_incomplete`, naming the place.
 */
export async function exportProfile(
  context: Context,
  { out }: Args<'profiles.export'>,
): Promise<Result<'profiles.export'>> {
  const { read, write } = context.store();
  const office = getSetting<Office>(read, 'office');
  if (!office) throw new Refusal('not_initialised', context.deps.dataFolder);
  const now = context.deps.now();
  const profile: PortableProfile = {
    office,
    units: listUnits(read),
    groups: listGroups(read),
    duties: listDuties(read),
    indicators: listIndicators(read),
    assignments: listAssignments(read).map(({ id: _id, ...assignment }) => assignment),
    allotments: listAllotments(read).filter(({ period }) => period >= now.slice(0, 4)),
    calendar: calendarExtra(read),
  };
  const checked = readProfile(JSON.parse(JSON.stringify(profile)), templateIds(context));
  if (checked.kind !== 'profile') throw new Refusal('profile_incomplete', checked.why);
  const name = `${office.county}县情_${dayOf(now).replaceAll('-', '')}.json`;
  const path = await outputPath(context, out, name);
  const text = profileFileText(checked.profile, { writtenAt: now, program: context.deps.version });
  const written = await writeOutput(path, text);
  write((db) => logAction(db, now, 'profile.export', office.id, written.path));
  return written;
}

/** The profile of a file that `exportProfile` wrote, here or on another machine. */
export async function loadProfileFile(context: Context, path: string): Promise<PortableProfile> {
  const name = basename(path);
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Refusal('file_missing', path);
  });
  const reading = readProfileFile(text, templateIds(context));
  if (reading.kind === 'profile') return reading.profile;
  throw new Refusal(reading.kind === 'newer' ? 'profile_newer' : 'profile_damaged', `“${name}”${reading.why}`);
}

function templateIds({ resources }: Context): ReadonlySet<string> {
  return new Set(resources.templates.map((template) => template.id));
}

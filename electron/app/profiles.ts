import { putAllotments } from '../../db/queries/allotments.ts';
import { insertAssignment } from '../../db/queries/assignments.ts';
import { logAction } from '../../db/queries/audit.ts';
import { putCountyDay, putNotice } from '../../db/queries/calendar.ts';
import { putDuty } from '../../db/queries/duties.ts';
import { putIndicator } from '../../db/queries/indicators.ts';
import { getSetting, putSetting } from '../../db/queries/settings.ts';
import { putGroup, putUnit } from '../../db/queries/units.ts';
import type { WriteDb } from '../../db/types.ts';
import { BLANK_PROFILE, type InitResult, type Office, type ProfileSummary } from '../contract/profiles.ts';
import type { Moment } from '../contract/time.ts';
import type { Args } from '../contract.ts';
import { nameOffice } from '../core/officeNames.ts';
import { dayOf } from '../core/period.ts';
import { NO_ADDITIONS, type PortableProfile, type Profile, type ProfileAdditions } from '../core/profile.ts';
import { Refusal } from '../core/refusal.ts';
import { keepingClosed } from './closedPeriods.ts';
import type { Context } from './context.ts';
import { loadProfileFile } from './profileFiles.ts';

/** The county profiles shipped, the blank one last. */
export function listProfiles({ resources }: Context): readonly ProfileSummary[] {
  const profiles = [...resources.profiles.values()];
  const [blank, counties] = [profiles.filter(isBlank), profiles.filter((profile) => !isBlank(profile))];
  return [...counties, ...blank].map(({ office, units, duties }) => ({
    id: office.id,
    office: office.office,
    county: office.county,
    documentNo: office.notice.documentNo,
    units: units.length,
    duties: duties.length,
  }));
}

/** Makes the data folder from a profile shipped or from a file of one; refuses a folder that exists. */
export async function initProfile(
  context: Context,
  { profile: asked, names }: Args<'profiles.init'>,
): Promise<InitResult> {
  const profile = await findProfile(context, asked);
  const { units, groups, duties, indicators } = profile;
  const now = context.deps.now();
  const { id } = profile.office;
  if (asked !== BLANK_PROFILE && names !== undefined) throw new Refusal('usage', '只有空白县情要填写县名和办公室');
  const office = asked === BLANK_PROFILE ? nameOffice(profile.office, names, dayOf(now)) : profile.office;
  context.create().write((db) => {
    putSetting(db, 'office', office);
    for (const unit of units) putUnit(db, unit);
    for (const [position, group] of groups.entries()) putGroup(db, group, position);
    for (const [position, duty] of duties.entries()) putDuty(db, duty, position);
    for (const [position, indicator] of indicators.entries()) putIndicator(db, indicator, position);
    putAdditions(db, profile, now);
    logAction(db, now, 'profile.init', id, asked === id ? '' : asked);
  });
  context.renewCalendar();
  return {
    profile: id,
    units: units.length,
    duties: duties.length,
    templates: context.resources.templates.length,
  };
}

/** By its id, or by the path of a file of one. */
async function findProfile(context: Context, asked: string): Promise<PortableProfile> {
  const shipped = context.resources.profiles.get(asked);
  if (shipped !== undefined) return { ...shipped, ...NO_ADDITIONS };
  if (!isPath(asked)) throw new Refusal('profile_unknown', asked);
  return loadProfileFile(context, asked);
}

function putAdditions(db: WriteDb, { assignments, allotments, calendar }: ProfileAdditions, now: Moment): void {
  for (const assignment of assignments) insertAssignment(db, assignment);
  const squares = Map.groupBy(allotments, ({ duty, period }) => `${duty}\n${period}`);
  for (const counts of squares.values()) {
    const [first] = counts;
    if (first !== undefined) putAllotments(db, first, counts);
  }
  for (const notice of calendar.years) putNotice(db, notice, { at: now, by: '' });
  for (const day of calendar.county) putCountyDay(db, day);
}

const isBlank = ({ office }: Profile): boolean => office.id === BLANK_PROFILE;

/** Ids have neither separators nor an ending. */
const isPath = (text: string): boolean => /[\\/]|\.json$/iu.test(text);

/** The office's own names, letterhead and settings. */
export function getOffice(context: Context): Office {
  const office = getSetting<Office>(context.store().read, 'office');
  if (!office) throw new Refusal('not_initialised', context.deps.dataFolder);
  return office;
}

/**
 * Changes names, letterhead or settings. The profile it came from stays. Settings that change what was owed in a closed period (due time,
 * first day, rest-day rule) are refused (`period_locked`).
 */
export function saveOffice(context: Context, { office, by = '' }: Args<'office.save'>): Office {
  const at = context.deps.now();
  return context.store().write((db) => {
    const before = getSetting<Office>(db, 'office');
    if (!before) throw new Refusal('not_initialised', context.deps.dataFolder);
    const after = { ...office, id: before.id };
    keepingClosed(context, db, () => putSetting(db, 'office', after));
    logAction(db, at, 'office.save', before.id, JSON.stringify(before), by);
    return after;
  });
}

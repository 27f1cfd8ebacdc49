import { logAction } from '../../db/queries/audit.ts';
import { putDuty } from '../../db/queries/duties.ts';
import { putIndicator } from '../../db/queries/indicators.ts';
import { getSetting, putSetting } from '../../db/queries/settings.ts';
import { putGroup, putUnit } from '../../db/queries/units.ts';
import type { InitResult, Office, ProfileSummary } from '../contract/profiles.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

/** The county profiles shipped. */
export function listProfiles({ resources }: Context): readonly ProfileSummary[] {
  return [...resources.profiles.values()].map(({ office, units, duties }) => ({
    id: office.id,
    office: office.office,
    county: office.county,
    documentNo: office.notice.documentNo,
    units: units.length,
    duties: duties.length,
  }));
}

/** Makes the data folder from a profile; refuses one that exists. */
export function initProfile(context: Context, id: string): InitResult {
  const profile = context.resources.profiles.get(id);
  if (!profile) throw new Refusal('profile_unknown', id);
  context.create().write((db) => {
    putSetting(db, 'office', profile.office);
    for (const unit of profile.units) putUnit(db, unit);
    for (const [position, group] of profile.groups.entries()) putGroup(db, group, position);
    for (const [position, duty] of profile.duties.entries()) putDuty(db, duty, position);
    for (const [position, indicator] of profile.indicators.entries()) putIndicator(db, indicator, position);
    logAction(db, context.deps.now(), 'profile.init', id);
  });
  return {
    profile: id,
    units: profile.units.length,
    duties: profile.duties.length,
    templates: context.resources.templates.length,
  };
}

/** The office's own names, letterhead and settings. */
export function getOffice(context: Context): Office {
  const office = getSetting<Office>(context.store().read, 'office');
  if (!office) throw new Refusal('not_initialised', context.deps.dataFolder);
  return office;
}

/** Changes names, letterhead or settings. The profile it came from stays. */
export function saveOffice(context: Context, office: Office): Office {
  const before = getOffice(context);
  const after = { ...office, id: before.id };
  context.store().write((db) => {
    putSetting(db, 'office', after);
    logAction(db, context.deps.now(), 'office.save', before.id, JSON.stringify(before));
  });
  return after;
}

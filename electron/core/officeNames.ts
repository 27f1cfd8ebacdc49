import type { Office, OfficeNames } from '../contract/profiles.ts';
import type { Day } from '../contract/time.ts';

/**
 * The office of a blank profile as it is set up on `today`: under its own names if they are given, its duties owed from 1 January of
 * this year (cli.md, Periods). The letterhead and the short name follow from the names as offices write them.
 */
export function nameOffice(blank: Office, names: OfficeNames | undefined, today: Day): Office {
  const office = { ...blank, settings: { ...blank.settings, effectiveFrom: `${today.slice(0, 4)}-01-01` } };
  if (names === undefined) return office;
  const { documentWord, ...given } = names;
  return {
    ...office,
    ...given,
    shortName: `${names.county.slice(-1)}信用办`,
    letterhead: `${names.office}文件`,
    documentNoPattern: `${documentWord}〔{year}〕{no}号`,
  };
}

import { compliantRows } from '../../db/queries/contactLists.ts';
import { listUnits } from '../../db/queries/units.ts';
import type { ReadDb } from '../../db/types.ts';
import { CONTACT_LIST, contactsInForce, contactsOfRow, type ReportedContacts } from '../core/contacts.ts';
import type { ProfileUnit } from '../core/profile.ts';

/** The units as stored, with the people their newest compliant contact list (负责人名单) names beside those the office entered. */
export function unitsInForce(db: ReadDb): ProfileUnit[] {
  const lists = new Map<string, ReportedContacts>();
  for (const { unit, at, values } of compliantRows(db, CONTACT_LIST)) {
    const known = lists.get(unit);
    // The rows of one receipt are one list: a unit may name the people of its offices, too.
    const before = known?.at === at ? known.contacts : [];
    lists.set(unit, { at, contacts: [...before, ...contactsOfRow(values)] });
  }
  return listUnits(db).map((unit) => ({ ...unit, contacts: contactsInForce(unit.contacts, lists.get(unit.id)) }));
}

import type { Day } from '../contract/time.ts';
import type { Succession } from '../contract/units.ts';
import { addDays, chineseDay } from './period.ts';
import type { ProfileUnit } from './profile.ts';
import { Refusal } from './refusal.ts';

/** A new name from a day on (改名). */
export interface Renaming {
  readonly name: string;
  readonly officialName: string;
  /** First day of the new name. */
  readonly on: Day;
  readonly reason: string;
}

/** The unit under its new name, the old one kept until the day before. Refuses what cannot be, in words that say why. */
export function renameUnit(unit: ProfileUnit, { on, ...given }: Renaming): ProfileUnit {
  const name = given.name.trim();
  const officialName = given.officialName.trim();
  const reason = given.reason.trim();
  const former = unit.formerNames ?? [];
  const until = addDays(on, -1);
  const last = former.at(-1);
  if (reason === '') throw new Refusal('reason_required', '改名请写明依据，如文件名称和文号。');
  if (name === unit.name && officialName === unit.officialName)
    throw impossible(`“${unit.name}”的简称和全称都没有变化，不用改名。`);
  if (unit.activeTo !== null && unit.activeTo < on)
    throw impossible(`“${unit.name}”已于${chineseDay(unit.activeTo)}停用，不能从${chineseDay(on)}起改名。`);
  if (unit.activeFrom !== null && on <= unit.activeFrom)
    throw impossible(
      `“${unit.name}”${chineseDay(unit.activeFrom)}才启用，改名的日期要在这之后；名称写错的，请直接修改资料。`,
    );
  if (last && until <= last.until)
    throw impossible(
      `“${unit.name}”到${chineseDay(last.until)}为止叫“${last.name}”，这次改名的日期要在${chineseDay(addDays(last.until, 1))}之后。`,
    );
  return {
    ...unit,
    name,
    officialName,
    formerNames: [...former, { until, name: unit.name, officialName: unit.officialName, reason }],
  };
}

/** What a unit of that parent would go round in a circle through; null: nothing. */
export function parentLoop(
  id: string,
  parent: string | null,
  units: readonly Pick<ProfileUnit, 'id' | 'name' | 'parent'>[],
): string | null {
  const seen = new Set([id]);
  for (let next = parent; next !== null; ) {
    const unit = units.find((one) => one.id === next);
    if (!unit) return null;
    if (seen.has(unit.id)) return unit.name;
    seen.add(unit.id);
    next = unit.parent ?? null;
  }
  return null;
}

/** What became of a unit, after its last day was set: who opens a merged unit again takes the succession back. */
export function keptSuccession(before: ProfileUnit | null | undefined, activeTo: Day | null): Succession | null {
  const succession = before?.succession ?? null;
  return succession !== null && activeTo === addDays(succession.on, -1) ? succession : null;
}

/** A refusal of a change of the directory; the sentence says it all. */
export const impossible = (sentence: string): Refusal => new Refusal('change_impossible', sentence);

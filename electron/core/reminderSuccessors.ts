import type { ReminderItem } from '../contract/reminders.ts';
import { endedWords } from '../contract/reminderWords.ts';
import type { Day } from '../contract/time.ts';
import type { Unit } from '../contract/units.ts';

/** The units that go on on a day from one that had ended by then (合并、分设), through several changes; null: it had not ended. */
export function successorsOf(unit: Unit, units: readonly Unit[], day: Day): Unit[] | null {
  if (!isEnded(unit, day)) return null;
  const byId = new Map(units.map((one) => [one.id, one]));
  const seen = new Set([unit.id]);
  const found: Unit[] = [];
  const next = [...(unit.succession?.units ?? [])];
  for (let id = next.shift(); id !== undefined; id = next.shift()) {
    const one = byId.get(id);
    if (one === undefined || seen.has(id)) continue;
    seen.add(id);
    if (isEnded(one, day)) next.push(...(one.succession?.units ?? []));
    else found.push(one);
  }
  return found;
}

interface Named {
  readonly name: string;
  readonly ended?: ReminderItem['ended'] | undefined;
}

/** A unit as the list names it: `气象局（已撤并，由自然资源局承接）`. */
export function listedName({ name, ended }: Named): string {
  if (ended === undefined) return name;
  return `${name}（${endedWords(ended)}）`;
}

/** A unit as a text addresses it: who goes on from it, for it can read nothing any more. */
export function addressedName({ name, ended }: Named): string {
  if (ended === undefined || ended.successors.length === 0) return listedName({ name, ended });
  return `${ended.successors.join('、')}（承接原${name}）`;
}

function isEnded({ activeTo }: Pick<Unit, 'activeTo'>, day: Day): boolean {
  return activeTo !== null && activeTo < day;
}

import type { Duty } from '../contract/duties.ts';
import type { Unit } from '../contract/units.ts';
import { Refusal } from '../core/refusal.ts';
import type { Ask } from './command.ts';

/** The unit of an id, a name or an alias. Refuses `unit_unknown`, and as `usage` a name that several bear. */
export async function unitNamed(ask: Ask, text: string): Promise<Unit> {
  const units = await ask('units.list', {});
  const exact = units.find((unit) => unit.id === text);
  if (exact) return exact;
  const bearers = units.filter((unit) => [unit.name, unit.officialName, ...unit.aliases].includes(text));
  const [first, ...others] = bearers.length > 1 ? bearers.filter((unit) => unit.activeTo === null) : bearers;
  if (first === undefined) throw new Refusal('unit_unknown', text);
  if (others.length > 0)
    throw new Refusal(
      'usage',
      `${text} 有 ${bearers.length} 个单位，请写编号：${bearers.map(({ id }) => id).join('、')}`,
    );
  return first;
}

/** The id of a unit, where one is named. */
export async function unitId(ask: Ask, text: string | undefined): Promise<string | undefined> {
  return text === undefined ? undefined : (await unitNamed(ask, text)).id;
}

/** The ids of units, in their order. */
export async function unitIds(ask: Ask, texts: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const text of texts) ids.push((await unitNamed(ask, text)).id);
  return ids;
}

/** What units and duties are called, by id, for a table that people read; an id that is none stays. */
export async function namesOf(
  ask: Ask,
): Promise<{ readonly unit: (id: string) => string; readonly duty: (id: string) => string }> {
  const units = new Map((await ask('units.list', {})).map(({ id, name }) => [id, name]));
  const duties = new Map((await ask('duties.list', {})).map(({ id, title }) => [id, title]));
  return { unit: (id) => units.get(id) ?? id, duty: (id) => duties.get(id) ?? id };
}

/** The ids of templates, each named by its id or whole title. Refuses `template_unknown`. */
export async function templateIds(ask: Ask, texts: readonly string[]): Promise<string[]> {
  const templates = await ask('templates.list', {});
  return texts.map((text) => {
    const found = templates.find(({ id }) => id === text) ?? templates.find(({ title }) => title === text);
    if (!found) throw new Refusal('template_unknown', text);
    return found.id;
  });
}

/** The duty of an id or a whole title. Refuses `duty_unknown`. */
export async function dutyNamed(ask: Ask, text: string): Promise<Duty> {
  const duties = await ask('duties.list', {});
  const found = duties.find((duty) => duty.id === text) ?? duties.find((duty) => duty.title === text);
  if (!found) throw new Refusal('duty_unknown', text);
  return found;
}

/** The id of a duty, where one is named. */
export async function dutyId(ask: Ask, text: string | undefined): Promise<string | undefined> {
  return text === undefined ? undefined : (await dutyNamed(ask, text)).id;
}

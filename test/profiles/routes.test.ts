import path from 'node:path';
import { expect, it } from 'vitest';
import type { Profile } from '../../electron/core/profile.ts';
import { loadResources } from '../../electron/io/resources.ts';

const { profiles } = loadResources(path.resolve('resources'));

// A statement is asked for by several duties, and the program asks which one is meant.
it.each([...profiles])("%s sends a unit's table of each template to one duty only", (_, profile) => {
  expect(sharedTables(profile)).toEqual([]);
});

function sharedTables({ duties, groups }: Profile): string[] {
  const owners = new Map<string, string[]>();
  for (const duty of duties) {
    const units = new Set(groups.filter((group) => duty.groups.includes(group.id)).flatMap((group) => group.units));
    for (const template of duty.templates.filter((id) => id !== 'statement'))
      for (const unit of units)
        owners.set(`${template} ${unit}`, [...(owners.get(`${template} ${unit}`) ?? []), duty.id]);
  }
  return [...owners].filter(([, ids]) => ids.length > 1).map(([table, ids]) => `${table}: ${ids.join(' ')}`);
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { reminderDefaultsSchema } from '../../electron/io/reminderDefaults.ts';

const file = path.resolve(import.meta.dirname, '..', '..', 'resources', 'reminders', 'reminders.json');

/** Levels and wording that ship, and an empty log: what a list is composed with besides its cells. */
export const REMINDING = {
  ...reminderDefaultsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))),
  earlier: [],
  chases: [],
};

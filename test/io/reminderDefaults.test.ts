import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { REMINDER_PLACEHOLDERS } from '../../electron/contract/reminders.ts';
import { reminderDefaultsSchema } from '../../electron/io/reminderDefaults.ts';
import { loadResources } from '../../electron/io/resources.ts';

const folder = path.resolve(import.meta.dirname, '..', '..', 'resources');
const shipped = reminderDefaultsSchema.parse(
  JSON.parse(readFileSync(path.join(folder, 'reminders', 'reminders.json'), 'utf8')),
);

describe('levels and wording that ship', () => {
  it('are read with the resources, and list what is owed in every text', () => {
    expect(loadResources(folder).reminders).toEqual(shipped);
    for (const name of ['unit', 'group', 'letter'] as const) expect(shipped.wording[name]).toContain('{items}');
    expect(Object.keys(shipped.wording)).toEqual(Object.keys(REMINDER_PLACEHOLDERS));
  });

  it.each<[string, object, string]>([
    ['a placeholder there is not', { unit: '{单位}' }, '不能用的占位 {单位}，可用 {unit}、{asOf}'],
    ['one of another text', { group: '{unit}' }, '不能用的占位 {unit}'],
    ['a lone brace', { mailSubject: '{unit' }, '不能用的占位 {'],
  ])('are refused with %s', (_, change, message) => {
    const checked = reminderDefaultsSchema.safeParse({ ...shipped, wording: { ...shipped.wording, ...change } });
    expect(checked.error?.issues[0]).toMatchObject({ path: ['wording', Object.keys(change)[0]] });
    expect(checked.error?.issues[0]?.message).toContain(message);
  });

  it('are refused without a level', () => {
    const { soonDays: _soon, ...settings } = shipped.settings;
    expect(reminderDefaultsSchema.safeParse({ ...shipped, settings }).success).toBe(false);
  });
});

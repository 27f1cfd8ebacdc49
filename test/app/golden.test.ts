import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { GOLDEN_FILE, goldenInbox } from '../goldenInbox.ts';

it('brings the sample inbox to the grid, rates, reminder list and circular that were read and kept', async () => {
  const expected: Record<string, unknown> = JSON.parse(readFileSync(GOLDEN_FILE, 'utf8'));
  const actual = await goldenInbox();
  expect(Object.keys(actual)).toEqual(Object.keys(expected));
  for (const [part, value] of Object.entries(expected)) expect(actual[part], part).toEqual(value);
});

it('is never rewritten in CI', () => {
  const before = readFileSync(GOLDEN_FILE);
  const script = path.resolve(import.meta.dirname, '..', 'golden.ts');
  const ran = spawnSync(process.execPath, [script], { env: { ...process.env, CI: '1' }, encoding: 'utf8' });
  expect(ran.status).toBe(1);
  expect(ran.stderr).toContain('CI');
  expect(readFileSync(GOLDEN_FILE).equals(before)).toBe(true);
});

import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { runFuzz } from './runFuzz.ts';

it('answers every damaged or made-up file with a value', async () => {
  const keep = path.join(tmpdir(), 'credit-desk-fuzz-failures');
  const { inputs, outcomes, failures } = await runFuzz({ count: 300, seed: 1, keep });
  expect(failures).toEqual([]);
  expect([...outcomes.values()].reduce((sum, times) => sum + times, 0)).toBe(inputs);
  // Some inputs must come through, or nothing behind the first look was tried.
  expect(outcomes.get('workbook: table') ?? 0).toBeGreaterThan(20);
}, 180_000);

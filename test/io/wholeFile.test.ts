import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeWhole } from '../../electron/io/wholeFile.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'credit-desk-whole-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('puts a file in the place of the one before', async () => {
  const out = path.join(folder, '通报.pdf');
  writeFileSync(out, 'before');
  await writeWhole(out, async (partial) => {
    await writeFile(partial, 'after');
    expect(readFileSync(out, 'utf8')).toBe('before');
  });
  expect(readFileSync(out, 'utf8')).toBe('after');
  expect(readdirSync(folder)).toEqual(['通报.pdf']);
});

it('leaves what was there, and no half file, where writing ends early', async () => {
  const out = path.join(folder, '通报.pdf');
  writeFileSync(out, 'before');
  const broken = writeWhole(out, async (partial) => {
    await writeFile(partial, 'af');
    throw new Error('disk full');
  });
  await expect(broken).rejects.toThrow('disk full');
  expect(readFileSync(out, 'utf8')).toBe('before');
  expect(readdirSync(folder)).toEqual(['通报.pdf']);
});

it('leaves nothing beside a place that it cannot take', async () => {
  const out = path.join(folder, '通报.pdf');
  mkdirSync(path.join(out, 'a folder of that name'), { recursive: true });
  await expect(writeWhole(out, (partial) => writeFile(partial, 'after'))).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(['通报.pdf']);
});

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { archiveOriginal, expandSources, fingerprint } from '../../electron/io/originals.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), '原件 '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

describe('a dropped folder', () => {
  it('stands for the files below it, without what systems leave there', async () => {
    mkdirSync(path.join(folder, '4月', '__MACOSX'), { recursive: true });
    for (const name of [
      '甲.xlsx',
      'thumbs.db',
      '.DS_Store',
      '4月/乙.xlsx',
      '4月/._乙.xlsx',
      '4月/__MACOSX/丙',
      '4月/Desktop.ini',
    ])
      writeFileSync(path.join(folder, name), name);
    const found = await expandSources([{ path: folder, name: '四月' }]);
    expect(found.map(({ name }) => name)).toEqual(['4月/乙.xlsx', '甲.xlsx']);
  });
});

describe('the archive', () => {
  it('keeps a file once though it arrives several times in the same moment', async () => {
    const files = ['一', '二', '三', '四', '五', '六'].map((name) => path.join(folder, `${name}.xlsx`));
    for (const file of files) writeFileSync(file, Buffer.alloc(2_000_000, 7));
    const { sha256 } = await fingerprint(files[0] ?? '');
    const data = path.join(folder, '数据');
    const kept = await Promise.all(files.map((file) => archiveOriginal(data, file, sha256)));
    expect(new Set(kept).size).toBe(1);
    expect((await fingerprint(kept[0] ?? '')).sha256).toBe(sha256);
    expect(readdirSync(path.dirname(kept[0] ?? ''))).toEqual([path.basename(kept[0] ?? '')]);
  });
});

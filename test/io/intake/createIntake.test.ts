import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../../electron/core/refusal.ts';
import { createIntake, type Intake, type IntakeOptions } from '../../../electron/io/intake/createIntake.ts';
import { oddWorkbook } from '../../fixtures/oddWorkbook.ts';

const root = join(import.meta.dirname, '../../..');
const workerUrl = pathToFileURL(join(root, 'electron/io/intake/intakeWorker.ts'));
let folder = '';
let good = '';
let tall = '';
let wide = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), '收件 '));
  good = join(folder, '好.xlsx');
  tall = join(folder, '高.xlsx');
  wide = join(folder, '多.xlsx');
  const zip = { deflate: true };
  await writeFile(
    good,
    oddWorkbook({ sheets: [{ name: '表', xml: '<row><c t="inlineStr"><is><t>单位</t></is></c></row>' }], zip }),
  );
  const empty = '<row><c s="1"/><c s="1"/></row>'.repeat(600_000);
  await writeFile(tall, oddWorkbook({ sheets: [{ name: '表', xml: empty }], zip }));
  const full = '<row><c><v>1</v></c></row>'.repeat(500_000);
  await writeFile(wide, oddWorkbook({ sheets: [{ name: '表', xml: full }], zip }));
});

afterAll(() => rm(folder, { recursive: true }));

async function withIntake<T>(options: Partial<IntakeOptions>, use: (intake: Intake) => Promise<T>): Promise<T> {
  const intake = createIntake({ workerUrl, ...options });
  try {
    return await use(intake);
  } finally {
    await intake.close();
  }
}

const readsGood = { kind: 'workbook', workbook: { sheets: [{ rows: [{ cells: [{ text: '单位' }] }] }] } };

describe('the intake thread', () => {
  it('reads files asked for at once, one after the other', async () => {
    await withIntake({}, async (intake) => {
      const results = await Promise.all([
        intake.read(good, 'a.xlsx'),
        intake.read(good, '~$a.xlsx'),
        intake.read(good, 'b.xlsx'),
      ]);
      expect(results).toMatchObject([readsGood, { kind: 'refused', code: 'temporary_file' }, readsGood]);
    });
  });

  it('ends a file that takes too long and reads the next', async () => {
    await withIntake({ timeoutMs: 400 }, async (intake) => {
      const results = await Promise.all([intake.read(tall, '高.xlsx'), intake.read(good, '~$好.xlsx')]);
      expect(results).toMatchObject([
        { kind: 'refused', code: 'too_large', detail: '0.4 秒内未能读完' },
        { kind: 'refused', code: 'temporary_file' },
      ]);
    });
  });

  it('waits longer for a thread that is let work little, and no longer than three times the bound for one that hangs', async () => {
    const idle = join(folder, 'idle.mjs');
    await writeFile(
      idle,
      `import { parentPort } from 'node:worker_threads';
       parentPort.postMessage({ id: 0, kind: 'ready' });
       parentPort.on('message', ({ id, name }) => {
         if (name === 'hang') return;
         setTimeout(() => parentPort.postMessage({ id, kind: 'done', result: name }), 450);
       });`,
    );
    await withIntake({ workerUrl: pathToFileURL(idle), timeoutMs: 300 }, async (intake) => {
      const results = await Promise.all([intake.read(good, 'a'), intake.read(good, 'hang'), intake.read(good, 'b')]);
      expect(results).toMatchObject(['a', { kind: 'refused', code: 'too_large' }, 'b']);
    });
  });

  it('ends a file that needs too much memory and reads the next', async () => {
    await withIntake({ memoryMb: 40 }, async (intake) => {
      expect(await intake.read(wide, '多.xlsx')).toMatchObject({ kind: 'refused', code: 'too_large' });
      expect(await intake.read(good, '好.xlsx')).toMatchObject(readsGood);
    });
  });

  it('loses one file when the thread breaks down and reads the next', async () => {
    const broken = join(folder, 'broken.mjs');
    await writeFile(
      broken,
      `import { parentPort } from 'node:worker_threads';
       parentPort.postMessage({ id: 0, kind: 'ready' });
       parentPort.on('message', ({ id, name }) => {
         if (name === 'exit') process.exit(3);
         if (name === 'fill') for (let i = 0, all = []; ; i++) all.push({ row: i, raw: { a: 'x' + i } });
         if (name === 'throw') setTimeout(() => { throw new Error('坏了'); });
         else parentPort.postMessage({ id, kind: 'done', result: name });
       });`,
    );
    await withIntake({ workerUrl: pathToFileURL(broken), memoryMb: 64 }, async (intake) => {
      const results = await Promise.all(
        ['a', 'throw', 'b', 'exit', 'c', 'fill', 'd'].map((name) => intake.read(good, name)),
      );
      expect(results).toEqual([
        'a',
        { kind: 'refused', code: 'truncated', detail: '读取意外中断：坏了' },
        'b',
        { kind: 'refused', code: 'truncated', detail: '读取意外中断：退出码 3' },
        'c',
        expect.objectContaining({ kind: 'refused', code: 'too_large' }),
        'd',
      ]);
    });
  });

  it('rejects with a refusal where the file is gone', async () => {
    const gone = join(folder, '没有.xlsx');
    await withIntake({}, async (intake) => {
      await expect(intake.read(gone, '没有.xlsx')).rejects.toEqual(new Refusal('file_missing', gone));
      expect(await intake.read(good, 'a.xlsx')).toMatchObject(readsGood);
    });
  });

  it('refuses what still waits when it is closed', async () => {
    const intake = createIntake({ workerUrl });
    const results = Promise.allSettled([intake.read(tall, 'a'), intake.read(good, 'b')]);
    await intake.close();
    expect((await results).map((result) => result.status === 'rejected' && result.reason)).toEqual([
      new Refusal('cancelled', 'a'),
      new Refusal('cancelled', 'b'),
    ]);
    await expect(intake.read(good, 'c')).rejects.toEqual(new Refusal('cancelled', 'c'));
  });
});

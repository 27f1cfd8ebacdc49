import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../electron/app/createApp.ts';
import { programPlaces } from '../../electron/places.ts';
import { type Desk, openDesk, PROFILE } from './desk.ts';
import { articles, penalties } from './workbooks.ts';

const FRIDAY = '2022-04-29T16:00';
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const originals = () =>
  readdirSync(path.join(desk.dataFolder, 'originals'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

describe('originals', () => {
  it('are kept under their hash, each once, also when their import is taken back', async () => {
    const file = await desk.mail('市监局.XLSX', penalties([1]));
    const { batch } = await desk.receive(FRIDAY, [file]);
    await desk.ask('batches.undo', { batch: batch ?? '' });
    await desk.receive(FRIDAY, [file]);
    const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
    expect(originals().map((kept) => path.basename(kept))).toEqual([`${hash}.xlsx`]);
    expect(readFileSync(originals()[0] ?? '').equals(readFileSync(file))).toBe(true);
  });

  it('that are damaged or gone are found by verify', async () => {
    await desk.receive(FRIDAY, [await desk.mail('甲.xlsx', penalties([1]))]);
    await desk.receive(FRIDAY, [await desk.mail('乙.xlsx', articles(['诚信进万家']))]);
    expect(await desk.ask('app.verify', {})).toMatchObject({
      integrity: 'ok',
      originals: 2,
      missingOriginals: [],
      damagedOriginals: [],
    });
    const [damaged = '', gone = ''] = originals();
    writeFileSync(damaged, 'damaged');
    rmSync(gone);
    expect(await desk.ask('app.verify', {})).toMatchObject({
      originals: 1,
      missingOriginals: [path.basename(gone, '.xlsx')],
      damagedOriginals: [path.basename(damaged)],
    });
  });
});

describe('the audit log', () => {
  it('has a line for every request that writes', async () => {
    const lines = () => desk.rows<{ action: string; subject: string }>('select action, subject from audit order by id');
    await desk.receive(FRIDAY, [await desk.mail('甲.xlsx', penalties([1], { change: { 1: { CF_WSH: null } } }))]);
    const finding = (await desk.ask('records.list', {})).records[0]?.findings[0]?.id ?? 0;
    await desk.ask('findings.confirm', { id: finding, reason: '文号未编' });
    await desk.ask('batches.undo', { batch: 'B20220429-001' });
    const { id } = await desk.ask('submissions.register', {
      unit: 'xx-gaj',
      duty: '000-02',
      period: '2022-W17',
      kind: 'zero',
      note: '未产生',
    });
    await desk.ask('submissions.withdraw', { id });
    const [unit] = await desk.ask('units.list', {});
    if (!unit) throw new Error('no unit');
    const { groups: _groups, order: _order, ...draft } = unit;
    await desk.ask('units.save', { unit: { ...draft, note: '改' } });
    await desk.ask('groups.save', { id: '000-G2', units: ['xx-scjgj'] });
    await desk.ask('office.save', { office: await desk.ask('office.get', {}) });
    const [duty] = await desk.ask('duties.list', {});
    if (!duty) throw new Error('no duty');
    const { title, due, recordTerm, quota, lead, target, note } = duty;
    await desk.ask('duties.save', {
      duty: { id: duty.id, title, due, recordTerm, quota, groups: duty.groups, lead, target, note },
    });
    expect(lines().map((line) => line.action)).toEqual([
      'profile.init',
      'import.commit',
      'finding.confirm',
      'import.undo',
      'register.zero',
      'register.withdraw',
      'unit.save',
      'group.save',
      'office.save',
      'duty.save',
    ]);
  });
});

describe('a program killed in the middle of a commit', () => {
  it.each(['insert into "record"', 'insert into "tally"', 'insert into "audit"'])(
    'at %s leaves nothing',
    async (sql) => {
      const file = await desk.mail('市监局.xlsx', penalties(Array.from({ length: 300 }, (_, i) => i + 1)));
      const script = path.join(import.meta.dirname, 'killedImport.ts');
      const child = spawn(process.execPath, [script, desk.dataFolder, file, sql], { stdio: 'ignore' });
      const ended = await new Promise<{ code: number | null; signal: string | null }>((resolve) =>
        child.once('exit', (code, signal) => resolve({ code, signal })),
      );
      expect(process.platform === 'win32' ? ended.code : ended.signal).toBe(
        process.platform === 'win32' ? 1 : 'SIGKILL',
      );
      for (const table of ['record', 'finding', 'batch', 'submission', 'imported_file', 'tally'])
        expect(desk.rows(`select * from ${table}`), table).toEqual([]);
      expect(await desk.ask('app.verify', {})).toMatchObject({ integrity: 'ok', missingOriginals: [] });
      const result = await desk.receive(FRIDAY, [file]);
      expect(result.files[0]).toMatchObject({ status: 'committed', tables: [{ added: 300 }] });
    },
  );
});

/** Data files of released programs, as SQL: two mailed files and a zero report of the sample county. */
const RELEASED = path.resolve('test/fixtures/released');

describe('a data file', () => {
  const places = programPlaces();
  const open = (dataFolder: string, migrationsFolder: string) =>
    createApp({
      dataFolder,
      resourcesFolder: places.resources,
      migrationsFolder,
      workerUrl: places.worker,
      version: 'test',
      now: () => FRIDAY,
    });
  let nextVersion: string;
  beforeEach(() => {
    // The migrations of a later program: the shipped ones and one more.
    nextVersion = mkdtempSync(path.join(os.tmpdir(), 'migrations '));
    cpSync(places.migrations, nextVersion, { recursive: true });
    const journalFile = path.join(nextVersion, 'meta', '_journal.json');
    const journal = JSON.parse(readFileSync(journalFile, 'utf8')) as { entries: { idx: number; when: number }[] }; // drizzle's
    const last = journal.entries.at(-1);
    if (!last) throw new Error('no migration');
    journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1000, tag: '9999_next' } as never);
    writeFileSync(journalFile, JSON.stringify(journal));
    writeFileSync(path.join(nextVersion, '9999_next.sql'), 'ALTER TABLE `unit` ADD `nickname` text;');
  });
  afterEach(() => rmSync(nextVersion, { recursive: true, force: true }));

  it('of a newer program is refused and not touched', async () => {
    const folder = path.join(desk.mailFolder, '新版');
    const newer = open(folder, nextVersion);
    await newer.dispatch('profiles.init', { profile: PROFILE });
    await newer.close();
    const before = readFileSync(path.join(folder, 'credit-desk.db'));
    const older = open(folder, places.migrations);
    const reply = await older.dispatch('units.list', {});
    await older.close();
    expect(reply).toMatchObject({ ok: false, error: { code: 'database_newer' } });
    expect(readFileSync(path.join(folder, 'credit-desk.db')).equals(before)).toBe(true);
  });

  it('of an older program is copied first and keeps everything', async () => {
    await desk.receive(FRIDAY, [await desk.mail('甲.xlsx', penalties([1, 2]))]);
    const newer = open(desk.dataFolder, nextVersion);
    const reply = await newer.dispatch('records.list', {});
    const verified = await newer.dispatch('app.verify', {});
    await newer.close();
    expect(reply).toMatchObject({ ok: true, value: { total: 2 } });
    const count = JSON.parse(readFileSync(path.join(nextVersion, 'meta', '_journal.json'), 'utf8')).entries.length;
    expect(verified).toMatchObject({ ok: true, value: { integrity: 'ok', schemaVersion: count } });
    const [copy = ''] = readdirSync(path.join(desk.dataFolder, 'backups'));
    const kept = new Database(path.join(desk.dataFolder, 'backups', copy), { readonly: true });
    expect(kept.prepare('select count(*) from record').pluck().get()).toBe(2);
    expect(kept.pragma('table_info(unit)')).not.toContainEqual(expect.objectContaining({ name: 'nickname' }));
    kept.close();
  });

  it.each(readdirSync(RELEASED))('of release %s comes up to date with all it held', async (dump) => {
    const folder = path.join(desk.mailFolder, dump);
    mkdirSync(folder);
    const old = new Database(path.join(folder, 'credit-desk.db'));
    old.exec(readFileSync(path.join(RELEASED, dump), 'utf8'));
    const tables = ['record', 'finding', 'submission', 'batch', 'unit', 'duty'];
    const count = (file: Database.Database) =>
      Object.fromEntries(tables.map((table) => [table, file.prepare(`select count(*) from ${table}`).pluck().get()]));
    const before = count(old);
    old.close();

    const now = open(folder, places.migrations);
    const records = await now.dispatch('records.list', {});
    const rates = await now.dispatch('rates.compute', { period: '2022-W17', asOf: '2022-05-06T09:00' });
    const batches = await now.dispatch('batches.list', {});
    const id = batches.ok ? (batches.value[0]?.id ?? '') : '';
    const detail = await now.dispatch('batches.get', { batch: id });
    const undone = await now.dispatch('batches.undo', { batch: id });
    const verified = await now.dispatch('app.verify', {});
    await now.close();
    expect(records).toMatchObject({ ok: true, value: { total: before.record } });
    expect(rates).toMatchObject({ ok: true, value: { total: { met: 2, records: before.record } } });
    // What an older program kept of its files has what the window of today asks for.
    const [item] = detail.ok ? detail.value.items : [];
    expect(item).toMatchObject({ mail: null, filed: null, tables: [{ part: '', remarks: [], differences: [] }, {}] });
    expect(undone).toMatchObject({ ok: true, value: { removed: before.record } });
    expect(verified).toMatchObject({ ok: true, value: { integrity: 'ok' } });
    const after = new Database(path.join(folder, 'credit-desk.db'), { readonly: true });
    expect(count(after)).toEqual(before);
    after.close();
  });

  it('is made once', async () => {
    expect(await desk.refusal('profiles.init', { profile: PROFILE })).toMatchObject({ code: 'already_initialised' });
  });

  it('is not made by asking', async () => {
    const empty = await openDesk({ init: false });
    try {
      expect(await empty.refusal('units.list', {})).toMatchObject({ code: 'not_initialised' });
      expect(await empty.refusal('profiles.init', { profile: 'nowhere' })).toMatchObject({ code: 'profile_unknown' });
      expect((await empty.ask('profiles.list', {})).map(({ id }) => id)).toContain(PROFILE);
      expect(existsSync(path.join(empty.dataFolder, 'credit-desk.db'))).toBe(false);
    } finally {
      await empty.close();
    }
  });
});

describe('a request', () => {
  it.each([
    ['no.such', {}],
    ['toString', {}],
    ['batches.undo', {}],
    ['batches.undo', null],
    ['imports.commit', { sources: 'x' }],
    ['records.list', { limit: 'ten' }],
  ])('%s with %j is refused as usage', async (name, args) => {
    expect(await desk.refusal(name as never, args as never)).toMatchObject({ code: 'usage' });
  });
});

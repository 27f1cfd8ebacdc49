import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataFile } from '../../electron/app/context.ts';
import { type App, createApp } from '../../electron/app/createApp.ts';
import type { DocumentFormat } from '../../electron/contract/circulars.ts';
import { programPlaces } from '../../electron/places.ts';
import type { Desk } from './desk.ts';
import { preparedDesks } from './preparedDesk.ts';
import { penalties } from './workbooks.ts';

let desk: Desk;
/** A program that prints another PDF each time, as a browser writes the hour into it. */
let program: App;
let pages: string[];
const openPrepared = preparedDesks(async (first) => {
  await first.receive('2022-04-29T16:00', [await first.mail('市监局.xlsx', penalties([1, 2, 3]))]);
  first.now = '2022-05-05T09:00';
});
beforeEach(async () => {
  ({ desk } = await openPrepared());
  pages = [];
  const places = programPlaces();
  program = createApp({
    dataFolder: desk.dataFolder,
    resourcesFolder: places.resources,
    migrationsFolder: places.migrations,
    workerUrl: places.worker,
    version: 'later',
    now: () => '2027-05-05T09:00',
    async printHtmlToPdf(html, out) {
      pages.push(html);
      writeFileSync(out, `PDF ${pages.length}`);
    },
  });
});
afterEach(async () => {
  await program.close();
  await desk.close();
});

async function issue(): Promise<number> {
  const { id } = (await desk.ask('papers.create', { kind: 'monthly', period: '2022-04', by: '张三' })).paper;
  await desk.ask('papers.check', { id, by: '李四' });
  await desk.ask('papers.issue', { id, by: '王五' });
  return id;
}

let outs = 0;
async function bytes(id: number, format: DocumentFormat, template?: 'office'): Promise<string> {
  const out = path.join(desk.mailFolder, `${++outs}.${format}`);
  const reply = await program.dispatch('papers.write', { id, format, out, ...(template ? { template } : {}) });
  if (!reply.ok) throw new Error(reply.error.message);
  return readFileSync(out).toString('base64');
}

const kept = () => desk.rows<{ form: string; sha256: string }>('select form, sha256 from paper_print order by form');
const originalOf = (sha256: string, ending: string) =>
  path.join(desk.dataFolder, 'originals', sha256.slice(0, 2), `${sha256}.${ending}`);

describe('what an issued paper came out as', () => {
  it.each(['docx', 'html', 'pdf'] as const)('is every later %s, byte by byte', async (format) => {
    const id = await issue();
    const first = await bytes(id, format);
    expect(await bytes(id, format)).toBe(first);
    await desk.ask('papers.void', { id, reason: '数据有误', by: '王五' });
    expect(await bytes(id, format)).toBe(first);
    expect(pages).toHaveLength(format === 'pdf' ? 1 : 0);
  });

  it('is what its template made of it, too', async () => {
    const template = path.join(desk.mailFolder, '模板.docx');
    await desk.ask('wordTemplate.sample', { out: template });
    await desk.ask('wordTemplate.save', { path: template });
    const id = await issue();
    const first = await bytes(id, 'docx', 'office');
    expect(first).not.toBe(await bytes(id, 'docx'));
    expect(await bytes(id, 'docx', 'office')).toBe(first);
  });

  it('is kept when it is issued; its PDF is the kept page, printed', async () => {
    const id = await issue();
    expect(kept().map(({ form }) => form)).toEqual(['docx', 'html']);
    for (const { form, sha256 } of kept())
      expect(await bytes(id, form as DocumentFormat)).toBe(readFileSync(originalOf(sha256, form)).toString('base64'));
    await bytes(id, 'pdf');
    expect(pages).toEqual([(await desk.ask('papers.page', { id })).html]);
  });

  it('is printed though the program of today would lay it out otherwise', async () => {
    const id = await issue();
    const then = '<p>当时的版式</p>';
    const sha256 = createHash('sha256').update(then).digest('hex');
    mkdirSync(path.dirname(originalOf(sha256, 'html')), { recursive: true });
    writeFileSync(originalOf(sha256, 'html'), then);
    const sqlite = new Database(dataFile(desk.dataFolder));
    sqlite.prepare("update paper_print set sha256 = ? where form = 'html'").run(sha256);
    sqlite.close();
    expect(await bytes(id, 'html')).toBe(Buffer.from(then).toString('base64'));
    expect((await desk.ask('papers.page', { id })).html).toBe(then);
    await bytes(id, 'pdf');
    expect(pages).toEqual([then]);
  });

  it('is asked back from a backup where it is gone or damaged, and no other is passed off as it', async () => {
    const id = await issue();
    const [word, page] = kept();
    if (!word || !page) throw new Error('nothing was kept');
    rmSync(originalOf(word.sha256, 'docx'));
    writeFileSync(originalOf(page.sha256, 'html'), '<p>别的</p>');
    const { missingOriginals, damagedOriginals } = await desk.ask('app.verify', {});
    expect([missingOriginals, damagedOriginals]).toEqual([[word.sha256], [`${page.sha256}.html`]]);
    const out = path.join(desk.mailFolder, 'x.docx');
    const refused = await desk.refusal('papers.write', { id, format: 'docx', out });
    expect(refused).toMatchObject({ code: 'file_missing', message: expect.stringContaining('请从备份恢复') });
    expect(readdirSync(desk.mailFolder)).not.toContain('x.docx');
    // The page has no hour in it: it is made the same again, and kept again.
    const { html } = await desk.ask('papers.page', { id });
    expect(createHash('sha256').update(html).digest('hex')).toBe(page.sha256);
    expect(readFileSync(originalOf(page.sha256, 'html'), 'utf8')).toBe(html);
  });

  it('is refused where a later program would make another page', async () => {
    const id = await issue();
    const sqlite = new Database(dataFile(desk.dataFolder));
    sqlite.prepare("update paper_print set sha256 = ? where form = 'html'").run('0'.repeat(64));
    sqlite.close();
    expect((await desk.refusal('papers.page', { id })).code).toBe('file_missing');
  });

  it.each([false, true])('is of a 催报函 the document it was written as, in one stack: %s', async (merged) => {
    const folder = path.join(desk.mailFolder, '催报函');
    const asked = { units: ['xx-gaj', 'xx-tjj'], merged, numbered: true, by: '王某', out: folder };
    const { papers, files } = await desk.ask('reminders.letters', asked);
    expect(kept().map(({ form }) => form)).toEqual(['docx', 'docx']);
    const again = await Promise.all(papers.map(({ id }) => bytes(id, 'docx')));
    expect(new Set(again).size).toBe(2);
    const written = files.map((file) => readFileSync(file.path).toString('base64'));
    expect(merged ? again.includes(written[0] ?? '') : again).toEqual(merged ? false : written);
  });

  it('is not kept of a draft', async () => {
    const { id } = (await desk.ask('papers.create', { kind: 'monthly', period: '2022-04' })).paper;
    await bytes(id, 'html');
    await desk.ask('papers.check', { id, by: '李四' });
    await bytes(id, 'html');
    expect(kept()).toEqual([]);
  });
});

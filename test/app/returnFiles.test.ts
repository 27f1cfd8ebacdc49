import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import officeCrypto from 'officecrypto-tool';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReturnedFile } from '../../electron/contract/returns.ts';
import { docxParts } from '../io/documents/docxParts.ts';
import { plainOf } from '../io/workbooks/annotated.ts';
import { type Desk, openDesk } from './desk.ts';
import { penalties } from './workbooks.ts';

const BAD = { CF_CFJGDM: '11230500001755309A' };
const URBAN = '西峡县城市管理局';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const out = () => path.join(desk.mailFolder, '..', '退回 out');

/** A batch of two files with one wrong code each. */
async function twoFiles(): Promise<string> {
  const files = await Promise.all([
    desk.mail('甲.xlsx', penalties([1, 2], { change: { 1: BAD } })),
    desk.mail('乙.xlsx', penalties([7, 8], { change: { 7: BAD }, unit: URBAN })),
  ]);
  const { batch } = await desk.receive('2022-04-29T10:00', files);
  return batch ?? '';
}

const slips = () => desk.rows<{ n: number }>('select count(*) n from return_slip')[0]?.n;

describe('the files of a return and its lines', () => {
  it('come together: a return cancelled at the second file leaves nothing', async () => {
    const batch = await twoFiles();
    const stop = new AbortController();
    const reply = await desk.reply(
      'returns.write',
      { batch, out: out() },
      { signal: stop.signal, onProgress: ({ done }) => done === 1 && stop.abort() },
    );
    expect(reply).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect([readdirSync(out()), slips()]).toEqual([[], 0]);
  });

  it('come together: a batch taken back while they were written leaves nothing', async () => {
    const batch = await twoFiles();
    let undone: Promise<unknown> | undefined;
    const reply = await desk.reply(
      'returns.write',
      { batch, out: out() },
      {
        onProgress: () => {
          undone ??= desk.ask('batches.undo', { batch });
        },
      },
    );
    await undone;
    expect(reply).toMatchObject({ ok: false, error: { code: 'batch_undone' } });
    expect([readdirSync(out()), slips()]).toEqual([[], 0]);
  });

  it('come together: where one place is taken meanwhile, none is written', async () => {
    const batch = await twoFiles();
    const [first] = await desk.ask('returns.write', { batch, out: out() });
    const other = path.join(desk.mailFolder, '..', '另处');
    mkdirSync(other);
    const taken = path.join(other, path.basename(first?.mail ?? ''));
    let steps = 0;
    const reply = await desk.reply(
      'returns.write',
      { batch, out: other },
      {
        onProgress: () => {
          if (++steps === 2) writeFileSync(taken, '别人的');
        },
      },
    );
    expect(reply).toMatchObject({ ok: false, error: { code: 'output_failed' } });
    expect(readdirSync(other)).toEqual([path.basename(taken)]);
    expect(readFileSync(taken, 'utf8')).toBe('别人的');
  });

  it('get names of their own where two returns are written at once', async () => {
    const batch = await twoFiles();
    const replies = await Promise.all([1, 2].map(() => desk.reply('returns.write', { batch, out: out() })));
    const written = replies.flatMap((reply) => (reply.ok ? reply.value : []));
    expect(written.length).toBeGreaterThan(0);
    const paths = written.flatMap(({ files }) => files.map((file) => file.path));
    expect(readdirSync(out()).sort()).toEqual(paths.map((file) => path.basename(file)).sort());
    for (const file of paths) expect(existsSync(file)).toBe(true);
  });
});

describe('one file of a batch', () => {
  it('is found by its number, by its hash or the beginning of it, and by its name', async () => {
    const batch = await twoFiles();
    const { receipts, items } = await desk.ask('batches.get', { batch });
    const id = receipts[1]?.file ?? 0;
    const sha = items[1]?.sha256 ?? '';
    for (const file of [id, String(id), sha, sha.slice(0, 8), sha.slice(0, 12).toUpperCase(), '乙.xlsx']) {
      const returned = await desk.ask('returns.write', { file, out: out() });
      expect([file, returned.map((one) => one.source)]).toEqual([file, ['乙.xlsx']]);
    }
    expect((await desk.refusal('returns.write', { file: sha.slice(0, 7), out: out() })).code).toBe('nothing_to_return');
  });

  it('is asked for more exactly where a name means several', async () => {
    const first = await twoFiles();
    const again = await desk.mail('乙.xlsx', penalties([9], { change: { 9: BAD }, unit: URBAN }));
    const { batch } = await desk.receive('2022-04-29T11:00', [again]);
    const refused = await desk.refusal('returns.write', { file: '乙.xlsx', out: out() });
    expect(refused.code).toBe('usage');
    expect(refused.message).toContain(`${first} 的 乙.xlsx`);
    expect(refused.message).toContain('--batch');
    const [returned] = await desk.ask('returns.write', { file: '乙.xlsx', batch: batch ?? '', out: out() });
    expect(returned?.findings).toBe(1);
    await desk.ask('batches.undo', { batch: first });
    expect(await desk.ask('returns.write', { file: '乙.xlsx', out: out() })).toHaveLength(1);
  });
});

describe('an encrypted workbook', () => {
  const PASSWORD = '第十七周密码Xk9';

  /** A batch of one encrypted file with a wrong code. */
  async function encrypted(): Promise<string> {
    const plain = await readFile(await desk.mail('明文.xlsx', penalties([1, 2, 3], { change: { 2: BAD } })));
    const file = path.join(desk.mailFolder, '加密.xlsx');
    await writeFile(file, officeCrypto.encrypt(plain, { password: PASSWORD, type: 'standard' }));
    const { batch } = await desk.receive('2022-04-29T10:00', [file], { passwords: [PASSWORD] });
    return batch ?? '';
  }
  const noticeOf = async ({ notice }: ReturnedFile) =>
    [...((await docxParts(readFileSync(notice))).get('word/document.xml') ?? '').matchAll(/<w:t[^>]*>([^<]*)/gu)]
      .map((found) => found[1])
      .join('');

  it('goes back with its data and its marks under one of the passwords given', async () => {
    const batch = await encrypted();
    const [returned] = await desk.ask('returns.write', { batch, passwords: ['不对', PASSWORD], out: out() });
    if (!returned) throw new Error('nothing returned');
    expect(returned.enclosed).toBe('marked');
    const { sheets } = await plainOf(readFileSync(returned.workbook));
    expect(sheets.map(({ name }) => name)).toEqual(['行政处罚', '问题清单']);
    expect(sheets[0]?.rows.flatMap(({ row, cells }) => cells.flatMap((cell) => (cell.comment ? [row] : [])))).toEqual([
      6,
    ]);
    expect(await noticeOf(returned)).toContain('附件是你单位的原表');
  });

  it.each<[string, readonly string[] | undefined]>([
    ['none is given', undefined],
    ['none fits', ['不对']],
  ])('goes back as its list where %s, and the notice says so and what to send', async (_, passwords) => {
    const batch = await encrypted();
    const [returned] = await desk.ask('returns.write', { batch, passwords, out: out() });
    if (!returned) throw new Error('nothing returned');
    expect(returned.enclosed).toBe('encrypted');
    expect((await plainOf(readFileSync(returned.workbook))).sheets.map(({ name }) => name)).toEqual([
      '说明',
      '问题清单',
    ]);
    const notice = await noticeOf(returned);
    expect(notice).toContain('原表设有打开密码，未能在表上标注，附件只有“问题清单”');
    expect(notice).toContain('去掉打开密码后把整张表重新报送');
    expect(notice).not.toContain('附件是你单位的原表');
  });

  it('leaves its password nowhere', async () => {
    await desk.ask('returns.write', { batch: await encrypted(), passwords: [PASSWORD] });
    const files = readdirSync(desk.dataFolder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    for (const { parentPath, name } of files)
      expect(readFileSync(path.join(parentPath, name)).includes(PASSWORD), name).toBe(false);
  });
});

import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';
import { ARTICLE, docx, FRIDAY, only, PDF, PUBLICITY, put, submissionRows } from './mailedPapers.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

describe('what was filed', () => {
  it('is kept as an original and stays when it comes again', async () => {
    const path = await docx(desk, '诚信宣传报道.docx', ARTICLE);
    await only(desk, path);
    const again = await desk.receive('2022-04-30T10:00', [path]);
    expect(again).toMatchObject({ batch: null, files: [{ status: 'attachment' }] });
    expect(again.files[0]?.message).toContain('已在档，未作改动');
    expect(submissionRows(desk)).toHaveLength(1);
    expect(await desk.ask('app.verify', {})).toMatchObject({ originals: 1, missingOriginals: [] });
  });

  it('twice in one call is filed once', async () => {
    const one = await docx(desk, '诚信宣传报道.docx', ARTICLE);
    const two = put(desk, '诚信宣传报道 - 副本.docx', readFileSync(one));
    const { files } = await desk.receive(FRIDAY, [one, two]);
    expect(files[1]?.message).toContain('已在档');
    expect(submissionRows(desk)).toHaveLength(1);
  });

  it('is taken back with its batch, and can come again', async () => {
    const path = await docx(desk, '诚信宣传报道.docx', ARTICLE);
    const { batch } = await desk.receive(FRIDAY, [path]);
    await desk.ask('batches.undo', { batch: batch ?? '' });
    expect(submissionRows(desk).map((row) => row.withdrawn_at)).toEqual([desk.now]);
    expect(await desk.ask('attachments.list', {})).toEqual([]);
    expect((await desk.receive(FRIDAY, [path])).batch).not.toBeNull();
    expect(await desk.ask('attachments.list', { unit: 'xx-dsz', duty: PUBLICITY, period: '2022-04' })).toHaveLength(1);
  });

  it('moves to another square, and the submission with it', async () => {
    await only(desk, await docx(desk, '诚信宣传报道.docx', ARTICLE));
    const [attachment] = await desk.ask('attachments.list', {});
    if (!attachment) throw new Error('none');
    const square = { unit: 'xx-hcz', duty: PUBLICITY, period: '2022-03' };
    const moved = await desk.ask('attachments.file', { id: attachment.id, ...square, kind: 'article' });
    expect(moved).toEqual({ ...attachment, ...square });
    expect(submissionRows(desk)).toMatchObject([
      { unit: 'xx-dsz', withdrawn_at: desk.now },
      { ...square, kind: 'paper', withdrawn_at: null },
    ]);
    expect(desk.rows('select * from audit order by id desc limit 1')).toMatchObject([
      { action: 'attachment.file', subject: String(attachment.id) },
    ]);
    await desk.ask('batches.undo', { batch: attachment.batch });
    expect(submissionRows(desk).every((row) => row.withdrawn_at !== null)).toBe(true);
  });

  it('is unfiled when its submission is withdrawn by hand', async () => {
    await only(desk, await docx(desk, '诚信宣传报道.docx', ARTICLE));
    const [submission] = await desk.ask('submissions.list', {});
    await desk.ask('submissions.withdraw', { id: submission?.id ?? 0 });
    expect(await desk.ask('attachments.list', {})).toMatchObject([{ unit: null, duty: null, period: null }]);
  });

  it.each([
    ['attachment_unknown', { id: 99 }],
    ['unit_unknown', { unit: '没有' }],
    ['duty_unknown', { duty: '没有' }],
    ['period_not_of_duty', { period: '2022-W17' }],
    ['zero_not_taken', { kind: 'statement' }],
  ])('is refused as %s', async (code, wrong) => {
    await only(desk, await docx(desk, '诚信宣传报道.docx', ARTICLE));
    const args = { id: 1, unit: 'xx-dsz', duty: PUBLICITY, period: '2022-04', kind: 'article', ...wrong };
    expect(await desk.refusal('attachments.file', args)).toMatchObject({ code });
  });
});

describe('the original of an attachment', () => {
  it('is given out again byte for byte under its own name', async () => {
    await only(desk, put(desk, '现场照片.pdf', PDF));
    const [kept] = await desk.ask('attachments.list', {});
    const file = await desk.ask('attachments.write', { id: kept?.id ?? 0 });
    expect(file).toMatchObject({ name: '现场照片.pdf', size: PDF.length });
    expect(readFileSync(file.path)).toEqual(PDF);
  });

  it('that is unknown or gone from the archive is refused by name', async () => {
    expect(await desk.refusal('attachments.write', { id: 9 })).toMatchObject({ code: 'attachment_unknown' });
    await only(desk, put(desk, '现场照片.pdf', PDF));
    const [kept] = await desk.ask('attachments.list', {});
    rmSync(path.join(desk.dataFolder, 'originals'), { recursive: true });
    const refused = await desk.refusal('attachments.write', { id: kept?.id ?? 0 });
    expect(refused).toMatchObject({ code: 'file_missing', message: expect.stringContaining('现场照片.pdf') });
  });
});

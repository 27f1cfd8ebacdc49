import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';

const APRIL = { kind: 'monthly', period: '2022-04' } as const;
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  desk.now = '2022-05-05T09:00';
});
afterEach(() => desk.close());

describe('a draft', () => {
  it('is begun, found in the register and opened again', async () => {
    const { paper, document } = await desk.ask('papers.create', { ...APRIL, by: '张三' });
    expect(paper).toMatchObject({ state: 'draft', revision: 1, documentNo: '', asOf: '2022-05-05T09:00' });
    expect(document.documentNo).toBe('西信用办〔2022〕\u3000号');
    expect(document.date).toBe('2022年5月5日');
    expect(await desk.ask('papers.list', {})).toEqual([
      expect.objectContaining({ id: paper.id, title: document.title }),
    ]);
    expect((await desk.ask('papers.get', { id: paper.id })).paper).toEqual(paper);
  });

  it('saved against an older revision is refused, and keeps what the other one wrote', async () => {
    const { paper } = await desk.ask('papers.create', APRIL);
    const { id, revision } = paper;
    await desk.ask('papers.save', { id, revision, change: { date: '2022-05-06' } });
    const refused = await desk.refusal('papers.save', { id, revision, change: { date: '2022-05-07' } });
    expect(refused.code).toBe('paper_changed');
    expect((await desk.ask('papers.get', { id })).document.date).toBe('2022年5月6日');
  });
});

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentNumber, NumberRegister, PaperSummary, PaperView } from '../../electron/contract/papers.ts';
import { type Office, openOffice } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const papers = (...words: string[]) => office.json<PaperView>('papers', ...words);

// One office's day from the first command on: the steps build on each other.
describe('the commands of papers', () => {
  it('begin, change, check and issue one, and write what was issued', async () => {
    const month = ['--kind', 'monthly', '--period', '2022-04', '--as-of', '2022-05-05T09:00', '--by', '张三'];
    const { paper, document } = await papers('new', ...month);
    const id = String(paper.id);
    const [first] = document.introduction;
    const file = path.join(office.folder, '改动.json');
    const edits = [{ edit: 'replace', key: first?.key, text: '现将有关情况通报如下：', base: first?.text }];
    writeFileSync(file, JSON.stringify({ revision: paper.revision, edits }));
    expect((await papers('edit', id, '--file', file)).document.introduction[0]?.text).toBe('现将有关情况通报如下：');
    expect((await office.refusal('papers', 'edit', id, '--file', file)).code).toBe('paper_changed');
    expect((await office.refusal('papers', 'issue', id)).code).toBe('paper_state');
    await papers('check', id, '--by', '李四', '--note', '已核');
    expect((await office.refusal('papers', 'issue', id)).code).toBe('name_required');
    await papers('reopen', id, '--note', '再改');
    await papers('check', id, '--by', '李四');
    expect((await papers('issue', id, '--day', '2022-05-09', '--by', '王五')).paper.documentNo).toBe(
      '西信用办〔2022〕6号',
    );
    const page = await office.text('papers', 'show', id);
    for (const words of ['已印发', '西信用办〔2022〕6号', '退回修改', '现将有关情况通报如下：'])
      expect(page).toContain(words);
    const out = path.join(office.folder, '通报.html');
    await office.json('papers', 'write', id, '--out', out);
    expect(await office.json('papers', 'page', id)).toEqual({ html: readFileSync(out, 'utf8') });
    const word = path.join(office.folder, '通报.docx');
    await office.json('papers', 'write', id, '--out', word);
    expect(existsSync(word)).toBe(true);
    expect((await office.refusal('papers', 'write', id, '--out', '通报.wps')).code).toBe('format_unsupported');
  });

  it('list the register, correct, make void and throw away', async () => {
    const [issued] = await office.json<PaperSummary[]>('papers', '--state', 'issued');
    const id = String(issued?.id);
    const { paper } = await papers('correct', id);
    expect(paper).toMatchObject({ kind: 'correction', about: issued?.id });
    expect(await office.text('papers')).toMatch(/更正通知.*拟稿/u);
    await office.json('papers', 'remove', String(paper.id));
    expect((await papers('void', id, '--note', '数据有误')).paper.state).toBe('void');
    expect((await office.refusal('papers', 'void', id)).code).toBe('reason_required');
    expect(await office.json<PaperSummary[]>('papers', '--search', '〔2022〕6号')).toHaveLength(1);
    expect((await office.refusal('papers', '--kind', '通报')).code).toBe('usage');
  });

  it('narrow a paper to duties and units by their names', async () => {
    const about = ['--duty', '000-02', '--unit', '公安局,财政局'];
    const { paper } = await papers('new', '--kind', 'special', '--period', '2022-W17', ...about);
    expect(paper.scope).toEqual({ duties: ['000-02'], units: ['xx-gaj', 'xx-czj'] });
    await papers('check', String(paper.id), '--by', '李四');
    expect((await papers('issue', String(paper.id), '--no', 'none', '--by', '王五')).paper.documentNo).toBe('');
  });
});

describe('the commands of numbers', () => {
  it('reserve, enter, make void and list them', async () => {
    const reserved = await office.json<DocumentNumber>('numbers', 'reserve', '--title', '季度通报', '--year', '2022');
    expect(reserved).toMatchObject({ seq: 7, state: 'reserved' });
    await office.json('numbers', 'enter', '--year', '2022', '--no', '8', '--title', '会议通知');
    expect((await office.refusal('numbers', 'enter', '--year', '2022', '--no', '10', '--title', '函')).code).toBe(
      'number_gap',
    );
    await office.json('numbers', 'void', String(reserved.id), '--note', '没有发出');
    const { next, numbers } = await office.json<NumberRegister>('numbers', '--year', '2022');
    expect([next, numbers.map(({ seq, state }) => `${seq} ${state}`)]).toEqual([9, ['6 void', '7 void', '8 outside']]);
    expect(await office.text('numbers', '--year', '2022')).toContain('2022 年下一个号：9。没有登记的号：1–4。');
  });

  it('tell of a number that is printed and stands in no register', async () => {
    const printed = (no: string) => office.text('circular', '--period', '2022-04', '--as-of', '2022-05-05', '--no', no);
    expect(await printed('9')).toContain('西信用办〔2022〕9号 还没有登记');
    expect(await printed('8')).not.toContain('还没有登记');
  });
});

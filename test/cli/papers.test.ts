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

  it('change of the form what a file says, and refuse what it gets wrong', async () => {
    const { paper } = await papers('new', '--kind', 'monthly', '--period', '2022-04');
    const edit = (change: object) => {
      const file = path.join(office.folder, '格式.json');
      writeFileSync(file, JSON.stringify(change));
      return ['papers', 'edit', String(paper.id), '--file', file];
    };
    const form = { ...paper.form, redHead: !paper.form.redHead };
    const once = await office.json<PaperView>(...edit({ form: { redHead: form.redHead } }));
    expect(once.paper.form).toEqual(form);
    const twice = await office.json<PaperView>(...edit({ form: { copyNo: '000001' } }));
    expect(twice.paper.form).toEqual({ ...form, copyNo: '000001' });
    for (const wrong of [{ redHead: '是' }, { redhead: true }, '红头'])
      expect((await office.refusal(...edit({ form: wrong }))).code).toBe('usage');
  });

  it('refuse a period that is none, and a kind that another command makes', async () => {
    expect((await office.refusal('papers', '--period', '2022-99')).code).toBe('period_invalid');
    expect(await office.json('papers', '--period', '2031-04')).toEqual([]);
    const { message } = await office.refusal('papers', 'new', '--kind', 'letter', '--period', '2022-04');
    expect(message).toBe('--kind 应为 monthly | quarterly | special | annual | assessment');
  });

  it.each([
    ['letter', 'remind letters'],
    ['assessment', 'papers new --kind assessment'],
    ['correction', 'papers correct'],
  ])('circular makes no %s and names the command that does', async (kind, command) => {
    const refused = await office.refusal('circular', '--kind', kind, '--period', '2022');
    expect(refused).toMatchObject({ code: 'usage', message: expect.stringContaining(command) });
    expect(refused.message).toContain('--kind 应为 monthly | quarterly | special | annual；');
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
  it.each(['1800', '2300'])('refuse the year %s, in which no register was kept', async (year) => {
    for (const list of ['numbers', 'papers']) expect((await office.refusal(list, '--year', year)).code).toBe('usage');
  });

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

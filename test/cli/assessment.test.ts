import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Assessment, AssessmentEntry, AssessmentScheme, Objection } from '../../electron/contract/assessment.ts';
import { type Office, openOffice } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  office.now = '2022-12-31T18:00';
});
afterAll(() => office.close());

const YEAR = ['--year', '2022'];
const REPAIR = [...YEAR, '--unit', '市监局', '--item', 'repair'];

// One office's day from the first command on: the steps build on each other.
describe('assess', () => {
  it('prints the year’s score, of all units or of one with its items', async () => {
    const all = await office.json<Assessment>('assess', ...YEAR, '--as-of', '2022-06-30');
    expect(all).toMatchObject({ year: 2022, asOf: '2022-06-30T23:59', version: { version: 0 } });
    expect(all.units.length).toBeGreaterThan(40);
    const one = await office.json<Assessment>('assess', ...YEAR, '--unit', '市监局');
    expect(one.units.map(({ unit }) => unit)).toEqual(['xx-scjgj']);
    const text = await office.text('assess', ...YEAR, '--unit', '市监局');
    for (const part of ['市场监管局', 'report-rate', '上报率0.00%，按比例得0.00分', '综合得分＝'])
      expect(text).toContain(part);
    expect((await office.refusal('assess')).message).toBe('缺少 --year');
    expect(await office.refusal('assess', '--year', '2035')).toMatchObject({
      code: 'year_unknown',
      message: expect.stringMatching(/2035[^：]*年的放假调休安排/u),
    });
  });

  it('ranks nobody where all have the same score, and says so', async () => {
    const early = [...YEAR, '--as-of', '2022-01-01T09:00'];
    const { units } = await office.json<Assessment>('assess', ...early);
    expect(new Set(units.map(({ score }) => score)).size).toBe(1);
    expect(new Set(units.map(({ rank }) => rank))).toEqual(new Set([0]));
    const text = await office.text('assess', ...early);
    expect(text).toContain('各单位得分相同，不排名次。');
    expect(text.split('\n')[1]).toMatch(/^— +发改委 /u);
    const one = await office.text('assess', ...early, '--unit', '市监局');
    expect(one).toContain('各单位得分相同，不排名次。');
  });

  it('types points and pieces with their evidence, and lists them', async () => {
    expect((await office.refusal('assess', 'enter', ...REPAIR, '--points', '4')).message).toBe('缺少 --note');
    expect((await office.refusal('assess', 'enter', ...REPAIR, '--note', '台账')).message).toBe(
      '缺少 --points 或 --pieces',
    );
    const note = ['--note', '台账', '--by', '张三'];
    await office.json('assess', 'enter', ...REPAIR, '--points', '4.5', ...note);
    await office.json('assess', 'enter', ...REPAIR, '--points', 'none', ...note);
    const bonus = [...YEAR, '--unit', '市监局', '--item', 'innovation', '--pieces', '2'];
    await office.json('assess', 'enter', ...bonus, ...note);
    const entries = await office.json<AssessmentEntry[]>('assess', 'entries', ...YEAR, '--unit', '市监局');
    expect(entries.map(({ item, points, pieces, by }) => [item, points, pieces, by])).toEqual([
      ['repair', 4.5, null, '张三'],
      ['repair', null, null, '张三'],
      ['innovation', null, 2, '张三'],
    ]);
    expect(await office.text('assess', 'entries', ...YEAR)).toMatch(/\d +市场监管局 +信用修复 +4\.5 /u);
    expect((await office.refusal('assess', 'enter', ...REPAIR, '--points', '9', ...note)).code).toBe('points_range');
  });

  it('takes an objection and decides it', async () => {
    const line = [...YEAR, '--unit', '市监局', '--item', 'missing'];
    const made = await office.json<Objection>('assess', 'object', ...line, '--note', '停电', '--day', '2022-12-20');
    expect(made).toMatchObject({ state: 'open', claim: '停电', at: '2022-12-20T00:00' });
    const id = String(made.id);
    expect((await office.refusal('assess', 'decide', id, '--outcome', 'granted', '--note', '属实')).code).toBe(
      'points_range',
    );
    await office.json('assess', 'decide', id, '--outcome', 'granted', '--points', '0', '--note', '属实');
    expect(await office.text('assess', 'objections', ...YEAR)).toMatch(/\d +市场监管局 +[^\sa-z]+ +停电 .*成立/u);
    const [unit] = (await office.json<Assessment>('assess', ...YEAR, '--unit', '市监局')).units;
    expect(unit?.deductions.find(({ item }) => item === 'missing')).toMatchObject({ points: 0, state: 'objected' });
  });

  it('takes an item by its title, a number below 0 for what it is, and tells a scheme that is none', async () => {
    const enter = ['assess', 'enter', ...YEAR, '--unit', '市监局', '--note', '台账'];
    const refused = await office.refusal(...enter, '--item', '信用修复', '--points=-1');
    expect(refused).toMatchObject({
      code: 'points_range',
      message: expect.stringContaining('“信用修复”应在0到5分之间'),
    });
    const entry = await office.json<{ id: number; item: string }>(...enter, '--item', '信用修复', '--points', '1');
    expect(entry.item).toBe('repair');
    expect(await office.text('assess', 'withdraw', String(entry.id))).toBe(
      `已撤回评定 ${entry.id}：市场监管局 信用修复。`,
    );
    expect(await office.refusal('assess', 'save-scheme', 'nope', ...YEAR, '--note', 'x')).toMatchObject({
      ...{ code: 'scheme_unknown', message: 'nope，也没有这个文件' },
    });
  });

  it('saves a scheme that ships, or one of a file, for a year', async () => {
    const schemes = await office.json<AssessmentScheme[]>('assess', 'schemes');
    expect(schemes.map(({ id }) => id)).toEqual(['default', 'nanchang-2023', 'suzhou-2018']);
    const save = ['assess', 'save-scheme'];
    await office.json(...save, 'suzhou-2018', ...YEAR, '--note', '会议定');
    const file = path.join(office.folder, '方案.json');
    writeFileSync(file, JSON.stringify({ ...schemes[0], id: 'own', title: '西峡县考核办法' }));
    await office.json(...save, file, ...YEAR, '--note', '改用本县的');
    const text = await office.text('assess', 'versions', ...YEAR);
    expect(text).toContain('西峡县考核办法');
    expect(text.split('\n')).toHaveLength(3);
    writeFileSync(file, JSON.stringify({ ...schemes[0], total: 90 }));
    expect((await office.refusal(...save, file, ...YEAR, '--note', '错')).code).toBe('scheme_invalid');
    writeFileSync(file, JSON.stringify({ ...schemes[0], points: 90 }));
    expect((await office.refusal(...save, file, ...YEAR, '--note', '错')).message).toContain('不认识 points');
  });

  it('writes the table of all, and the sheets to sign', async () => {
    for (const name of ['得分.xlsx', '得分表.docx']) {
      const out = path.join(office.folder, name);
      expect(await office.json('assess', 'write', ...YEAR, '--out', out)).toMatchObject({ path: out });
      expect(existsSync(out)).toBe(true);
    }
    expect(await office.refusal('assess', 'write', ...YEAR, '--out', '得分.pdf')).toEqual({
      code: 'format_unsupported',
      message: '得分.pdf（可写 .xlsx、.docx）',
    });
  });
});

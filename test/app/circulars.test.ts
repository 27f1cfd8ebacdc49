import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftFor } from '../../electron/app/circulars.ts';
import { createContext } from '../../electron/app/context.ts';
import { PLAIN_FORM } from '../../electron/contract/circulars.ts';
import type { Args } from '../../electron/contract.ts';
import { programPlaces } from '../../electron/places.ts';
import { type Desk, openDesk } from './desk.ts';
import { articles, penalties } from './workbooks.ts';

const WHOLE = { duties: null, units: null };

describe('the circular of an office at work', () => {
  // Of one week of April; read only, but by the one test that has a desk of its own.
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
    await desk.receive('2022-04-25T09:00', [
      await desk.mail('一.xlsx', articles(['四月'])),
      await desk.mail('二.xlsx', penalties([1, 2])),
    ]);
  });
  afterAll(() => desk.close());

  const textOf = async (query: Args<'circulars.compose'>, key: string, of = desk) => {
    const { sections } = await of.ask('circulars.compose', query);
    return sections.flatMap(({ paragraphs }) => paragraphs).find((paragraph) => paragraph.key === key)?.text;
  };

  it('compares with the period before as it stood then, not with what was sent since', async () => {
    const own = await openDesk();
    try {
      await own.receive('2022-03-25T09:00', [await own.mail('一.xlsx', articles(['三月'], { month: '2022年3月' }))]);
      await own.receive('2022-04-25T09:00', [await own.mail('二.xlsx', articles(['四月', '又四月']))]);
      const late = articles(['补报一', '补报二', '补报三'], { month: '2022年3月', unit: '西峡县西坪镇人民政府' });
      await own.receive('2022-04-26T09:00', [await own.mail('三.xlsx', late)]);
      const compare = await textOf({ period: '2022-04', asOf: '2022-05-05T16:00' }, 'overview/compare', own);
      expect(compare).toMatch(
        /^与2022年3月同一时点（截至2022年4月5日16时）相比，.*收到信用信息增加1条，增长100\.00%。$/,
      );
    } finally {
      await own.close();
    }
  });

  it('compares nothing before the office expected reports', async () => {
    expect(await textOf({ period: '2022-01', asOf: '2022-02-15T09:00' }, 'overview/compare')).toBeUndefined();
    expect(await textOf({ period: '2022-02', asOf: '2022-03-15T09:00' }, 'overview/compare')).toBe(
      '与2022年1月同一时点（截至2022年2月15日9时）相比，上报率持平。',
    );
  });

  it('counts the duties and units of its scope alone', async () => {
    const scope = { duties: ['000-02'], units: ['xx-scjgj', 'xx-fgw'] };
    const document = await desk.ask('circulars.compose', {
      period: '2022-04',
      asOf: '2022-05-05T16:00',
      kind: 'special',
      scope,
    });
    const whole = await desk.ask('rates.compute', { period: '2022-04', asOf: '2022-05-05T16:00' });
    const [ranking] = document.tables;
    expect(ranking?.rows.map((row) => row[1])).toEqual(['市场监管局', '发改委', '合计']);
    expect(ranking?.rows.at(-1)?.slice(2, 6)).toEqual(['10', '1', '10.00%', '2']);
    expect(whole.total.expected).toBeGreaterThan(100);
    expect(document.title).toContain('专项通报');
  });

  it.each([
    [{ duties: ['999-99'], units: null }, 'duty_unknown'],
    [{ duties: null, units: ['nobody'] }, 'unit_unknown'],
  ])('refuses the scope %j as %s', async (scope, code) => {
    expect(await desk.refusal('circulars.compose', { period: '2022-04', scope })).toMatchObject({ code });
  });

  it('refuses a kind that is not about such a period', async () => {
    const refusal = await desk.refusal('circulars.compose', { period: '2022-04', kind: 'annual' });
    expect(refusal.code).toBe('paper_kind');
    expect(refusal.message).toContain('年通报');
  });

  it('draws its charts where it has the annex, on the page and in the Word document', async () => {
    const places = programPlaces();
    const context = createContext({
      dataFolder: desk.dataFolder,
      resourcesFolder: places.resources,
      migrationsFolder: places.migrations,
      workerUrl: places.worker,
      version: 'test',
      now: () => desk.now,
    });
    const { draft, annexChoice, advice } = draftFor(context, {
      kind: 'monthly',
      period: '2022-04',
      asOf: '2022-05-06T09:00',
      scope: WHOLE,
      form: PLAIN_FORM,
      annexes: ['charts', 'ranking', 'nothing'],
      date: '2022-05-06',
    });
    await context.close();
    expect(draft.tables.map(({ key, label }) => `${label} ${key}`)).toEqual(['附件1 charts', '附件2 ranking']);
    expect(draft.tables[0]?.charts?.map(({ kind }) => kind)).toEqual(['trend', 'ranking', 'heat', 'composition']);
    expect(draft.sections[0]?.heading).toBe('基本情况');
    expect(annexChoice.map(({ annex }) => annex)).toEqual(['ranking', 'missing', 'quality', 'cases', 'charts']);
    expect(advice.length).toBeGreaterThan(0);
    const drawings = async (document: typeof draft) =>
      (await desk.ask('circulars.page', { document })).html.split('<svg').length;
    expect((await drawings(draft)) - (await drawings({ ...draft, tables: draft.tables.slice(1) }))).toBeGreaterThan(3);
    const out = path.join(desk.mailFolder, '通报.docx');
    await desk.ask('circulars.write', { document: draft, format: 'docx', out });
    expect(readFileSync(out).includes('word/media/')).toBe(true);
  });
});

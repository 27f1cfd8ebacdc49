import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CircularDocument } from '../../electron/contract/circulars.ts';
import type { FigureRef } from '../../electron/contract/figures.ts';
import { DEMO_RECEIVED, filesBelow } from '../../electron/demo.ts';
import { INBOX_FOLDER } from '../../electron/localProgram.ts';
import { type Desk, openDesk } from './desk.ts';

/** A number as it stands in a paper, and the question it opens. */
interface Printed {
  readonly where: string;
  readonly number: string;
  readonly ref: FigureRef;
}

function printedIn({ sections, tables }: CircularDocument): Printed[] {
  const inTexts = sections.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ key, text, figures = [] }) =>
      figures.map(({ start, length, ref }) => ({ where: key, number: text.slice(start, start + length), ref })),
    ),
  );
  const inTables = tables.flatMap(({ key, rows, columns, figures = [] }) =>
    figures.map(({ row, column, ref }) => ({
      where: `${key} ${columns[column]?.title}`,
      number: rows[row]?.[column] ?? '',
      ref,
    })),
  );
  return [...inTexts, ...inTables];
}

function refOf(printed: Printed | undefined): FigureRef {
  if (printed === undefined) throw new Error('no such number');
  return printed.ref;
}

/** A rate opens what it is of, a change against an earlier period what the earlier number was counted from. */
const isCount = ({ where, number }: Printed) => /^\d+$/.test(number) && !/^overview\/(compare|trend)/.test(where);

describe('the numbers of a circular', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
    desk.now = '2022-05-06T09:00';
    await desk.ask('imports.commit', { sources: await filesBelow(INBOX_FOLDER), received: DEMO_RECEIVED });
    const [paper] = await desk.ask('duties.list', {}).then((all) => all.filter(({ title }) => title.includes('案例')));
    const unit = paper?.units[0] ?? '';
    const square = { duty: paper?.id ?? '', unit, period: '2022-04' };
    await desk.ask('submissions.register', { ...square, kind: 'paper', count: 3, received: '2022-04-28T09:00' });
    await desk.ask('submissions.register', {
      ...square,
      unit: paper?.units[1] ?? '',
      kind: 'zero',
      note: '本月没有产生案例。',
      received: '2022-04-28T09:00',
    });
  }, 120_000);
  afterAll(() => desk.close());

  it.each([
    ['of a month', { period: '2022-04' }],
    ['of a week', { period: '2022-W17' }],
    ['of a quarter', { period: '2022-Q2', asOf: '2022-07-15T09:00' }],
    ['of a year', { period: '2022', asOf: '2022-05-20T09:00' }],
    ['looked back at', { period: '2022-04', asOf: '2022-04-29T17:00' }],
    [
      'of a few duties and units',
      { period: '2022-04', scope: { duties: ['000-02', '000-09'], units: ['xx-scjgj', 'xx-fgw', 'xx-fy'] } },
    ],
  ])('each open as many rows as they say: %s', async (_name, query) => {
    const printed = printedIn(await desk.ask('circulars.compose', query));
    const counts = new Map(printed.filter(isCount).map((one) => [`${one.number} ${JSON.stringify(one.ref)}`, one]));
    expect(counts.size).toBeGreaterThan(20);
    const wrong: string[] = [];
    for (const { where, number, ref } of counts.values()) {
      const total = await rowsBehind(ref);
      if (total !== Number(number)) wrong.push(`${where}: ${number} opens ${total} ${JSON.stringify(ref)}`);
    }
    expect(wrong).toEqual([]);
  });

  /** Papers registered by hand have no rows: the counts of their squares add up to the number. */
  async function rowsBehind(ref: FigureRef): Promise<number> {
    const isSum = ref.kind === 'cells' && ref.state === 'sent';
    const rows = await desk.ask('figures.open', { ref, limit: isSum ? 1000 : 1 });
    return rows.kind === 'cells' && isSum ? rows.cells.reduce((sum, { count }) => sum + count, 0) : rows.total;
  }

  it('open of a rate all that it is of, the missing ones among them', async () => {
    const printed = printedIn(await desk.ask('circulars.compose', { period: '2022-04' }));
    const [total] = printed.filter(({ where, number }) => where === 'overview/total' && number.endsWith('%'));
    const rows = await desk.ask('figures.open', { ref: refOf(total), limit: 1000 });
    const { total: rates } = await desk.ask('rates.compute', { period: '2022-04' });
    expect(rows.total).toBe(rates.expected);
    const missing = rows.kind === 'cells' ? rows.cells.filter(({ status }) => status === 'missing').length : 0;
    expect(missing).toBeGreaterThan(0);
  });

  it('come page by page, with names as they were', async () => {
    const ref: FigureRef = { kind: 'records', period: '2022-04', asOf: '2022-05-06T09:00', state: 'faulty' };
    const all = await desk.ask('figures.open', { ref });
    const page = await desk.ask('figures.open', { ref, offset: 2, limit: 3 });
    if (all.kind !== 'records' || page.kind !== 'records') throw new Error('not records');
    expect(page.records).toEqual(all.records.slice(2, 5));
    expect(page.total).toBe(all.total);
    expect(page.title).toBe('2022年4月 不合规记录（截至2022年5月6日9时）');
    const cells = await desk.ask('figures.open', {
      ref: { ...ref, kind: 'cells', state: 'missing', units: ['xx-scjgj'], duties: ['000-02'] },
    });
    if (cells.kind !== 'cells') throw new Error('not cells');
    expect(cells.cells[0]).toMatchObject({
      unitName: '市场监管局',
      dutyTitle: expect.stringContaining('公共信用信息'),
    });
    expect(cells.title).toMatch(/^2022年4月 市场监管局 .*公共信用信息.* 未报送（截至/);
  });

  it('refuse a question that is none', async () => {
    const ref = { kind: 'cells', period: '2022-04', asOf: '2022-05-06T09:00', state: 'lost' };
    expect(await desk.refusal('figures.open', { ref })).toMatchObject({ code: 'usage' });
    const week = { kind: 'cells', period: '2022-W60', asOf: '2022-05-06T09:00', state: 'late' };
    expect(await desk.refusal('figures.open', { ref: week })).toMatchObject({ code: 'period_invalid' });
  });
});

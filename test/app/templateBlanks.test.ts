import path from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import type { BlankFile } from '../../electron/contract/blanks.ts';
import { GOOD_ROWS } from '../core/goodRows.ts';
import { type Desk, onlyTable, openDesk } from './desk.ts';

const desks = new Map<string, Promise<Desk>>();
/** The office of a profile, set up once. */
function officeOf(profile: string): Promise<Desk> {
  const open = async (): Promise<Desk> => {
    const desk = await openDesk({ init: false });
    await desk.ask('profiles.init', { profile });
    return desk;
  };
  const desk = desks.get(profile) ?? open();
  desks.set(profile, desk);
  return desk;
}
afterAll(async () => {
  for (const desk of desks.values()) await (await desk).close();
});

type Row = Readonly<Record<string, unknown>>;

/** Fills the first row of a handed-out workbook by its headers and saves it as `name`. */
async function fill(desk: Desk, file: BlankFile, row: Row, name: string): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file.out);
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('no sheet');
  const { columns } = await desk.ask('templates.get', { id: file.template });
  sheet.getRow(4).eachCell((cell, at) => {
    const column = columns.find((one) => one.name === cell.text.replace('*', ''));
    const value = column && row[column.id];
    if (value !== null && value !== undefined) sheet.getCell(5, at).value = value as string | number; // a test's own row
  });
  const out = path.join(path.dirname(file.out), name);
  await book.xlsx.writeFile(out);
  return out;
}

/** Writes a duty's blanks for its first unit and gives that unit's official name. */
async function blanksOf(desk: Desk, template: string, period?: string) {
  const duty = (await desk.ask('duties.list', {})).find((one) => one.templates.includes(template));
  const unit = (await desk.ask('units.list', {})).find((one) => one.id === duty?.units[0]);
  if (!duty || !unit) throw new Error(template);
  const files = await desk.ask('blanks.write', { duty: duty.id, unit: unit.id, ...(period ? { period } : {}) });
  const file = files.find((one) => one.template === template);
  if (!file) throw new Error(template);
  return { duty, unit, file };
}

/** The faultless row of a template as a unit of its own would write it. */
function rowOf(template: string, unit: string, change: Row = {}): Row {
  const own = Object.entries(GOOD_ROWS[template] ?? {}).map(([field, value]) => [
    field,
    value === '西峡县市场监督管理局' ? unit : value,
  ]);
  return { ...Object.fromEntries(own), ...change };
}

const ACTS = 'coercion confirmation collection payment adjudication compensation award inspection';
const WEIDONG = `${ACTS} defaulter evaluation red-black uscc-register joint-case report-use`.split(' ');

describe('a blank that came back filled', () => {
  it.each([
    ...WEIDONG.map((template) => ['weidong-2021', template] as const),
    ['zhaoling-2018', 'stats-total'],
    ['zhaoling-2018', 'stats-increment'],
    ['zhaoling-2018', 'statement'],
    ['zhaoling-2018', 'contact-list'],
    ['xixia-2022', 'enrolment'],
    ['xixia-2022', 'survey'],
  ] as const)('of %s is known as its own table: %s', async (profile, template) => {
    const desk = await officeOf(profile);
    const { duty, unit, file } = await blanksOf(desk, template);
    const filled = await fill(desk, file, rowOf(template, unit.officialName), `报表-${template}.xlsx`);
    const sources = [{ path: filled, name: '2022年4月报表.xlsx' }];
    const table = onlyTable(await desk.ask('imports.preview', { sources, received: '2022-04-29T16:00' }));
    expect([table.template, table.duty?.id, table.unit?.id, table.question, table.remarks]).toEqual([
      template,
      duty.id,
      unit.id,
      null,
      [],
    ]);
    expect([table.records, table.compliant, table.findings]).toEqual([1, 1, []]);
  });
});

describe('the statistics of two months', () => {
  it('are compared, stored ones with those sent', async () => {
    const desk = await officeOf('zhaoling-2018');
    const remarks: Record<string, string[]> = {};
    const send = async (template: string, period: string, change: Row): Promise<void> => {
      const { unit, file } = await blanksOf(desk, template, period);
      const row = rowOf(template, unit.officialName, { month: period, ...change });
      const filled = await fill(desk, file, row, `统计-${template}-${period}.xlsx`);
      const { files } = await desk.receive('2022-05-05T10:00', [filled]);
      const tables = files.flatMap((one) => one.tables);
      expect(tables.map(({ status, period: of }) => [status, of])).toEqual([['committed', period]]);
      remarks[`${template} ${period}`] = tables.flatMap((table) => table.remarks.map((remark) => remark.message));
    };
    await send('stats-total', '2022-03', {
      permitLegalProduced: 5,
      permitLegalReported: 4,
      permitSubtotal: 8,
      total: 11,
    });
    await send('stats-increment', '2022-04', {});
    await send('stats-total', '2022-04', {});
    expect(remarks).toEqual({
      'stats-total 2022-03': [],
      'stats-increment 2022-04': [],
      'stats-total 2022-04': [
        '“*合计”写的是 16，而2022年3月《“双公示”数据情况统计表（累计）》的“合计”为 11，2022年4月《“双公示”增量统计表》的“本月合计”为 4，合计 15。请核对。',
      ],
    });
  });
});

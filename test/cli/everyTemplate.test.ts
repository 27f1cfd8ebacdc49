import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Duty } from '../../electron/contract/duties.ts';
import type { ImportResult, TablePlan } from '../../electron/contract/imports.ts';
import type { Unit } from '../../electron/contract/units.ts';
import { MARKET, type Row, writeWorkbook } from '../app/workbooks.ts';
import { GOOD_ROWS } from '../core/goodRows.ts';
import { good, PERSON, templateOf } from '../core/sheetOf.ts';
import { runJson } from './commandLine.ts';

/** Template → what a row of it may lack or get wrong, and what is found of that: `rule field`. */
type Case = readonly [template: string, change: Row, found: readonly string[]];

const NO_CODE = { subjectCode: null };
const XIXIA: readonly Case[] = [
  ['permit-legal', { XK_YXQZI: '2021/01/01' }, ['date_order XK_YXQZI']],
  ['permit-person', { XK_XDR_ZJHM: '110105194912310021' }, ['id_check_digit XK_XDR_ZJHM']],
  ['penalty-legal', { CF_NR_FK: null }, ['conditional_required CF_NR_FK']],
  ['penalty-person', { CF_XDR_ZJHM: '待补' }, ['placeholder CF_XDR_ZJHM']],
  ['coercion', { ...NO_CODE, endsOn: '2022/04/01' }, ['conditional_required subjectCode', 'date_order endsOn']],
  ['confirmation', { decidedOn: '2022/05/30', validFrom: null }, ['date_future decidedOn']],
  ['collection', { amount: '2万元' }, ['number_invalid amount']],
  ['payment', { documentId: null }, ['conditional_required documentId']],
  ['adjudication', { item: null }, ['required item']],
  ['compensation', { means: '抵税' }, ['enum means']],
  ['award', { subjectKind: '个体工商户' }, ['uscc_category subjectKind']],
  ['inspection', { resultKind: '07' }, ['enum resultKind']],
  ['commitment', { fulfilment: null, determinedOn: '2022/04/28' }, ['conditional_required fulfilment']],
  ['joint-case', { kind: '表扬' }, ['enum kind']],
  ['report-use', { queriedOn: '四月底' }, ['date_invalid queriedOn']],
  ['publicity', { publishedOn: null }, ['required publishedOn']],
  ['enrolment', { subjectCode: PERSON }, ['uscc_format subjectCode']],
  ['survey', { progress: '未提交' }, ['must_be_empty submittedOn']],
  ['evaluation', { score: 0.95 }, ['number_invalid score']],
  ['defaulter', { state: '已退出', leftOn: null }, ['conditional_required leftOn']],
];
const ZHAOLING: readonly Case[] = [
  ['red-black', { facts: '拖欠货款' }, ['must_be_empty facts']],
  ['uscc-register', { formerNo: null }, ['conditional_required formerNo']],
  ['contact-list', { clerkPhone: '1.38E+10' }, ['precision_lost clerkPhone']],
  ['statement', { reason: '无' }, ['required reason']],
  ['stats-total', { unreportedWhy: null }, ['conditional_required unreportedWhy']],
  ['stats-increment', { timely: -1, overdue: 5 }, ['number_invalid timely']],
];

const RECEIVED = '2022-04-29T16:00';
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'credit-desk-templates '));
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const goodRow = (id: string): Row => {
  const row =
    id === 'permit-person' ? { ...good('permit-legal', 1), ...PERMIT_OF_A_PERSON } : (GOOD_ROWS[id] ?? good(id, 1));
  const fields = new Set(templateOf(id).columns.map((column) => column.id));
  return Object.fromEntries(Object.entries(row).filter(([field]) => fields.has(field))) as Row; // plain texts and numbers
};
const PERMIT_OF_A_PERSON = { XK_XDR_MC: '王小甲', XK_XDR_LB: '自然人', XK_XDR_ZJLX: '身份证', XK_XDR_ZJHM: PERSON };

const TITLES: Readonly<Record<string, string>> = {
  weekly: '2022年4月25日—4月29日',
  quarterly: '2022年第二季度',
  yearly: '2022年度',
};

/** One workbook of a template as the first unit that owes it sends it; what stands in the rows of the market office stands for that unit. */
async function send(into: string, [id, change]: Case, desk: { duties: readonly Duty[]; units: readonly Unit[] }) {
  const duty = desk.duties.find((one) => one.templates.includes(id));
  // Of some duties the office names the units itself (000-G2): any may send.
  const unit = desk.units.find((one) => one.id === (duty?.units[0] ?? one.id));
  if (!duty || !unit) throw new Error(`nobody owes ${id}`);
  const row = Object.entries({ ...goodRow(id), ...change }).map(
    ([field, value]) => [field, value === MARKET ? unit.officialName : value] as const,
  );
  const titles = [
    `${templateOf(id).title}（${TITLES[duty.cadence] ?? '2022年4月'}）`,
    `填报单位：${unit.officialName}`,
  ];
  await writeWorkbook(path.join(into, `${id}.xlsx`), [
    { sheet: 'Sheet1', template: id, titles, rows: [Object.fromEntries(row)] },
  ]);
}

describe.each([
  ['xixia-2022', XIXIA],
  ['zhaoling-2018', ZHAOLING],
] as const)('every template of %s, a faultless row and a broken one', (profile, cases) => {
  const tables = new Map<string, TablePlan>();
  beforeAll(async () => {
    const data = path.join(folder, profile);
    await runJson(['init', '--profile', profile, '--data', data]);
    const desk = {
      duties: await runJson<Duty[]>(['duties', '--data', data]),
      units: await runJson<Unit[]>(['units', '--data', data]),
    };
    for (const kind of ['good', 'broken'] as const) {
      const mails = path.join(folder, `${profile} ${kind}`);
      mkdirSync(mails);
      for (const one of cases) await send(mails, kind === 'good' ? [one[0], {}, []] : one, desk);
      const args = ['import', mails, '--received', RECEIVED, '--dry-run', '--data', data];
      const { files } = await runJson<ImportResult>(args);
      for (const file of files)
        for (const table of file.tables) tables.set(`${path.basename(file.name, '.xlsx')} ${kind}`, table);
    }
  });

  it.each(cases)('%s passes where nothing is wrong', (id) => {
    const table = tables.get(`${id} good`);
    expect([table?.template, table?.question, table?.records]).toEqual([id, null, 1]);
    expect([table?.compliant, table?.findings, table?.remarks]).toEqual([1, [], []]);
  });

  it.each(cases)('%s with %j is told what is wrong where, and what to do: %j', (id, _change, found) => {
    const table = tables.get(`${id} broken`);
    const errors = table?.findings.filter(({ severity }) => severity === 'error') ?? [];
    expect([table?.question, table?.compliant]).toEqual([null, 0]);
    expect(errors.map(({ rule, field }) => `${rule} ${field}`)).toEqual(found);
    for (const { column, cell, message } of errors) {
      expect(message).toMatch(/^“.+。[^。]+。$/u);
      expect(message).toContain(`“${column}”`);
      expect(message).not.toMatch(/undefined|null|NaN|[{}]/u);
      expect(cell).toMatch(/^[A-Z]+4$/u);
    }
  });
});

it('the two tables hold every template that ships', async () => {
  const data = path.join(folder, 'xixia-2022');
  const shipped = await runJson<{ id: string }[]>(['templates-list', '--data', data]);
  expect([...XIXIA, ...ZHAOLING].map(([id]) => id).sort()).toEqual(shipped.map(({ id }) => id).sort());
});

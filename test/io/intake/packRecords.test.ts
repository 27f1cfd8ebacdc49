import { expect, it } from 'vitest';
import type { AnalysedRecord, AnalysedTable } from '../../../electron/core/analysed.ts';
import { packSheets, unpackSheets } from '../../../electron/io/intake/packRecords.ts';

const record = (row: number, change: Partial<AnalysedRecord> = {}): AnalysedRecord => ({
  row,
  raw: { name: '甲', amount: '1.50', day: '2022/4/1' },
  values: { name: '甲', amount: 1.5, day: '2022-04-01', note: null },
  extras: {},
  key: `k${row}`,
  content: `c${row}`,
  sent: `c${row}`,
  decisionDate: '2022-04-01',
  timely: true,
  compliant: true,
  findings: [],
  ...change,
});

const table = (records: readonly AnalysedRecord[]): AnalysedTable => ({
  ...{ kind: 'table', sheet: '表', part: '', headerRow: 1, columns: [], template: 't', templateTitle: 'T' },
  ...{ unit: null, duty: null, period: null, periodEvidence: null, question: null, rows: records.length },
  ...{ skipped: [], otherFindings: [], remarks: [], corrections: [], fingerprint: '', mark: null, records },
});

const finding: AnalysedRecord['findings'][number] = {
  ...{
    row: 3,
    cell: 'A3',
    column: '名称',
    field: 'name',
    rule: 'required',
    severity: 'error',
    value: '',
    message: '缺',
  },
};

it.each<[string, AnalysedRecord[]]>([
  ['no rows', []],
  ['rows that repeat', [record(2), record(3), record(9)]],
  [
    'an empty cell, and a text that means nothing',
    [record(2, { raw: { note: '无' }, values: { name: null, note: null } })],
  ],
  [
    'findings, extras and a mended row',
    [record(3, { findings: [finding], extras: { 备用: '乙' }, sent: 'other' }), record(4)],
  ],
  [
    'a row too late, one without a clock',
    [record(2, { timely: false, compliant: false }), record(3, { timely: null, decisionDate: null })],
  ],
  [
    'a number beside the same text',
    [record(2, { values: { name: '1' }, raw: { name: '1' } }), record(3, { values: { name: 1 }, raw: { name: '1' } })],
  ],
  [
    'more values than repeat',
    Array.from({ length: 5000 }, (_, n) => record(n + 2, { values: { name: `甲${n}` }, raw: { name: `甲 ${n}` } })),
  ],
])('gives back %s as they were, the fields in their order', (_what, records) => {
  const sheets = [table(records), { kind: 'empty' as const, sheet: '空', part: '', detail: '' }];
  const back = unpackSheets(structuredClone(packSheets(sheets)));
  expect(back).toEqual(sheets);
  expect(JSON.stringify(back)).toBe(JSON.stringify(sheets));
});

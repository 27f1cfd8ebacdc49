import { describe, expect, it } from 'vitest';
import { RULES } from '../../electron/contract/findings.ts';
import {
  allFindings,
  type CellDraft,
  COMPANY,
  DESK,
  findingsOf,
  good,
  headerOf,
  type RowDraft,
  sheetOf,
  tableOf,
  tableSheet,
  templateOf,
} from './sheetOf.ts';

describe('the value stored', () => {
  it('is normalised, while the raw text stays', () => {
    const row = {
      CF_XDR_SHXYM: ' 91350100m000100y43',
      CF_JDRQ: '2022年4月26日',
      CF_CFLB: '警告、罚款、罚款',
      CF_YXQ: '长期',
      CF_NR_FK: '0.030',
    };
    const [record] = tableOf(tableSheet('penalty-legal', [row])).records;
    expect(record?.values).toMatchObject({
      CF_XDR_SHXYM: COMPANY,
      CF_JDRQ: '2022-04-26',
      CF_CFLB: '警告;罚款',
      CF_YXQ: '2099-12-31',
      CF_NR_FK: 0.03,
      BZ: null,
    });
    expect(record?.raw).toMatchObject(row);
    expect(record?.decisionDate).toBe('2022-04-26');
  });

  it('of a code shown in a narrow number format is the whole number', () => {
    const cell = { text: '4.11323E+14', type: 'number', value: 411323000012345, format: 'General' } as const;
    const [record] = tableOf(tableSheet('penalty-legal', [{ CF_XDR_GSZC: cell }])).records;
    expect(record?.values.CF_XDR_GSZC).toBe('411323000012345');
  });
});

describe('slashed dates', () => {
  const rows = (...dates: string[]) =>
    tableSheet(
      'penalty-legal',
      dates.map((CF_JDRQ, i) => ({ CF_JDRQ, CF_WSH: `西市监罚〔2022〕${i}号`, CF_YXQ: '长期', CF_GSJZQ: null })),
    );

  it('are asked once per column, never per cell', () => {
    const table = tableOf(rows('10/4/2022', '4/10/2022', '2022-04-25', '7/4/2022'));
    expect(table.question?.code).toBe('date_order');
    expect(table.question?.candidates.map((c) => c.choice)).toEqual([
      { dateOrder: { U: 'dmy' } },
      { dateOrder: { U: 'mdy' } },
    ]);
    expect(findingsOf(table)).toEqual([]);
  });

  it.each([
    ['dmy', ['2022-04-10', '2022-10-04', '2022-04-20']],
    ['mdy', ['2022-10-04', '2022-04-10', '2022-04-20']],
  ] as const)('read as the clerk says: %s', (order, days) => {
    const table = tableOf(rows('10/4/2022', '4/10/2022', '2022-04-20'), {
      overrides: [{ file: '', dateOrder: { U: order } }],
    });
    expect([table.question, table.records.map((r) => r.decisionDate)]).toEqual([null, days]);
  });

  it('are settled by one day above 12', () => {
    const table = tableOf(rows('10/4/2022', '13/4/2022'));
    expect([table.question, table.records.map((r) => r.decisionDate)]).toEqual([null, ['2022-04-10', '2022-04-13']]);
  });

  it('that can be read in one way only are not asked', () => {
    const table = tableOf(rows('4/4/2022', '4/20/2022'));
    expect([table.question, table.records.map((r) => r.decisionDate)]).toEqual([null, ['2022-04-04', '2022-04-20']]);
  });

  it('that read both ways are asked, though each day above 12 contradicts another', () => {
    expect(tableOf(rows('13/4/2022', '4/14/2022', '5/4/2022')).question?.code).toBe('date_order');
  });
});

describe("a record's clock", () => {
  const one = (CF_JDRQ: CellDraft, receivedAt: string) => {
    const [record] = tableOf(
      tableSheet('penalty-legal', [{ CF_JDRQ, CF_YXQ: '长期', CF_GSJZQ: null }], { title: '市监局' }),
      { receivedAt },
    ).records;
    return {
      timely: record?.timely,
      late: record?.findings.filter((f) => f.rule === 'late_record').map((f) => `${f.cell} ${f.severity}`),
    };
  };
  it.each([
    ['2022-04-22', '2022-04-29T23:59', true],
    ['2022-04-21', '2022-04-29T16:00', false],
    ['2022-04-23', '2022-05-05T18:00', true], // 30 April is a holiday: moved to 5 May
    ['2022-04-23', '2022-05-06T00:00', false],
    ['2022-04-29', '2022-04-29T16:00', true],
    ['2019-01-01', '2022-04-29T16:00', false],
  ])('decided %s, received %s: timely %s', (decided, received, timely) => {
    expect(one(decided, received)).toEqual({ timely, late: timely ? [] : ['U3 notice'] });
  });

  it.each(['2022-05-03', '2022-02-30', '无', null])(
    'does not run in time for %s, and is not called late',
    (decided) => {
      expect(one(decided, '2022-04-29T16:00')).toEqual({ timely: false, late: [] });
    },
  );

  it.each(['commitment', 'publicity'])('is not there in %s', (id) => {
    expect(tableOf(tableSheet(id, [{}])).records.map((r) => [r.timely, r.decisionDate])).toEqual([[null, null]]);
  });
});

describe('severities', () => {
  it('are those of cli.md and may be changed as data', () => {
    const severities = { ...DESK.severities, uscc_check_digit: 'verify' as const };
    const row = { CF_XDR_SHXYM: '91350211M0000XUF46' };
    const table = tableOf(tableSheet('penalty-legal', [row]), { severities });
    expect([allFindings(table)[0]?.severity, table.records[0]?.compliant]).toEqual(['verify', true]);
  });

  it('know every rule', () => {
    expect(Object.keys(DESK.severities).sort()).toEqual([...RULES].sort());
  });
});

describe('a sentence of a finding', () => {
  it('calls the column what the table calls it', () => {
    const fields = templateOf('penalty-legal').columns.map((c) => c.id);
    const header = headerOf('penalty-legal').map((name) => (name.includes('代码_1') ? '统一社会信用代码' : name));
    const values: RowDraft = { ...good('penalty-legal', 1), CF_XDR_SHXYM: '无' };
    const sheet = sheetOf([['市监局第17周'], header, fields.map((field) => values[field] ?? null)]);
    const [finding] = allFindings(tableOf(sheet));
    expect([finding?.column, finding?.field]).toEqual(['统一社会信用代码', 'CF_XDR_SHXYM']);
    expect(finding?.message).toContain('“统一社会信用代码”');
  });

  it('names the column, shows the value and says how to mend it', () => {
    const [finding] = allFindings(tableOf(tableSheet('penalty-legal', [{ CF_XDR_SHXYM: '91350100M00O100Y43' }])));
    expect(finding?.message).toContain('行政相对人代码_1');
    expect(finding?.message).toContain('可能应为“0”');
    expect([finding?.value, finding?.column]).toEqual([
      '91350100M00O100Y43',
      good('penalty-legal', 1) && '行政相对人代码_1(统一社会信用代码)',
    ]);
  });
});

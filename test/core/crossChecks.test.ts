import { describe, expect, it } from 'vitest';
import type { AnalysedTable } from '../../electron/core/analysed.ts';
import { createCalendar } from '../../electron/core/calendar.ts';
import type { KnownRecords, PlanContext } from '../../electron/core/planContext.ts';
import { planFile, scopeKey } from '../../electron/core/planImport.ts';
import { GOOD_ROWS } from './goodRows.ts';
import {
  DESK,
  good,
  headerOf,
  letterOf,
  PERSON,
  type RowDraft,
  sheetOf,
  tableOf,
  tableSheet,
  templateOf,
} from './sheetOf.ts';

const [some] = DESK.duties;
if (!some) throw new Error('no duty');
/** One monthly duty for all tables of a month. */
const DUTY = {
  ...some,
  id: 'd1',
  periodKind: 'month' as const,
  recordTerm: null,
  templates: DESK.templates.map(({ id }) => id),
};

const title = (month: number): string => `西峡县市场监督管理局统计表（2022年${month}月）`;
const context = (month: number) => ({ duties: [DUTY], receivedAt: `2022-0${month}-28T16:00` });

function stats(id: string, month: number, changes: RowDraft = {}): AnalysedTable {
  const row = { ...GOOD_ROWS[id], month: `2022年${month}月`, ...changes };
  const cells = templateOf(id).columns.map((column) => row[column.id as keyof typeof row] ?? null);
  return tableOf(sheetOf([[title(month)], headerOf(id), cells], { name: id }), context(month));
}

const penalties = (month: number, count: number): AnalysedTable => annex('penalty-legal', month, count);

/** One of annexes 1 to 4: so many rows decided in a month. */
function annex(id: string, month: number, count: number): AnalysedTable {
  const prefix = id.startsWith('penalty') ? 'CF' : 'XK';
  const dates = prefix === 'CF' ? { CF_YXQ: '长期', CF_GSJZQ: null } : { XK_YXQZI: '长期' };
  const person = { XK_XDR_MC: '王小甲', XK_XDR_LB: '自然人', XK_XDR_ZJLX: '身份证', XK_XDR_ZJHM: PERSON };
  const base = id === 'permit-person' ? { ...good('permit-legal', 1), ...person } : good(id, 1);
  const rows = Array.from({ length: count }, (_, n) => ({
    ...base,
    ...dates,
    [`${prefix}_WSH`]: `西市监〔2022〕${month}${n}号`,
    [`${prefix}_JDRQ`]: `2022/0${month}/10`,
  }));
  return tableOf(tableSheet(id, rows, { title: title(month), name: '附件' }), context(month));
}

/** A store that remembers what was planned. `stored`: what is known of records besides. */
function desk() {
  const scopes = new Map<string, KnownRecords>();
  const known: PlanContext['known'] = (scope) => {
    const found: KnownRecords = scopes.get(scopeKey(scope)) ?? new Map();
    scopes.set(scopeKey(scope), found);
    return found;
  };
  return (...tables: AnalysedTable[]): string[] => {
    const planned = planFile(tables, {
      known,
      receivedAt: DESK.receivedAt,
      termOf: () => null,
      calendar: createCalendar(),
      severities: DESK.severities,
      earlierPeriods: (scope) =>
        [...scopes].flatMap(([key, records]) => {
          const [unit, duty, period = '', template] = key.split('|');
          const isSame = unit === scope.unit && duty === scope.duty && template === scope.template;
          return isSame && period < scope.period && records.size > 0 ? [period] : [];
        }),
      contents: () => new Map(),
      standing: () => new Map(),
      isReported: (scope) => (scopes.get(scopeKey(scope))?.size ?? 0) > 0,
      isZeroReported: () => false,
      isLocked: () => false,
      returnOf: () => null,
      templateOf: (id) => DESK.templates.find((template) => template.id === id),
      isStored: () => false,
      answersFor: () => ({}),
    });
    expect(planned.map(({ scope, question }) => [scope === null, question])).toEqual(tables.map(() => [false, null]));
    return planned.flatMap(({ table }) =>
      table.remarks.filter(({ code }) => code === 'total_differs').map(({ cell, message }) => `${cell} ${message}`),
    );
  };
}

const TOTAL = '“双公示”数据情况统计表（累计）';
const INCREMENT = '“双公示”增量统计表';
const cell = (id: string, field: string): string => `${letterOf(id, field)}3`;

describe("this month's total", () => {
  const march = { permitLegalProduced: 6, permitLegalReported: 5, permitSubtotal: 9, total: 12, unreported: 1 };

  it("agrees with last month's and the increment, in whatever order they stand", () => {
    const import_ = desk();
    expect(import_(stats('stats-total', 3, march))).toEqual([]);
    expect(import_(stats('stats-total', 4), stats('stats-increment', 4))).toEqual([]);
  });

  it('that does not is told with all three numbers', () => {
    const import_ = desk();
    import_(
      stats('stats-total', 3, {
        ...march,
        permitLegalProduced: 5,
        permitLegalReported: 4,
        permitSubtotal: 8,
        total: 11,
      }),
    );
    expect(import_(stats('stats-increment', 4), stats('stats-total', 4))).toEqual([
      `${cell('stats-total', 'total')} “合计”写的是 16，而2022年3月《${TOTAL}》的“合计”为 11，2022年4月《${INCREMENT}》的“本月合计”为 4，合计 15。请核对。`,
    ]);
  });

  it('says nothing where the month before never came', () => {
    expect(desk()(stats('stats-total', 4), stats('stats-increment', 4, { lastTotal: 12 }))).toEqual([]);
  });
});

describe('an increment', () => {
  it('begins where the last one ended', () => {
    const import_ = desk();
    import_(stats('stats-increment', 3, { lastTotal: 9, cumulative: 13 }));
    expect(import_(stats('stats-increment', 4))).toEqual([
      `${cell('stats-increment', 'lastTotal')} “上月累计”写的是 12，而2022年3月《${INCREMENT}》的“累计合计”为 13。请核对。`,
    ]);
  });

  it('ends at the total of its month, sent before or with it', () => {
    const wrong = stats('stats-increment', 4, { lastTotal: 13, cumulative: 17 });
    const message = `${cell('stats-increment', 'cumulative')} “累计合计”写的是 17，而2022年4月《${TOTAL}》的“合计”为 16。请核对。`;
    expect(desk()(wrong, stats('stats-total', 4))).toEqual([message]);
    const import_ = desk();
    import_(stats('stats-total', 4));
    expect(import_(wrong)).toEqual([message]);
  });
});

describe('a count', () => {
  const message = (rows: number): string =>
    `${cell('stats-total', 'penaltyLegalReported')} “行政处罚法人报送数”写的是 3，而《${templateOf('penalty-legal').title}》共有 ${rows} 条。请核对。`;

  it.each([
    [3, []],
    [2, [message(2)]],
  ])('is compared with the %i rows of the annex in the same file', (count, expected) => {
    expect(desk()(penalties(4, count), stats('stats-total', 4))).toEqual(expected);
  });

  it.each([
    ['permit-legal', 'permitLegalReported', 9],
    ['permit-person', 'permitPersonReported', 4],
    ['penalty-legal', 'penaltyLegalReported', 3],
    ['penalty-person', 'penaltyPersonReported', 1],
  ])('of each annex: %s', (id, field, rows) => {
    // The faultless row reports no penalty of a person.
    const more = id === 'penalty-person' ? { penaltyPersonProduced: 1, penaltyPersonReported: 1 } : {};
    const totals = id === 'penalty-person' ? { penaltySubtotal: 4, total: 17 } : {};
    const import_ = (count: number) => desk()(annex(id, 4, count), stats('stats-total', 4, { ...more, ...totals }));
    expect(import_(rows)).toEqual([]);
    expect(import_(rows + 1)).toEqual([
      expect.stringMatching(
        new RegExp(`^${cell('stats-total', field)} .*写的是 ${rows}，.*共有 ${rows + 1} 条。请核对。$`, 'u'),
      ),
    ]);
  });

  it('is compared with what is stored up to the month', () => {
    const import_ = desk();
    import_(penalties(3, 1));
    import_(penalties(4, 2));
    expect(import_(stats('stats-total', 4))).toEqual([]);
    import_(penalties(2, 1));
    expect(import_(stats('stats-total', 4, { leader: '李四' }))).toEqual([message(4)]);
  });
});

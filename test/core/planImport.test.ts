import { describe, expect, it } from 'vitest';
import type { AnalysedTable } from '../../electron/core/analysed.ts';
import { createCalendar } from '../../electron/core/calendar.ts';
import type { KnownRecords, PlanContext } from '../../electron/core/planContext.ts';
import { planFile, scopeKey } from '../../electron/core/planImport.ts';
import { allFindings, type CellDraft, DESK, type RowDraft, tableOf, tableSheet } from './sheetOf.ts';

type Answers = ReturnType<PlanContext['answersFor']>;

/** A store that remembers what was planned, as the program does. */
function desk() {
  const scopes = new Map<string, KnownRecords>();
  const known: PlanContext['known'] = (scope) => {
    const key = scopeKey(scope);
    const found: KnownRecords = scopes.get(key) ?? new Map();
    scopes.set(key, found);
    return found;
  };
  return (
    tables: readonly AnalysedTable[],
    {
      receivedAt = DESK.receivedAt,
      stored = false,
      ...answers
    }: Answers & { receivedAt?: string; stored?: boolean } = {},
  ) =>
    planFile(tables, {
      known,
      receivedAt,
      termOf: (id) => DESK.duties.find((duty) => duty.id === id)?.recordTerm ?? null,
      calendar: createCalendar(),
      severities: DESK.severities,
      earlierPeriods: (scope) =>
        [...scopes].flatMap(([key, records]) => {
          const [unit, duty, period = '', template] = key.split('|');
          const isSame = unit === scope.unit && duty === scope.duty && template === scope.template;
          return isSame && period < scope.period && records.size > 0 ? [period] : [];
        }),
      // Everything the desk knows was planned by it.
      contents: () => new Map(),
      standing: () => new Map(),
      isReported: (scope) => (scopes.get(scopeKey(scope))?.size ?? 0) > 0,
      isZeroReported: () => false,
      isLocked: () => false,
      returnOf: () => null,
      templateOf: (id) => DESK.templates.find((template) => template.id === id),
      isStored: () => stored,
      answersFor: () => answers,
    });
}

/** A table of the records numbered so; `facts` changes the facts of some. */
function table(
  numbers: readonly number[],
  options: { facts?: Record<number, CellDraft>; receivedAt?: string; title?: string; name?: string } = {},
): AnalysedTable {
  const rows = numbers.map(
    (n): RowDraft => ({
      CF_XDR_MC: `西峡县第${n}商贸有限公司`,
      CF_WSH: `西市监罚〔2022〕${n}号`,
      CF_SY: options.facts?.[n] ?? `事实${n}`,
    }),
  );
  const title = options.title ?? '西峡县市场监督管理局（2022年第17周）';
  return tableOf(tableSheet('penalty-legal', rows, { title, ...(options.name ? { name: options.name } : {}) }), {
    receivedAt: options.receivedAt ?? DESK.receivedAt,
  });
}

const counts = (plan: ReturnType<typeof planFile>[number] | undefined): string => {
  const count = (act: string): number => plan?.records.filter((r) => r.act === act).length ?? 0;
  return `+${count('add')} ~${count('change')} =${count('keep')} -${plan?.removedKeys.length}${plan?.unchanged ? ' unchanged' : ''}`;
};
const TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

describe('a file sent again', () => {
  it('adds everything the first time', () => {
    expect(desk()([table(TEN)]).map(counts)).toEqual(['+10 ~0 =0 -0']);
  });

  it('with the same rows is unchanged, in any order and twice over', () => {
    const plan = desk();
    plan([table(TEN)]);
    expect(plan([table([...TEN].reverse())]).map(counts)).toEqual(['+0 ~0 =10 -0 unchanged']);
    expect(plan([table(TEN)]).map(counts)).toEqual(['+0 ~0 =10 -0 unchanged']);
  });

  it('with three of the rows changed is a correction', () => {
    const plan = desk();
    plan([table(TEN)]);
    expect(plan([table(TEN, { facts: { 2: 'a', 3: 'b', 4: 'c' } })]).map(counts)).toEqual(['+0 ~3 =7 -0']);
    expect(plan([table(TEN, { facts: { 2: 'a', 3: 'b', 4: 'c' } })]).map(counts)).toEqual(['+0 ~0 =10 -0 unchanged']);
  });

  it('with all rows and two more is a correction that adds', () => {
    const plan = desk();
    plan([table(TEN)]);
    expect(plan([table([...TEN, 11, 12])]).map(counts)).toEqual(['+2 ~0 =10 -0']);
  });

  it('with at least half of the keys asks for the missing ones', () => {
    const plan = desk();
    plan([table(TEN)]);
    const [asked] = plan([table([1, 2, 3, 4, 5, 11])]);
    expect(asked?.question?.code).toBe('removed_rows');
    expect(asked?.question?.candidates.map((c) => c.choice)).toEqual([
      { removedRows: 'keep' },
      { removedRows: 'remove' },
    ]);
    expect(plan([table([1, 2, 3, 4, 5, 11])], { removedRows: 'keep' }).map(counts)).toEqual(['+1 ~0 =5 -0']);
    expect(plan([table([1, 2, 3, 4, 5, 6])], { removedRows: 'remove' }).map(counts)).toEqual(['+0 ~0 =6 -5']);
    expect(plan([table([1, 2, 3, 4, 5, 6])]).map(counts)).toEqual(['+0 ~0 =6 -0 unchanged']);
  });

  it('with none of the keys is an addition', () => {
    const plan = desk();
    plan([table(TEN)]);
    expect(plan([table([11, 12])]).map(counts)).toEqual(['+2 ~0 =0 -0']);
    expect(plan([table([...TEN, 11, 12])]).map(counts)).toEqual(['+0 ~0 =12 -0 unchanged']);
  });

  it('with less than half of the keys asks which it is', () => {
    const plan = desk();
    plan([table(TEN)]);
    const sent = table([1, 2, 3, 4, 11], { facts: { 1: 'a' } });
    const [asked] = plan([sent]);
    expect(asked?.question?.code).toBe('resend_or_addition');
    expect(asked?.question?.candidates.map((c) => c.choice)).toEqual([
      { resend: 'correction' },
      { resend: 'addition' },
    ]);
    expect(plan([sent], { resend: 'correction' })[0]?.question?.code).toBe('removed_rows');
    expect(plan([sent], { resend: 'addition' }).map(counts)).toEqual(['+1 ~1 =3 -0']);
  });

  it('counts what is stored, not what the last file held', () => {
    const plan = desk();
    plan([table([1, 2, 3, 4])]);
    plan([table([5, 6, 7, 8])]);
    expect(plan([table([5, 6, 7])])[0]?.question?.code).toBe('resend_or_addition');
    expect(plan([table([3, 4, 5, 6])])[0]?.question?.code).toBe('removed_rows');
  });

  it('of another period, unit or template is compared with nothing', () => {
    const plan = desk();
    plan([table(TEN)]);
    expect(plan([table([1, 2, 99], { title: '西峡县市场监督管理局（2022年第15周）' })]).map(counts)).toEqual([
      '+3 ~0 =0 -0',
    ]);
    expect(plan([table([1, 2, 99], { title: '西峡县公安局（2022年第17周）' })]).map(counts)).toEqual(['+3 ~0 =0 -0']);
  });

  it('of the very bytes changes nothing back', () => {
    const plan = desk();
    plan([table(TEN)]);
    plan([table(TEN, { facts: { 1: 'corrected' } })]);
    expect(plan([table(TEN)], { stored: true }).map(counts)).toEqual(['+0 ~0 =10 -0 unchanged']);
  });
});

describe('two sheets of one file for the same duty and template', () => {
  it('are parts of one submission', () => {
    const plan = desk();
    const parts = () => [table([1, 2], { name: '一所' }), table([3, 4], { name: '二所' })];
    expect(plan(parts()).map(counts)).toEqual(['+2 ~0 =0 -0', '+2 ~0 =0 -0']);
    expect(plan(parts()).map(counts)).toEqual(['+0 ~0 =2 -0 unchanged', '+0 ~0 =2 -0 unchanged']);
  });

  it('with the same row hold it once, with the same key and another row both', () => {
    const plan = desk();
    const parts = [table([1, 2], { name: '一' }), table([2, 3], { name: '二', facts: { 3: 'x' } })];
    expect(plan(parts).map(counts)).toEqual(['+2 ~0 =0 -0', '+1 ~0 =1 -0']);
    const other = desk();
    const twins = () => [table([1, 2], { name: '一' }), table([2], { name: '二', facts: { 2: 'x' } })];
    expect(other(twins()).map(counts)).toEqual(['+2 ~0 =0 -0', '+1 ~0 =0 -0']);
    expect(other(twins()).map(counts)).toEqual(['+0 ~0 =2 -0 unchanged', '+0 ~0 =1 -0 unchanged']);
  });
});

describe('the clock of a record sent again', () => {
  const late = '2022-05-20T16:00';
  const timely = (plan: ReturnType<typeof planFile>) => plan[0]?.records.map((r) => r.record.timely);

  it.each([[{}], [{ 1: 'corrected' }]])('ends with its first receipt: %j', (facts) => {
    const plan = desk();
    expect(timely(plan([table([1])]))).toEqual([true]);
    const [again] = plan([table([1], { facts, receivedAt: late })], { receivedAt: late });
    expect(again?.records[0]?.record.timely).toBe(true);
    expect(again?.records[0]?.record.findings.map((f) => f.rule)).toEqual([]);
  });

  it('ends with its first receipt for the very bytes, too', () => {
    const plan = desk();
    plan([table([1])]);
    expect(timely(plan([table([1], { receivedAt: late })], { receivedAt: late, stored: true }))).toEqual([true]);
  });

  it('is not cured by a correction', () => {
    const plan = desk();
    plan([table([1], { receivedAt: late })], { receivedAt: late });
    const [again] = plan([table([1], { facts: { 1: 'x' }, receivedAt: '2022-05-21T10:00' })], {
      receivedAt: '2022-05-21T10:00',
    });
    expect([again?.records[0]?.act, again?.records[0]?.record.timely]).toEqual(['change', false]);
  });
});

describe('a table that repeats the period before', () => {
  const last = (numbers: number[]) => table(numbers, { title: '西峡县市场监督管理局（2022年第16周）' });
  const rules = (plan: ReturnType<typeof planFile>) =>
    plan.map((p) => allFindings(p.table).map((f) => `${f.row} ${f.cell} ${f.rule} ${f.severity}`));

  it('in every row is told once, about the file', () => {
    const plan = desk();
    expect(rules(plan([last([1, 2, 3])]))).toEqual([[]]);
    expect(rules(plan([table([3, 2, 1])]))).toEqual([['null null same_as_last_period verify']]);
  });

  it.each([[[1, 2]], [[1, 2, 3, 4]], [[1, 2, 9]]])('only in part is not: %j', (numbers) => {
    const plan = desk();
    plan([last([1, 2, 3])]);
    expect(rules(plan([table(numbers)]))).toEqual([[]]);
  });
});

describe('a column copied down', () => {
  const copied = (count: number, row: RowDraft) =>
    allFindings(
      tableOf(
        tableSheet(
          'penalty-legal',
          Array.from(
            { length: count },
            (_, i): RowDraft => ({ CF_XDR_MC: `西峡县第${i}商贸`, CF_XDR_SHXYM: '00000000000000000X', ...row }),
          ),
        ),
      ),
    ).filter((f) => f.rule === 'copied_value');

  it('with one document number and one day in five rows is told once, at the header', () => {
    const found = copied(5, { CF_WSH: '西市监罚〔2022〕1号' });
    expect(found.map((f) => `${f.row} ${f.cell} ${f.severity} ${f.value}`)).toEqual([
      '2 L2 verify 西市监罚〔2022〕1号',
    ]);
  });

  it('is not told for four rows, nor for one day alone', () => {
    expect([copied(4, { CF_WSH: '西市监罚〔2022〕1号' }), copied(9, {})]).toEqual([[], []]);
  });
});

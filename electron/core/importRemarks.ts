import type { Remark, TablePlan } from '../contract/imports.ts';
import type { Moment } from '../contract/time.ts';
import type { AnalysedTable } from './analysed.ts';
import { chineseMoment, periodTitle } from './period.ts';
import type { PlanContext } from './planContext.ts';
import type { PlannedRecord, Scope } from './planImport.ts';

/** A return (退回) that the re-sent table is matched against. */
export interface OpenReturn {
  readonly at: Moment;
  readonly items: readonly { readonly key: string; readonly rule: string; readonly field: string | null }[];
}

/** What is known of a scope besides its records: returned before, reported as zero, closed. */
export function scopeRemarks(
  scope: Scope,
  slip: OpenReturn | null,
  context: Pick<PlanContext, 'isZeroReported' | 'isLocked' | 'templateOf'>,
): readonly Remark[] {
  const title = periodTitle(scope.period);
  const remarks: Remark[] = [];
  const tell = (code: Remark['code'], severity: Remark['severity'], message: string): void => {
    remarks.push({ code, severity, cell: null, message });
  };
  if (slip)
    tell('returned_before', 'notice', `该单位${title}的报送已于${chineseMoment(slip.at)}退回，本表按重新报送核对。`);
  if (context.isZeroReported(scope) && !context.templateOf(scope.template)?.nothing)
    tell('zero_before', 'verify', `该单位${title}已登记零报送，现又报来数据。请核实以哪一个为准，不需要的请撤回。`);
  if (context.isLocked(scope.period))
    tell('locked_period', 'notice', `${title}已锁定，本表按补报入库；已印发的通报不变。`);
  return remarks;
}

/** Rows that put records of earlier periods right: told, since they change what those periods count. */
export function changedEarlier(
  records: readonly PlannedRecord[],
  { isLocked }: Pick<PlanContext, 'isLocked'>,
): readonly Remark[] {
  const changed = records.filter(({ act, period }) => act === 'change' && period !== undefined);
  return [...Map.groupBy(changed, ({ period }) => period ?? '')].map(([period, rows]) => {
    const numbers = rows.map(({ record }) => record.row);
    const places = `${numbers.slice(0, MOST_NAMED).join('、')}${numbers.length > MOST_NAMED ? '等' : ''}`;
    const locked = isLocked(period) ? '该报送期已锁定，已印发的通报不变。' : '';
    return {
      code: 'changed_earlier',
      severity: 'verify',
      cell: null,
      message: `第${places}行共${rows.length}条是${periodTitle(period)}已入库的数据，内容有改动，按对原数据的更正入库，仍计入${periodTitle(period)}。${locked}`,
    };
  });
}

const MOST_NAMED = 5;

/** How many of the findings returned are mended in the re-sent tables of the scope, and how many stand. */
export function returnedState(
  { at, items }: OpenReturn,
  tables: readonly AnalysedTable[],
): NonNullable<TablePlan['returned']> {
  const standing = new Set(
    tables.flatMap((table) =>
      table.records.flatMap(({ key, findings }) =>
        findings.flatMap(({ rule, field, reason }) => (reason === undefined ? [itemKey({ key, rule, field })] : [])),
      ),
    ),
  );
  const open = items.filter((item) => standing.has(itemKey(item))).length;
  return { at, mended: items.length - open, open };
}

const itemKey = ({ key, rule, field }: OpenReturn['items'][number]): string => `${key}\n${rule}\n${field ?? ''}`;

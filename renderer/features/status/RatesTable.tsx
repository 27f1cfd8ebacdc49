import type { TableColumnsType } from 'antd';
import type { RateRow, Rates, UnitRates } from '../../../electron/contract/status.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FillTable } from '../../parts/FillTable.tsx';
import { RATES_WORDS as W } from '../../words/status.ts';
import { rateText } from '../../words.ts';

type Line = RateRow & Pick<UnitRates, 'unit' | 'name' | 'place'>;

/** Rates and ranking per unit, the county's total first, the formulas in force underneath. */
export function RatesTable({ rates }: { readonly rates: Rates }) {
  if (rates.units.length === 0) return <EmptyState title={W.none} next={W.noneHint} />;
  const ranked = rates.units.toSorted((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity));
  const lines: Line[] = [{ ...rates.total, unit: '', name: W.total, place: null }, ...ranked];
  return (
    <div className="status-body" data-testid="rates-table">
      <FillTable<Line>
        rowKey="unit"
        columns={COLUMNS}
        dataSource={lines}
        rowClassName={(line) => (line.unit === '' ? 'rates-total' : '')}
        bordered
      />
      <div className="muted small prewrap" data-testid="rates-formula">
        <b>{W.formula}</b>　{rates.formula}
      </div>
    </div>
  );
}

const COLUMNS: TableColumnsType<Line> = [
  { title: W.rank, key: 'place', width: 56, align: 'center', render: (_, line) => line.place ?? W.unranked },
  { title: W.unit, dataIndex: 'name', width: 150, ellipsis: true },
  count(W.expected, 'expected'),
  count(W.met, 'met'),
  count(W.late, 'late', (line) => (line.late > 0 ? 'rates-warn' : '')),
  rate(W.reportRate, 'reportRate'),
  count(W.records, 'records'),
  count(W.compliant, 'compliant'),
  rate(W.complianceRate, 'complianceRate'),
  count(W.updates, 'updates'),
  {
    title: W.timely,
    key: 'timely',
    align: 'right',
    width: 96,
    render: (_, line) => (line.timely === null ? '—' : `${line.timely} / ${line.clocked}`),
  },
  rate(W.timelinessRate, 'timelinessRate'),
  {
    title: W.score,
    key: 'score',
    align: 'right',
    width: 76,
    render: (_, line) => (line.score === null ? '—' : line.score.toFixed(2)),
    sorter: (a, b, order) => totalFirst(a, b, order) ?? (a.score ?? -1) - (b.score ?? -1),
  },
];

function count(
  title: string,
  key: 'expected' | 'met' | 'late' | 'records' | 'compliant' | 'updates',
  className: (line: Line) => string = () => '',
): TableColumnsType<Line>[number] {
  return {
    title,
    key,
    align: 'right',
    width: 66,
    render: (_, line) => <span className={className(line)}>{line[key]}</span>,
    sorter: (a, b, order) => totalFirst(a, b, order) ?? a[key] - b[key],
  };
}

function rate(title: string, key: 'reportRate' | 'complianceRate' | 'timelinessRate'): TableColumnsType<Line>[number] {
  return {
    title,
    key,
    align: 'right',
    width: 92,
    render: (_, line) => <span className={(line[key] ?? 100) < 100 ? 'rates-warn' : ''}>{rateText(line[key])}</span>,
    sorter: (a, b, order) => totalFirst(a, b, order) ?? (a[key] ?? -1) - (b[key] ?? -1),
  };
}

/** The county's line stays on top whichever way the column is sorted. */
function totalFirst(a: Line, b: Line, order: 'ascend' | 'descend' | null | undefined): number | undefined {
  if (a.unit !== '' && b.unit !== '') return undefined;
  const up = order === 'descend' ? 1 : -1;
  return a.unit === '' ? up : -up;
}

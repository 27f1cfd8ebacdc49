import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { chartHeight } from '../../../electron/contract/chartLayout.ts';
import { chartOption } from '../../../electron/contract/chartOption.ts';
import type { ChartSpec } from '../../../electron/contract/charts.ts';
import { Chart } from '../../parts/Chart.tsx';
import { chartLabel, chartLink } from '../../parts/chartLinks.ts';
import { CHART_WORDS, OVERVIEW_WORDS as W } from '../../words/overview.ts';
import { type GridEdges, gridEdges } from './gridEdges.ts';

interface ChartPanelProps {
  /** Undefined: not there yet, or not to be had. */
  readonly charts: readonly ChartSpec[] | undefined;
  readonly isUnknown: boolean;
}

/** How the three rates went up to this month. */
export function TrendPanel({ charts, isUnknown }: ChartPanelProps) {
  const spec = charts?.find(({ kind }) => kind === 'trend');
  return (
    <section className="panel" aria-label={W.trend} data-testid="overview-trend">
      <h2>{spec?.title ?? W.trend}</h2>
      {isUnknown && <div className="muted">{W.yearUnknown}</div>}
      {spec && <DrawnChart spec={spec} />}
    </section>
  );
}

type UnitChart = (typeof KINDS)[number];
const KINDS = ['heat', 'ranking', 'composition'] as const;

/** The month unit by unit, one chart at a time; a click on any part opens its rows. */
export function ChartPanel({ charts, isUnknown }: ChartPanelProps) {
  const [kind, setKind] = useState<UnitChart>('heat');
  const spec = charts?.find((chart) => chart.kind === kind);
  return (
    <section className="panel" aria-label={W.charts} data-testid="overview-charts">
      <div className="row spread overview-panel-head">
        <h2>{spec?.title ?? W.charts}</h2>
        <Segmented<UnitChart>
          size="small"
          value={kind}
          onChange={setKind}
          options={KINDS.map((value) => ({ value, label: CHART_WORDS[value] }))}
        />
      </div>
      {isUnknown && <div className="muted">{W.yearUnknown}</div>}
      {spec && (isEmpty(spec) ? <div className="muted">{W.noRecords}</div> : <DrawnChart key={kind} spec={spec} />)}
    </section>
  );
}

function DrawnChart({ spec }: { readonly spec: ChartSpec }) {
  const navigate = useNavigate();
  const option = useMemo(() => chartOption(spec, 'screen'), [spec]);
  return (
    <div className="overview-chart">
      {spec.kind === 'heat' ? <HeatHead labels={spec.labels} edges={gridEdges(option)} /> : null}
      <Chart
        option={option}
        height={chartHeight(spec, 'screen')}
        label={chartLabel(spec)}
        onPick={(pick) => {
          const link = chartLink(spec, pick);
          if (link !== null) navigate(link);
        }}
      />
    </div>
  );
}

/** The names of the periods once more, over those of the chart: they stay where they are while the units are scrolled. */
function HeatHead({ labels, edges }: { readonly labels: readonly string[]; readonly edges: GridEdges }) {
  return (
    <div
      className="overview-heat-head"
      aria-hidden
      style={{
        paddingLeft: edges.left,
        paddingRight: edges.right,
        gridTemplateColumns: `repeat(${labels.length}, 1fr)`,
      }}
    >
      {labels.map((label) => (
        <span key={label}>{label}</span>
      ))}
    </div>
  );
}

function isEmpty(spec: ChartSpec): boolean {
  if (spec.kind === 'trend') return false;
  return spec.kind === 'heat' ? spec.units.length === 0 : spec.items.length === 0;
}

import { useMemo } from 'react';
import { chartHeight } from '../../../electron/contract/chartLayout.ts';
import { chartOption } from '../../../electron/contract/chartOption.ts';
import type { ChartSpec } from '../../../electron/contract/charts.ts';
import type { FigureRef } from '../../../electron/contract/figures.ts';
import type { Moment } from '../../../electron/contract/time.ts';
import { Chart } from '../../parts/Chart.tsx';
import { chartLabel } from '../../parts/chartLinks.ts';
import { chartFigure } from './chartFigure.ts';

interface AnnexChartProps {
  readonly spec: ChartSpec;
  readonly asOf: Moment;
  readonly onOpenFigure: (ref: FigureRef, shown: string) => void;
}

/** A chart of an annex on screen; a click on a part of it opens the rows behind it. */
export function AnnexChart({ spec, asOf, onOpenFigure }: AnnexChartProps) {
  const option = useMemo(() => chartOption(spec, 'screen'), [spec]);
  return (
    <figure className="paper-chart">
      <figcaption>{spec.title}</figcaption>
      <Chart
        option={option}
        height={chartHeight(spec, 'screen')}
        label={chartLabel(spec)}
        onPick={(pick) => {
          const figure = chartFigure(spec, pick, asOf);
          if (figure) onOpenFigure(figure.ref, figure.shown);
        }}
      />
    </figure>
  );
}

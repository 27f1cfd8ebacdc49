import { useMemo } from 'react';
import type { IndicatorYear } from '../../../electron/contract/indicators.ts';
import { Chart } from '../../parts/Chart.tsx';
import { INDICATOR_WORDS as W } from '../../words/indicators.ts';
import { numberText } from './IndicatorList.tsx';
import { shortTitle } from './shortTitle.ts';

/** A year of an indicator as bars against the line of its target; what misses it is hatched, so that print shows it, too. */
export function IndicatorChart({ year }: { readonly year: IndicatorYear }) {
  const option = useMemo(() => optionOf(year), [year]);
  const { indicator, values } = year;
  const told = values
    .filter(({ met }) => met !== null)
    .map((value) => `${shortTitle(value.period)} ${numberText(value)}`);
  return (
    <div className="panel">
      <Chart option={option} height={190} label={`${indicator.title}：${told.join('，') || W.unknown}`} />
    </div>
  );
}

function optionOf({ indicator, values, targetText }: IndicatorYear) {
  const isRatio = indicator.denominator !== null;
  const unit = isRatio ? '%' : ` ${indicator.unitOfCount}`;
  const numbers = values.map(({ rate, numerator, met }) => ({ value: isRatio ? rate : numerator, met }));
  return {
    animation: false,
    aria: { enabled: true, decal: { show: false } },
    grid: { left: 56, right: 84, top: 20, bottom: 26 },
    tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => (value == null ? '—' : `${value}${unit}`) },
    xAxis: { type: 'category', data: values.map(({ period }) => shortTitle(period)), axisTick: { show: false } },
    yAxis: {
      type: 'value',
      min: 0,
      max: ({ max }: { readonly max: number }) => roundUp(Math.max(max, indicator.target.value) * 1.08),
      axisLabel: { formatter: (value: number) => `${Number(value.toPrecision(3))}${isRatio ? '%' : ''}` },
    },
    series: [
      {
        name: indicator.title,
        type: 'bar',
        barMaxWidth: 34,
        data: numbers.map(({ value, met }) => ({
          value,
          itemStyle:
            met === false
              ? { color: '#e9b8b3', borderColor: '#b3261e', borderWidth: 1, decal: HATCH }
              : { color: '#2f7d3b' },
        })),
        label: {
          show: true,
          position: 'top',
          fontSize: 11,
          formatter: ({ value }: { readonly value: unknown }) => (value == null ? '' : `${value}`),
        },
        markLine: {
          symbol: 'none',
          silent: true,
          lineStyle: { color: '#1f2933', type: 'dashed' },
          label: { formatter: `${W.targetLine} ${targetText}`, color: '#1f2933' },
          data: [{ yAxis: indicator.target.value }],
        },
      },
    ],
  };
}

/** The next of 1, 1.2, 1.5, 2 … 10 times a power of ten: an axis ends on a number people read. */
function roundUp(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((one) => one * power >= value * (1 - 1e-9)) ?? 10;
  return Number((step * power).toPrecision(6));
}

const HATCH = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: '#b3261e' };

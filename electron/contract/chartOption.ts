import { compositionOption, rankingOption } from './chartBars.ts';
import { heatOption } from './chartHeat.ts';
import { CHART_SIZES, type ChartLook } from './chartLayout.ts';
import { CHART_FONTS, LOOKS } from './chartLook.ts';
import type { ChartSpec } from './charts.ts';
import { trendOption } from './chartTrend.ts';

/**
 * A chart as an option of echarts (6.1): the window, the print page and the picture in the Word document draw the same. Legible without
 * colour: series differ by sign, dash and lightness, bars below the target are hatched, squares carry a sign. `print` is in greys and has its title.
 */
export function chartOption(spec: ChartSpec, look: ChartLook): Record<string, unknown> {
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONTS, fontSize: CHART_SIZES.font, color: LOOKS[look].ink },
    ...(look === 'screen' ? { tooltip: { confine: true, trigger: spec.kind === 'trend' ? 'axis' : 'item' } } : {}),
    ...optionOf(spec, look),
  };
}

function optionOf(spec: ChartSpec, look: ChartLook): object {
  switch (spec.kind) {
    case 'trend':
      return trendOption(spec, look);
    case 'ranking':
      return rankingOption(spec, look);
    case 'heat':
      return heatOption(spec, look);
    case 'composition':
      return compositionOption(spec, look);
  }
}

import { BarChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  MarkLineComponent,
  TitleComponent,
  VisualMapComponent,
} from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { chartHeight } from '../../contract/chartLayout.ts';
import { chartOption } from '../../contract/chartOption.ts';
import type { ChartSpec } from '../../contract/charts.ts';

use([
  AriaComponent,
  BarChart,
  GridComponent,
  HeatmapChart,
  LineChart,
  MarkLineComponent,
  ScatterChart,
  SVGRenderer,
  TitleComponent,
  VisualMapComponent,
]);

/**
 * A chart as SVG for a page or a document, `widthMm` wide (its user units are CSS pixels). The same chart always gives the same text.
 * Loading echarts takes a moment: get this through `loadChartSvg`.
 */
export function chartSvg(spec: ChartSpec, widthMm: number): string {
  const width = Math.round((widthMm * 96) / 25.4);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height: chartHeight(spec, 'print') });
  try {
    chart.setOption(chartOption(spec, 'print'));
    return ownIds(wellFormed(chart.renderToSVGString()), `${width} ${JSON.stringify(spec)}`);
  } finally {
    // Else its clock keeps the process alive.
    chart.dispose();
  }
}

/**
 * echarts counts its charts in the ids and classes it writes (`zr3-p0`): in one page each chart needs its own, in every run the same.
 * Its style sheet is for the mouse only.
 */
function ownIds(svg: string, drawn: string): string {
  const own = `c${hash(drawn)}-`;
  return svg
    .replace(/<style\s*>[\s\S]*?<\/style>\s*/u, '')
    .replaceAll(/ (?:class="zr\d+-cls-\d+"|pointer-events="\w+"|ecmeta_\w+="[^"]*")/gu, '')
    .replaceAll(/\bzr\d+-/gu, own);
}

/** Without what XML cannot hold, be it in a name: U+000B of a line break in Word, half a character. */
function wellFormed(svg: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return svg.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu, '');
}

/** FNV-1a, 32 bit: enough to tell the charts of one page apart. */
function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return sum.toString(36);
}

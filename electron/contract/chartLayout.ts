import type { ChartSpec } from './charts.ts';

/** Where a chart is shown. Sizes of both are CSS pixels (1/96 inch): a printed 12 is 9 pt. */
export type ChartLook = 'screen' | 'print';

/** Sizes that the drawing and its height agree on, in CSS pixels. */
export const CHART_SIZES = {
  font: 12,
  titleFont: 14,
  /** Room of the printed title; the screen has its own heading. */
  title: 26,
  legend: 24,
  axis: 24,
  /** Of the lines: the window shows them among other things. */
  plot: { print: 190, screen: 104 },
  tableRow: 18,
  row: 18,
  tallRow: 30,
  /** Longest name in one line; a longer one takes two, and beyond that ends with `…`. */
  nameLength: 13,
} as const;

/** Height a chart needs to stay legible, in CSS pixels: lists grow with their rows. */
export function chartHeight(spec: ChartSpec, look: ChartLook): number {
  const head = look === 'print' ? CHART_SIZES.title : 4;
  return head + bodyHeight(spec, look);
}

/**
 * A chart in parts none of which is taller than `most` CSS pixels, titled `…（1／3）`; alone where it fits. A trend is never parted.
 */
export function splitChart(spec: ChartSpec, most: number, look: ChartLook = 'print'): readonly ChartSpec[] {
  const rows = rowsOf(spec);
  if (rows === null || rows.count === 0 || chartHeight(spec, look) <= most) return [spec];
  const fixed = chartHeight(spec, look) - rows.count * rows.height;
  const room = Math.max(1, Math.floor((most - fixed) / rows.height));
  const parts = Math.ceil(rows.count / room);
  // Of even length: no last page with two bars.
  const size = Math.ceil(rows.count / parts);
  return Array.from({ length: parts }, (_, index) => ({
    ...slice(spec, index * size, (index + 1) * size),
    title: `${spec.title}（${index + 1}／${parts}）`,
  }));
}

/** A name as printed beside its bar: in one line, in two, or cut with `…`. */
export function nameLines(name: string): readonly string[] {
  const most = CHART_SIZES.nameLength;
  const letters = [...name];
  if (textEms(name) <= most) return [name];
  const first = Math.ceil(letters.length / 2) <= most ? Math.ceil(letters.length / 2) : most;
  const rest = letters.slice(first);
  const second = rest.length > most ? `${rest.slice(0, most - 1).join('')}…` : rest.join('');
  return [letters.slice(0, first).join(''), second];
}

/** Width of a text in ems, near enough without a font: a Chinese character is one, a Latin one or a digit 0.56. */
export function textEms(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x2e80 ? 0.56 : 1), 0);
}

/** Height of a row of a chart that lists names: all of them as tall as the tallest. */
export function rowHeight(names: readonly string[]): number {
  return names.some((name) => nameLines(name).length > 1) ? CHART_SIZES.tallRow : CHART_SIZES.row;
}

/** Room of the names of the periods under the lines: some have the year in a second line. */
export function monthAxis({ labels }: Extract<ChartSpec, { readonly kind: 'trend' }>): number {
  return labels.some((label) => label.includes('\n')) ? CHART_SIZES.axis + 14 : CHART_SIZES.axis;
}

function bodyHeight(spec: ChartSpec, look: ChartLook): number {
  const { axis, legend, plot, tableRow } = CHART_SIZES;
  switch (spec.kind) {
    case 'trend':
      return plot[look] + monthAxis(spec) + spec.series.length * tableRow + 4;
    case 'ranking':
      return rowsHeight(spec) + axis + legend;
    case 'heat':
      return rowsHeight(spec) + axis + legend;
    case 'composition':
      return rowsHeight(spec) + 12;
  }
}

function rowsHeight(spec: ChartSpec): number {
  const rows = rowsOf(spec);
  return rows === null ? 0 : Math.max(1, rows.count) * rows.height;
}

function rowsOf(spec: ChartSpec): { readonly count: number; readonly height: number } | null {
  if (spec.kind === 'trend') return null;
  const names = (spec.kind === 'heat' ? spec.units : spec.items).map(({ name }) => name);
  return { count: names.length, height: rowHeight(names) };
}

/** Length of the longest bar: parts of one chart are drawn to one scale. */
export function longestBar({ items, target, most }: Extract<ChartSpec, { readonly kind: 'ranking' }>): number {
  return most ?? Math.max(target ?? 0, ...items.map(({ value }) => value ?? 0));
}

/** What the shares of a composition are of. */
export function wholeOf({ items, whole }: Extract<ChartSpec, { readonly kind: 'composition' }>) {
  const counts = items.map(({ count }) => count);
  return whole ?? { most: Math.max(0, ...counts), total: counts.reduce((sum, count) => sum + count, 0) };
}

function slice(spec: ChartSpec, from: number, to: number): ChartSpec {
  switch (spec.kind) {
    case 'trend':
      return spec;
    case 'ranking':
      return { ...spec, most: longestBar(spec), items: spec.items.slice(from, to) };
    case 'heat':
      return { ...spec, units: spec.units.slice(from, to), values: spec.values.slice(from, to) };
    case 'composition':
      return { ...spec, whole: wholeOf(spec), items: spec.items.slice(from, to) };
  }
}

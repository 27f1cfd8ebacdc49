import type { ChartLook } from './chartLayout.ts';
import type { CellStatus } from './status.ts';
import { STATUS_WORDS } from './statusWords.ts';

/** The families charts are written in, by preference; pictures in a Word document take the first that this machine has. */
export const CHART_FONTS = "'SimSun', '宋体', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/** The sign of a status on a heat map: all are in GB 2312, so every Chinese font draws them. */
export const CHART_SIGNS: Readonly<Record<CellStatus, { readonly sign: string; readonly name: string }>> = {
  reported: { sign: '√', name: STATUS_WORDS.reported },
  zero: { sign: '零', name: STATUS_WORDS.zero },
  late: { sign: '迟', name: STATUS_WORDS.late },
  partial: { sign: '缺', name: STATUS_WORDS.partial },
  returned: { sign: '退', name: STATUS_WORDS.returned },
  missing: { sign: '×', name: STATUS_WORDS.missing },
  pending: { sign: '…', name: STATUS_WORDS.pending },
  exempt: { sign: '免', name: STATUS_WORDS.exempt },
};

/** A value as a chart prints it: `98.53%`, `86.50分`, `12条`, `—` for none. Nothing that is not 100 prints as 100. */
export function chartValue(value: number | null, measure: string): string {
  if (value === null) return '—';
  if (measure !== '%' && measure !== '分') return `${Number(value.toFixed(2))}${measure}`;
  const text = value.toFixed(2);
  return `${text === '100.00' && value < 100 ? '99.99' : text}${measure}`;
}

/** Colours of a look. */
export interface Look {
  readonly ink: string;
  readonly faint: string;
  readonly rule: string;
  readonly lines: readonly string[];
  readonly bar: string;
  readonly shortBar: string;
  readonly squares: Readonly<Record<CellStatus, { readonly fill: string; readonly ink: string }>>;
}

/** Greys for paper differ by lightness; on screen colour comes on top of signs and dashes. */
export const LOOKS: Readonly<Record<ChartLook, Look>> = {
  screen: {
    ink: '#1f2933',
    faint: '#d9dfe7',
    rule: '#b3261e',
    lines: ['#12355f', '#2f7fd0', '#8a6d1f'],
    bar: '#1d4f91',
    shortBar: '#8fb2de',
    squares: {
      reported: { fill: '#e3f3e6', ink: '#14532d' },
      zero: { fill: '#dcebfb', ink: '#123f7a' },
      late: { fill: '#f5c26b', ink: '#3d2a00' },
      partial: { fill: '#e0c04a', ink: '#332800' },
      returned: { fill: '#b79ad6', ink: '#241038' },
      missing: { fill: '#eba79f', ink: '#5c0f0a' },
      pending: { fill: '#ffffff', ink: '#5f6b7c' },
      exempt: { fill: '#f0f2f5', ink: '#475467' },
    },
  },
  print: {
    ink: '#000000',
    faint: '#cccccc',
    rule: '#000000',
    lines: ['#000000', '#5c5c5c', '#8c8c8c'],
    bar: '#595959',
    shortBar: '#d4d4d4',
    squares: {
      reported: { fill: '#ffffff', ink: '#000000' },
      zero: { fill: '#f2f2f2', ink: '#000000' },
      late: { fill: '#cfcfcf', ink: '#000000' },
      partial: { fill: '#bdbdbd', ink: '#000000' },
      returned: { fill: '#a6a6a6', ink: '#000000' },
      missing: { fill: '#3d3d3d', ink: '#ffffff' },
      pending: { fill: '#ffffff', ink: '#595959' },
      exempt: { fill: '#e6e6e6', ink: '#000000' },
    },
  },
};

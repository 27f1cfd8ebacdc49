import { chartValue } from '../../electron/contract/chartLook.ts';
import type { ChartSpec } from '../../electron/contract/charts.ts';
import type { ChartPick } from './chartPick.ts';

/** The page with the rows behind a part of a chart; null where it has none. */
export function chartLink(spec: ChartSpec, { index, value }: ChartPick): string | null {
  switch (spec.kind) {
    case 'trend': {
      const period = spec.periods[index];
      return period === undefined ? null : grid({ period });
    }
    case 'ranking': {
      const item = spec.items[index];
      return item?.ref?.kind === 'cells' ? grid({ period: item.ref.period, search: item.name }) : null;
    }
    case 'heat': {
      const [column, row] = Array.isArray(value) ? value : [];
      const period = spec.periods[Number(column)];
      const unit = spec.units[Number(row)];
      return period === undefined || unit === undefined ? null : grid({ period, search: unit.name });
    }
    case 'composition': {
      const item = spec.items[index];
      if (item?.ref?.kind !== 'records') return null;
      return `/records?${new URLSearchParams({ template: item.template, period: item.ref.period })}`;
    }
  }
}

/** What a chart says, for those who do not see it. */
export function chartLabel(spec: ChartSpec): string {
  switch (spec.kind) {
    case 'trend':
      return [spec.title, ...spec.series.map(({ name, values }) => `${name}${lastOf(values)}`)].join('，');
    case 'ranking':
      return [spec.title, ...spec.items.map(({ name, value }) => `${name}${chartValue(value, spec.measure)}`)].join(
        '，',
      );
    case 'heat':
      return `${spec.title}，${spec.units.length}个单位，${spec.labels.join('、')}`;
    case 'composition':
      return [spec.title, ...spec.items.map(({ name, count }) => `${name}${count}条`)].join('，');
  }
}

const lastOf = (values: readonly (number | null)[]) => chartValue(values.at(-1) ?? null, '%');
const grid = (query: Record<string, string>) => `/status?${new URLSearchParams(query)}`;

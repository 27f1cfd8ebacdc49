import { useRequest } from '../../api/useRequest.ts';
import { monthShown } from './monthShown.ts';

/** What the 工作台 shows, its rates and charts of a month, and how groups are called; asked again after every write. */
export function useOverview() {
  const overview = useRequest('overview.get', {});
  const groups = useRequest('groups.list', {});
  const { data } = overview;
  const wanted = data && monthShown(data);
  const isEarlier = wanted !== undefined && wanted !== data?.month;
  const earlier = useRequest('rates.compute', isEarlier ? { period: wanted } : null);
  const earlierRates = isEarlier && earlier.data?.period === wanted ? earlier.data : undefined;
  // Of a year that is not loaded nothing can be told: then this month, as empty as it is.
  const month = isEarlier && earlier.error ? data?.month : wanted;
  const charts = useRequest('charts.list', month === undefined ? null : { period: month });
  return {
    ...overview,
    month,
    /** Null: nobody can tell; undefined: on their way. */
    rates: isEarlier && !earlier.error ? earlierRates : (data?.rates ?? null),
    charts: charts.data,
    // Where nobody knows what is due there is nothing to draw; the to-do list says what to load.
    isChartUnknown: charts.error !== undefined,
    groupTitle: (id: string) => groups.data?.find((group) => group.id === id)?.title ?? id,
  };
}

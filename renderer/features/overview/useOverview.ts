import { useRequest } from '../../api/useRequest.ts';

/** What the 工作台 shows, its charts of the month, and how groups are called; asked again after every write. */
export function useOverview() {
  const overview = useRequest('overview.get', {});
  const groups = useRequest('groups.list', {});
  const month = overview.data?.month;
  const charts = useRequest('charts.list', month === undefined ? null : { period: month });
  return {
    ...overview,
    charts: charts.data,
    // Where nobody knows what is due there is nothing to draw; the to-do list says what to load.
    isChartUnknown: charts.error !== undefined,
    groupTitle: (id: string) => groups.data?.find((group) => group.id === id)?.title ?? id,
  };
}

import { useRequest } from '../../api/useRequest.ts';

/** What the 工作台 shows, and how groups are called; asked again after every write. */
export function useOverview() {
  const overview = useRequest('overview.get', {});
  const groups = useRequest('groups.list', {});
  return { ...overview, groupTitle: (id: string) => groups.data?.find((group) => group.id === id)?.title ?? id };
}

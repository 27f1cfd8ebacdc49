import { useRequest } from '../../api/useRequest.ts';

/** What the 工作台 shows; asked again after every write. */
export function useOverview() {
  return useRequest('overview.get', {});
}

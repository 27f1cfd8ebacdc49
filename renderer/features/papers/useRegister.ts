import { useDeferredValue } from 'react';
import type { Args } from '../../../electron/contract.ts';
import { useAction } from '../../api/useAction.ts';
import { useDirectory } from '../../api/useDirectory.ts';
import { useRequest } from '../../api/useRequest.ts';
import { byOperator } from '../../state/operator.ts';
import { usePeriod } from '../../state/usePeriod.ts';
import { useRegisterFilters } from './registerFilters.ts';
import { usePaperAddress } from './usePaperAddress.ts';

/** The register of papers: what was searched for, and beginning a new one. */
export function useRegister() {
  const { filters, change, clear } = useRegisterFilters();
  const { open, close, isNew, begin } = usePaperAddress();
  const [period] = usePeriod();
  const directory = useDirectory();
  const search = useDeferredValue(filters.search.trim());
  const papers = useRequest('papers.list', {
    ...(search === '' ? {} : { search }),
    ...(filters.kind === null ? {} : { kind: filters.kind }),
    ...(filters.state === null ? {} : { state: filters.state }),
    ...(filters.year === null ? {} : { year: filters.year }),
  });
  const creating = useAction('papers.create');
  return {
    filters,
    change,
    clear,
    period,
    directory,
    papers,
    open,
    isNew,
    begin,
    leave: () => {
      creating.clearError();
      close();
    },
    creating,
    async create(args: Args<'papers.create'>) {
      const view = await creating.run({ ...args, ...byOperator() });
      if (view) open(view.paper.id);
    },
  };
}

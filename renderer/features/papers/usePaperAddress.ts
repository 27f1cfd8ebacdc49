import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** Which paper, or which tab of the register, is shown is part of the address (`#/circulars?paper=12`), so that links lead to it. */
export function usePaperAddress() {
  const [params, setParams] = useSearchParams();
  const asked = Number(params.get('paper'));
  const tab = params.get('tab');
  const open = useCallback((paper: number) => setParams({ paper: String(paper) }), [setParams]);
  const close = useCallback(() => setParams({}), [setParams]);
  const showTab = useCallback((next: string) => setParams(next === 'register' ? {} : { tab: next }), [setParams]);
  return {
    paper: Number.isInteger(asked) && asked > 0 ? asked : null,
    tab: tab === 'numbers' || tab === 'template' ? tab : 'register',
    open,
    close,
    showTab,
  };
}

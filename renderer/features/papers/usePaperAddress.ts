import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { addressOf, type PaperPlace } from './paperAddress.ts';

/** Which paper, tab or dialog is shown is part of the address, so that links lead to it and going back leaves it. */
export function usePaperAddress() {
  const [params, setParams] = useSearchParams();
  const asked = Number(params.get('paper'));
  const tab = params.get('tab');
  const isNew = params.has('new');
  const go = useCallback(
    // What was begun is done with or given up: going back does not begin it again.
    (place: PaperPlace) => setParams((before) => addressOf(place, before), { replace: isNew }),
    [setParams, isNew],
  );
  const open = useCallback((id: number) => go({ at: 'paper', id }), [go]);
  const showTab = useCallback((next: string) => go({ at: 'tab', tab: next }), [go]);
  return {
    paper: Number.isInteger(asked) && asked > 0 ? asked : null,
    tab: tab === 'numbers' || tab === 'template' ? tab : 'register',
    /** A new paper is to be begun. */
    isNew,
    open,
    close: useCallback(() => showTab('register'), [showTab]),
    showTab,
    begin: useCallback(() => go({ at: 'new' }), [go]),
  };
}

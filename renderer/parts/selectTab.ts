import { tabLeads } from './tabLeads.ts';

/** Lets Tab leave fields of several without choosing: once for the whole page, as no such field is to be used otherwise. */
export function keepTabFromChoosing(page: Document): void {
  // On the way down, before the field sees the key; the browser moves the focus all the same.
  page.addEventListener(
    'keydown',
    (event) => {
      if (!(event.target instanceof HTMLInputElement)) return;
      const isMultiple = event.target.closest('.ant-select-multiple') !== null;
      if (tabLeads({ key: event.key, isMultiple, typed: event.target.value })) event.stopPropagation();
    },
    true,
  );
}

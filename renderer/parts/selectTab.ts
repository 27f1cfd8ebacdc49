import { tabLeads } from './tabLeads.ts';

/** Lets Tab leave fields of several without choosing: once for the whole page, as no such field is to be used otherwise. */
export function keepTabFromChoosing(page: Document): void {
  // On the way down, before the field sees the key; the browser moves the focus all the same.
  page.addEventListener(
    'keydown',
    (event) => {
      // Of its cross, too: the field hears every key pressed inside it.
      const field = event.target instanceof Element ? event.target.closest('.ant-select-multiple') : null;
      const typed = field?.querySelector('input')?.value ?? '';
      if (tabLeads({ key: event.key, isMultiple: field !== null, typed })) event.stopPropagation();
    },
    true,
  );
}

/** What is shown of the page of papers: one of them, a tab of the registers, the dialog of a new one. */
export type PaperPlace =
  | { readonly at: 'paper'; readonly id: number }
  | { readonly at: 'tab'; readonly tab: string }
  | { readonly at: 'new' };

/** The address of a place (`#/circulars?paper=12`); a period that came with a link stays in it. */
export function addressOf(place: PaperPlace, before: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams();
  const period = before.get('period');
  if (period !== null) next.set('period', period);
  switch (place.at) {
    case 'paper':
      next.set('paper', String(place.id));
      return next;
    case 'tab':
      if (place.tab !== 'register') next.set('tab', place.tab);
      return next;
    case 'new':
      next.set('new', '1');
      return next;
    default:
      return place satisfies never;
  }
}

import { type RefObject, useEffect, useRef, useState } from 'react';

/** Lines that Page Up and Page Down go. */
export const PAGE_OF_LINES = 10;

interface Roving<Place> {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly first: Place;
  /** The nearest place there is: what is shown may have become less. */
  readonly within: (place: Place) => Place;
  readonly selector: (place: Place) => string;
  /** The list brings the place into view itself, below what stands over it. */
  readonly scrollsItself?: boolean;
}

/**
 * Moving focus of a list or grid: one place of it is in the tab order (`active`). `stay` makes a place the active one without a move (it
 * has the focus already, or the pointer chose it), `move` takes the focus along, also to a line that is drawn only after scrolling.
 */
export function useRovingFocus<Place>(roving: Roving<Place>) {
  const { scroller, first, within, selector, scrollsItself = false } = roving;
  const [place, setPlace] = useState(first);
  const isMoving = useRef(false);
  const active = within(place);

  useEffect(() => {
    if (!isMoving.current) return;
    const target = scroller.current?.querySelector<HTMLElement>(selector(active));
    if (!target) return;
    isMoving.current = false;
    target.focus({ preventScroll: scrollsItself });
  });

  return {
    active,
    stay(next: Place) {
      isMoving.current = false;
      setPlace(next);
    },
    move(next: Place) {
      isMoving.current = true;
      setPlace(next);
    },
  };
}

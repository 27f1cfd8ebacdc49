import { PaperKeeper, type PaperStore } from './paperKeeper.ts';

/** Papers on screen, and those that were left with something that is stored nowhere: opened again they are as they were left. */
const open = new Map<number, PaperKeeper>();

export function openKeeper(id: number, store: PaperStore): PaperKeeper {
  const keeper = open.get(id) ?? new PaperKeeper(id, store);
  open.set(id, keeper);
  return keeper;
}

/** Stores what is waiting; false: something is stored nowhere, and is kept for the next opening. */
export async function leaveKeeper(keeper: PaperKeeper): Promise<boolean> {
  if (keeper.holdsUnstored()) await keeper.flush();
  if (keeper.holdsUnstored()) {
    open.set(keeper.id, keeper);
    return false;
  }
  if (open.get(keeper.id) === keeper) open.delete(keeper.id);
  return true;
}

/**
 * Keeps a window open that is to be closed over text that is stored nowhere, and stores it meanwhile. A browser asks each time; the desktop
 * window asks nothing, so it is held once only (`tell` says why), or it could never be closed while storing is refused.
 */
export function windowHold(isDesktop: boolean, tell: () => void): (event: { preventDefault(): void }) => void {
  let wasHeld = false;
  return (event) => {
    const unstored = [...open.values()].filter((keeper) => keeper.holdsUnstored());
    if (unstored.length === 0) return;
    void Promise.all(unstored.map((keeper) => keeper.flush())).then((done) => {
      if (done.every(Boolean)) wasHeld = false;
    });
    if (isDesktop && wasHeld) return;
    wasHeld = true;
    event.preventDefault();
    if (isDesktop) tell();
  };
}

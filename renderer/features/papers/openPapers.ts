import { bridge } from '../../api/bridge.ts';
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

/** Tells the clerk that the window was kept open. */
let tell: () => void = () => undefined;
let wasHeld = false;

/** Asks before the window closes over text that is stored nowhere, and stores it meanwhile. `onHeld`: for a window that cannot ask. */
export function guardWindow(onHeld: () => void): void {
  tell = onHeld;
  // The same listener is added once only.
  window.addEventListener('beforeunload', holdWindow);
}

function holdWindow(event: BeforeUnloadEvent): void {
  const unstored = [...open.values()].filter((keeper) => keeper.holdsUnstored());
  if (unstored.length === 0) return;
  void Promise.all(unstored.map((keeper) => keeper.flush())).then((done) => {
    if (done.every(Boolean)) wasHeld = false;
  });
  // The desktop window asks nothing, it stays open: once, or it could never be closed while storing is refused.
  if (bridge() && wasHeld) return;
  wasHeld = true;
  event.preventDefault();
  if (bridge()) tell();
}

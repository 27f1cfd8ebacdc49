import { bridge } from '../../api/bridge.ts';
import { windowHold } from './openPapers.ts';

let tellNow: () => void = () => undefined;
const hold = windowHold(bridge() !== undefined, () => tellNow());

/** Watches the window from the first paper on, also after it was left with something unstored. `tell`: that the window was held. */
export function guardWindow(tell: () => void): void {
  tellNow = tell;
  // The same listener is added once only.
  window.addEventListener('beforeunload', hold);
}

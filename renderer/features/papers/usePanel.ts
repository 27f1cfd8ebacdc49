import { useSyncExternalStore } from 'react';
import { create } from 'zustand';

interface PanelState {
  /** Null: as the window's width allows. */
  readonly chosen: boolean | null;
  readonly choose: (open: boolean) => void;
}

const usePanelStore = create<PanelState>((set) => ({ chosen: null, choose: (open) => set({ chosen: open }) }));

/** Below this width three columns are too narrow to read, in CSS pixels. */
const WIDE = 1600;

export interface Panel {
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

/** Whether the column beside the print page is shown: where there is room, or as the clerk chose last. */
export function usePanel(): Panel {
  const { chosen, choose } = usePanelStore();
  const isWide = useSyncExternalStore(watchWidth, () => window.innerWidth >= WIDE);
  const isOpen = chosen ?? isWide;
  return { isOpen, toggle: () => choose(!isOpen) };
}

function watchWidth(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}

import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface OperatorState {
  /** Who works at the desk (经办人); empty until a name is typed. */
  readonly name: string;
  readonly rename: (name: string) => void;
}

/** The clerk's name, kept on this machine; it goes with every change into the log. */
export const useOperator = create<OperatorState>()(
  persist((set) => ({ name: '', rename: (name) => set({ name }) }), { name: 'operator' }),
);

/** `{ by }` for a request; nothing without a name. */
export function byOperator(): { readonly by?: string } {
  const name = useOperator.getState().name.trim();
  return name === '' ? {} : { by: name };
}

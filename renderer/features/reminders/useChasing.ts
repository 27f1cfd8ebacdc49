import { App } from 'antd';
import { useState } from 'react';
import type { ChaseDraft, ChaseWay } from '../../../electron/contract/chases.ts';
import type { ReminderItem } from '../../../electron/contract/reminders.ts';
import { useAction } from '../../api/useAction.ts';
import { byOperator } from '../../state/operator.ts';
import { CHASE_WORDS as W } from '../../words/chases.ts';
import { chasedText } from './chaseTalks.ts';

/** What is being logged: for which things, and how it is likely to have been done. */
export interface Chasing {
  readonly items: readonly ReminderItem[];
  readonly how: ChaseWay;
}

/** The dialog that logs a chase; `onDone` with what it was about after it is stored. */
export function useChasing(onDone: (items: readonly ReminderItem[]) => void) {
  const { message } = App.useApp();
  const adding = useAction('chases.add');
  const [open, setOpen] = useState<Chasing | null>(null);
  return {
    open,
    begin: (items: readonly ReminderItem[], how: ChaseWay = 'phone') => {
      adding.clearError();
      if (items.length > 0) setOpen({ items, how });
    },
    close: () => setOpen(null),
    save: async (draft: ChaseDraft) => {
      const added = await adding.run({ draft, ...byOperator() });
      if (!added) return;
      message.success(`${W.saved}：${chasedText(added)}`);
      setOpen(null);
      if (open) onDone(open.items);
    },
    busy: adding.busy,
    error: adding.error,
  };
}

import { App } from 'antd';
import { useState } from 'react';
import type { DutyEvent, EventDraft } from '../../../electron/contract/events.ts';
import { useAction } from '../../api/useAction.ts';
import { useRequest } from '../../api/useRequest.ts';
import { byOperator } from '../../state/operator.ts';
import { PARTS_WORDS as W } from '../../words/dutyParts.ts';

/** The events of a duty, or of all, and the one being written. */
export function useEvents(duty: string | undefined) {
  const { message } = App.useApp();
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [editing, setEditing] = useState<DutyEvent | 'new' | null>(null);
  const list = useRequest('events.list', {
    ...(duty === undefined ? {} : { duty }),
    ...(onlyOpen ? { open: true } : {}),
  });
  const saving = useAction('events.save');
  const withdrawing = useAction('events.withdraw');
  const save = async (event: EventDraft) => {
    if (!(await saving.run({ event, ...byOperator() }))) return;
    setEditing(null);
    message.success(W.saved);
  };
  const withdraw = async (id: number, reason: string) => {
    if (await withdrawing.run({ id, reason, ...byOperator() })) message.success(W.withdrawn);
  };
  const edit = (event: DutyEvent | 'new' | null) => {
    saving.clearError();
    setEditing(event);
  };
  return {
    events: list.data,
    onlyOpen,
    setOnlyOpen,
    editing,
    edit,
    save,
    busy: saving.busy,
    withdraw,
    error: saving.error ?? withdrawing.error ?? list.error,
  };
}

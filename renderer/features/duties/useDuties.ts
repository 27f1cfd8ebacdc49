import { App } from 'antd';
import { useMemo, useState } from 'react';
import type { Duty, DutyDraft, DutyKind } from '../../../electron/contract/duties.ts';
import { useAction } from '../../api/useAction.ts';
import { useDirectory } from '../../api/useDirectory.ts';
import { useRequest } from '../../api/useRequest.ts';
import { DUTIES_WORDS as W } from '../../words/duties.ts';

/** The duties in force, what is looked for, and the one whose drawer is open. */
export function useDuties() {
  const { message } = App.useApp();
  const duties = useRequest('duties.list', {});
  const groups = useRequest('groups.list', {});
  const directory = useDirectory();
  const saving = useAction('duties.save');
  const [kind, chooseKind] = useState<DutyKind | 'all'>('all');
  const [search, look] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  const [editing, setEditing] = useState(false);

  const shown = useMemo(
    () =>
      (duties.data ?? []).filter(
        (duty) =>
          (kind === 'all' || duty.kind === kind) &&
          [duty.id, duty.title, duty.source].some((text) => text.includes(search.trim())),
      ),
    [duties.data, kind, search],
  );
  const save = async (duty: DutyDraft) => {
    const saved = await saving.run({ duty });
    if (!saved) return;
    message.success(`${W.saved}：${saved.title}`);
    setEditing(false);
  };
  const open = (duty: Duty | null) => {
    saving.clearError();
    setEditing(false);
    setOpened(duty?.id ?? null);
  };

  return {
    duties,
    groups: groups.data ?? [],
    directory,
    shown,
    kind,
    chooseKind,
    search,
    look,
    duty: duties.data?.find((one) => one.id === opened),
    open,
    editing,
    edit: setEditing,
    saving,
    save,
  };
}

import { App } from 'antd';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Duty, DutyKind } from '../../../electron/contract/duties.ts';
import { useAction } from '../../api/useAction.ts';
import { useDirectory } from '../../api/useDirectory.ts';
import { useRequest } from '../../api/useRequest.ts';
import { byOperator } from '../../state/operator.ts';
import { usePeriod } from '../../state/usePeriod.ts';
import { DUTIES_WORDS as W } from '../../words/duties.ts';
import type { DutyChangeRequest } from './DutyForm.tsx';

/** The duties in force, what is looked for, and the one whose drawer is open. */
export function useDuties() {
  const { message } = App.useApp();
  const duties = useRequest('duties.list', {});
  const groups = useRequest('groups.list', {});
  const directory = useDirectory();
  const saving = useAction('duties.save');
  const [kind, chooseKind] = useState<DutyKind | 'all'>('all');
  const [search, look] = useState('');
  const [params] = useSearchParams();
  // A link may open a duty: `#/duties?duty=000-02`.
  const [opened, setOpened] = useState<string | null>(params.get('duty'));
  const [editing, setEditing] = useState(false);
  const [period] = usePeriod();
  const [year, setYear] = useState(Number(period.slice(0, 4)));

  const shown = useMemo(
    () =>
      (duties.data ?? []).filter(
        (duty) =>
          (kind === 'all' || duty.kind === kind) &&
          [duty.id, duty.title, duty.source].some((text) => text.includes(search.trim())),
      ),
    [duties.data, kind, search],
  );
  const save = async (change: DutyChangeRequest) => {
    const saved = await saving.run({ ...change, ...byOperator() });
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
    year,
    setYear,
    edit: setEditing,
    saving,
    save,
  };
}

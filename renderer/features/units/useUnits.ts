import { App } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { unitsAt } from '../../../electron/contract/nameAt.ts';
import type { Unit, UnitDraft } from '../../../electron/contract/units.ts';
import type { Args } from '../../../electron/contract.ts';
import { useAction } from '../../api/useAction.ts';
import { useRequest } from '../../api/useRequest.ts';
import { useAppInfo } from '../../state/appInfo.ts';
import { byOperator } from '../../state/operator.ts';
import { UNITS_WORDS as W } from '../../words/units.ts';
import { isShown, NOTHING_CHOSEN, type UnitFilters } from './unitFilters.ts';

/** Directory and groups, what is looked for, and the unit being edited (`'new'` for one that is not stored yet). */
export function useUnits() {
  const { message } = App.useApp();
  const [params, setParams] = useSearchParams();
  const units = useRequest('units.list', {});
  const groups = useRequest('groups.list', {});
  const duties = useRequest('duties.list', {});
  const saving = useAction('units.save');
  const savingGroup = useAction('groups.save');
  const twins = useRequest('units.twins', {});
  const today = useAppInfo().now.slice(0, 10);
  const [filters, setFilters] = useState(NOTHING_CHOSEN);
  const [editing, setEditing] = useState<Unit | 'new' | null>(null);
  const search = params.get('search');
  const contacts = params.get('contacts');
  useEffect(() => {
    if (search === null && contacts === null) return;
    setFilters({ ...NOTHING_CHOSEN, search: search ?? '', withoutContacts: contacts === 'none' });
  }, [search, contacts]);

  /** Under the names they bear today; a name that begins later stands in the unit's history. */
  const named = useMemo(() => unitsAt(units.data ?? [], today), [units.data, today]);
  // Found by every name, that of a later day, too.
  const shown = useMemo(
    () =>
      unitsAt(
        (units.data ?? []).filter((unit) => isShown(unit, filters, today)),
        today,
      ),
    [units.data, filters, today],
  );
  const save = async (unit: UnitDraft) => {
    const saved = await saving.run({ unit, ...byOperator() });
    if (!saved) return;
    message.success(`${W.saved}：${saved.name}`);
    setEditing(null);
  };
  const saveGroup = async (args: Args<'groups.save'>) => {
    const saved = await savingGroup.run({ ...args, ...byOperator() });
    if (saved) message.success(`${W.saved}：${saved.title}`);
    return saved !== undefined;
  };
  /** The list shows the names of today; what is edited is the unit as stored. */
  const open = (unit: Unit | 'new' | null) => {
    saving.clearError();
    setEditing(unit === null || unit === 'new' ? unit : (units.data?.find(({ id }) => id === unit.id) ?? unit));
  };

  return {
    units,
    groups,
    duties: duties.data ?? [],
    named,
    shown,
    twins: twins.data ?? [],
    today,
    filters,
    change: (part: Partial<UnitFilters>) => setFilters((before) => ({ ...before, ...part })),
    editing,
    open,
    saving,
    save,
    savingGroup,
    saveGroup,
    tab: params.get('tab') ?? 'directory',
    chooseTab: (tab: string) => setParams({ tab }),
    group: params.get('group'),
    chooseGroup: (group: string) => setParams({ tab: 'groups', group }),
  };
}

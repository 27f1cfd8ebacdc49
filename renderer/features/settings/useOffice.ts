import { App } from 'antd';
import { useEffect, useState } from 'react';
import type { Office, OfficeSettings } from '../../../electron/contract/profiles.ts';
import { useAction } from '../../api/useAction.ts';
import { useRequest } from '../../api/useRequest.ts';
import { byOperator } from '../../state/operator.ts';
import { SETTINGS_WORDS as W } from '../../words/settings.ts';

/** The office's settings as being edited. */
export function useOffice() {
  const { message } = App.useApp();
  const office = useRequest('office.get', {});
  const saving = useAction('office.save');
  const [draft, setDraft] = useState<Office | null>(null);
  const { data } = office;
  // What was stored meanwhile replaces a draft without changes only.
  useEffect(() => {
    if (data) setDraft((before) => before ?? data);
  }, [data]);
  const change = (part: Partial<Office>) => setDraft((before) => (before ? { ...before, ...part } : before));
  const set = (part: Partial<OfficeSettings>) =>
    setDraft((before) => (before ? { ...before, settings: { ...before.settings, ...part } } : before));
  const save = async () => {
    if (!draft) return;
    const saved = await saving.run({ office: draft, ...byOperator() });
    if (!saved) return;
    setDraft(saved);
    message.success(W.saved);
  };
  return {
    office,
    draft,
    changed: draft !== null && JSON.stringify(draft) !== JSON.stringify(data),
    change,
    set,
    save,
    saving,
  };
}

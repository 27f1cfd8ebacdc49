import { useMemo } from 'react';
import { useDirectory } from '../../api/useDirectory.ts';
import { useRequest } from '../../api/useRequest.ts';
import { useImportSession } from '../../state/importSession.ts';
import { countsOf, entriesOf, toCommit } from './entries.ts';
import { sourceOf } from './importRunner.ts';

/** All that the import page shows: the session, its lines, the selected line with its template, and the directories. */
export function useImports() {
  const session = useImportSession();
  const directory = useDirectory();
  const { plan, selected, sources, overrides } = session;
  const entries = useMemo(() => (plan ? entriesOf(plan) : []), [plan]);
  const counts = useMemo(() => countsOf(entries, plan?.files.length ?? 0), [entries, plan]);
  const entry = entries.find(({ key }) => key === selected) ?? entries[0];
  const templateId = entry?.table?.template;
  const template = useRequest('templates.get', templateId ? { id: templateId } : null);
  return {
    session,
    directory,
    entries,
    counts,
    waiting: useMemo(() => toCommit(entries, overrides), [entries, overrides]),
    entry,
    template: templateId ? template.data : undefined,
    path: entry ? sourceOf(sources, entry.file)?.path : undefined,
    select: (key: string) => useImportSession.setState({ selected: key }),
  };
}

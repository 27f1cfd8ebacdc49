import { useMemo, useState } from 'react';
import { useRequest } from '../../api/useRequest.ts';
import { usePeriod } from '../../state/usePeriod.ts';
import { DiagnosisDrawer } from './DiagnosisDrawer.tsx';
import { EntryDetail } from './EntryDetail.tsx';
import { EntryList } from './EntryList.tsx';
import { type EntryStatus, filterEntries } from './entries.ts';
import { choose, clearSession, commit, forget, setReceived } from './importRunner.ts';
import { PlanSummary } from './PlanSummary.tsx';
import { ReceivedField } from './ReceivedField.tsx';
import type { useImports } from './useImports.ts';

/** The plan: figures and filter above, files on the left, the chosen table on the right. */
export function PlanPanel({ imports }: { readonly imports: ReturnType<typeof useImports> }) {
  const { session, directory, entries, counts, entry, template, path, select } = imports;
  const [status, setStatus] = useState<EntryStatus | null>(null);
  const [search, setSearch] = useState('');
  const [diagnosing, setDiagnosing] = useState(false);
  const [period] = usePeriod();
  const listing = useRequest('imports.read', diagnosing && path ? { path } : null);
  // A state that the last answer emptied is no filter any more.
  const wanted = status !== null && counts.byStatus.has(status) ? status : null;
  const shown = useMemo(() => filterEntries(entries, wanted, search), [entries, wanted, search]);
  const selected = shown.find(({ key }) => key === entry?.key) ?? shown[0];
  const busy = session.busy !== null;
  return (
    <>
      <PlanSummary
        counts={counts}
        total={entries.length}
        status={wanted}
        onStatus={setStatus}
        onCommit={commit}
        onClear={clearSession}
        busy={busy}
      >
        <ReceivedField value={session.received} onChange={setReceived} />
      </PlanSummary>
      <div className="fill" style={{ display: 'grid', gridTemplateColumns: 'minmax(320px, 30%) 1fr', gap: 10 }}>
        <div style={{ display: 'flex', minHeight: 0, minWidth: 0 }}>
          <EntryList entries={shown} selected={selected?.key} onSelect={select} search={search} onSearch={setSearch} />
        </div>
        {selected ? (
          <EntryDetail
            entry={selected}
            entries={entries}
            template={selected.key === entry?.key ? template : undefined}
            directory={directory}
            overrides={session.overrides}
            period={period}
            busy={session.busy?.work === 'commit'}
            rereading={session.busy?.work === 'preview'}
            actions={{
              choose,
              forget,
              diagnose: () => {
                select(selected.key);
                setDiagnosing(true);
              },
            }}
          />
        ) : null}
      </div>
      <DiagnosisDrawer
        key={path ?? ''}
        open={diagnosing}
        name={selected?.file.name ?? ''}
        sheet={selected?.table?.sheet}
        listing={listing}
        onClose={() => setDiagnosing(false)}
      />
    </>
  );
}

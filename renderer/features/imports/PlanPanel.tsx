import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { WORKING_WORDS } from '../../words/imports.ts';
import { DiagnosisDrawer } from './DiagnosisDrawer.tsx';
import { EntryDetail } from './EntryDetail.tsx';
import { EntryList } from './EntryList.tsx';
import { cancelWork, clearSession, commit, setReceived } from './importRunner.ts';
import { PlanSummary } from './PlanSummary.tsx';
import { ReceivedField } from './ReceivedField.tsx';
import type { useImports } from './useImports.ts';
import { usePlanView } from './usePlanView.ts';

/** The plan: figures and filter above, files by state on the left, the chosen table on the right. */
export function PlanPanel({ imports }: { readonly imports: ReturnType<typeof useImports> }) {
  const { session, directory, entries, counts, waiting, entry, template, path, select } = imports;
  const view = usePlanView(imports);
  const { selected } = view;
  return (
    <>
      <PlanSummary
        counts={counts}
        waiting={waiting}
        total={entries.length}
        status={view.wanted}
        onStatus={view.showOnly}
        onCommit={commit}
        onClear={clearSession}
        busy={session.busy !== null}
        progress={
          <ProgressBar
            inline
            busy={session.busy !== null}
            progress={session.busy?.progress}
            label={session.busy ? WORKING_WORDS[session.busy.work] : ''}
            onCancel={cancelWork}
          />
        }
      >
        <ReceivedField value={session.received} onChange={setReceived} />
      </PlanSummary>
      <div className="fill" style={{ display: 'grid', gridTemplateColumns: 'minmax(320px, 30%) 1fr', gap: 10 }}>
        <div style={{ display: 'flex', minHeight: 0, minWidth: 0 }}>
          <EntryList
            rows={view.rows}
            selected={selected?.key}
            settling={session.answered}
            onSelect={select}
            onOpen={focusDetail}
            onToggle={view.toggle}
            search={view.search}
            onSearch={view.find}
          />
        </div>
        {selected ? (
          <EntryDetail
            entry={selected}
            entries={entries}
            template={selected.key === entry?.key ? template : undefined}
            directory={directory}
            overrides={session.overrides}
            period={view.period}
            reasons={view.reasons}
            tab={view.tab}
            busy={session.busy?.work === 'commit'}
            settling={session.answered.includes(selected.key)}
            actions={view.actions}
          />
        ) : null}
      </div>
      <DiagnosisDrawer
        key={path ?? ''}
        open={view.diagnosing}
        name={selected?.file.name ?? ''}
        sheet={selected?.table?.sheet}
        listing={view.listing}
        onClose={view.closeDiagnosis}
      />
    </>
  );
}

/** Enter in the list goes on to the chosen table: to its first answer, else to the table itself. */
function focusDetail(): void {
  const detail = document.querySelector<HTMLElement>('.entry-detail');
  const first = detail?.querySelector<HTMLElement>('button[data-testid=candidate], input[type=password]');
  (first ?? detail)?.focus();
}

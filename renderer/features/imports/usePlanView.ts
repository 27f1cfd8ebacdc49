import { useMemo, useState } from 'react';
import type { Finding } from '../../../electron/contract/findings.ts';
import { useRequest } from '../../api/useRequest.ts';
import { usePeriod } from '../../state/usePeriod.ts';
import type { DetailTab } from './DetailTabs.tsx';
import type { EntryActions } from './EntryDetail.tsx';
import { type EntryStatus, filterEntries, targetOf } from './entries.ts';
import { listRows, nextQuestion } from './entryGroups.ts';
import { choose, forget, rewrite, unlock } from './importRunner.ts';
import { withoutCell, withoutConfirmation } from './overrides.ts';
import type { useImports } from './useImports.ts';
import { useQuestionKeys } from './useQuestionKeys.ts';

const NONE: ReadonlySet<EntryStatus> = new Set();

/** What of the plan is in view: filters, closed groups, the chosen line, its tab, and the ways to answer. */
export function usePlanView(imports: ReturnType<typeof useImports>) {
  const { session, entries, counts, entry, path, select } = imports;
  const [status, showOnly] = useState<EntryStatus | null>(null);
  const [search, find] = useState('');
  const [closed, setClosed] = useState(NONE);
  const [tab, showTab] = useState<DetailTab | null>(null);
  const [diagnosing, setDiagnosing] = useState(false);
  const [asked, setAsked] = useState<Finding | null>(null);
  const [period] = usePeriod();

  // A state that the last answer emptied is no filter any more.
  const wanted = status !== null && counts.byStatus.has(status) ? status : null;
  const shown = useMemo(() => filterEntries(entries, wanted, search), [entries, wanted, search]);
  const isWhole = wanted === null && search.trim() === '';
  const rows = useMemo(() => listRows(shown, isWhole ? closed : NONE), [shown, isWhole, closed]);
  const selected = shown.find(({ key }) => key === entry?.key) ?? shown[0];

  const name = selected?.file.name;
  const listing = useRequest(
    'imports.read',
    diagnosing && path ? { path, ...(name ? { name } : {}), passwords: session.passwords } : null,
  );
  const reasons = useRequest(
    'findings.reasons',
    asked ? { rule: asked.rule, ...(asked.field ? { field: asked.field } : {}) } : null,
  );

  const toggle = (group: EntryStatus) =>
    setClosed((before) => {
      const after = new Set(before);
      if (!after.delete(group)) after.add(group);
      return after;
    });
  useQuestionKeys(session.busy?.work === 'commit' ? undefined : selected, (candidate) => {
    if (!selected || session.answered.includes(selected.key)) return;
    const next = nextQuestion(shown, selected.key, session.answered);
    choose([{ target: targetOf(selected), choice: candidate.choice }]);
    if (next !== null) select(next);
  });

  const actions: EntryActions = {
    choose,
    forget,
    unlock,
    showTab,
    diagnose: () => {
      if (selected) select(selected.key);
      setDiagnosing(true);
    },
    findings: (target) => ({
      correct: (correction) => choose([{ target, choice: { cells: [correction] } }]),
      takeBackCorrection: (cell) => rewrite((overrides) => withoutCell(overrides, target, cell)),
      confirm: (confirmations) => choose([{ target, choice: { confirmations } }]),
      takeBackConfirmation: (finding) => rewrite((overrides) => withoutConfirmation(overrides, target, finding)),
      askReasons: setAsked,
    }),
  };
  return {
    wanted,
    showOnly,
    search,
    find,
    rows,
    toggle,
    selected,
    period,
    tab,
    reasons: asked ? (reasons.data ?? []) : [],
    listing,
    diagnosing,
    closeDiagnosis: () => setDiagnosing(false),
    actions,
  };
}

import { App } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { adoptionWords } from '../../../electron/contract/caseAdoption.ts';
import type { CaseItem, CaseTemplate } from '../../../electron/contract/cases.ts';
import type { StoredFinding } from '../../../electron/contract/findings.ts';
import type { Period } from '../../../electron/contract/time.ts';
import { useAction } from '../../api/useAction.ts';
import { useDirectory } from '../../api/useDirectory.ts';
import { useRequest } from '../../api/useRequest.ts';
import { useSaving } from '../../api/useSaving.ts';
import { byOperator } from '../../state/operator.ts';
import { usePeriodStore } from '../../state/period.ts';
import { usePeriod } from '../../state/usePeriod.ts';
import { LEDGERS, CASE_WORDS as W } from '../../words/cases.ts';

export type CaseView = 'list' | 'counts' | 'coverage';

export interface CaseFilters {
  readonly unit: string | null;
  readonly search: string;
  readonly adopted: boolean | null;
  readonly everyPeriod: boolean;
  readonly page: number;
}

export const PAGE_SIZE = 50;
const NO_FILTERS: CaseFilters = { unit: null, search: '', adopted: null, everyPeriod: false, page: 1 };

/** All that the page of cases shows: the ledger chosen, its filters, counts or coverage, the opened case, and what is written. */
export function useCases() {
  const { message } = App.useApp();
  const save = useSaving();
  const [params, setParams] = useSearchParams();
  const [period] = usePeriod();
  const choosePeriod = usePeriodStore((state) => state.choose);
  const directory = useDirectory();
  const template = LEDGERS.find((one) => one.template === params.get('ledger'))?.template ?? 'joint-case';
  const [view, setView] = useState<CaseView>('list');
  const shownView = view === 'coverage' && template !== 'commitment' ? 'list' : view;
  const [filters, setAllFilters] = useState<CaseFilters>(NO_FILTERS);
  const [opened, setOpened] = useState<CaseItem | null>(null);
  const columns = useRequest('templates.get', { id: template });
  const query = {
    template,
    ...(filters.unit === null ? {} : { unit: filters.unit }),
    ...(filters.search === '' ? {} : { search: filters.search }),
    ...(filters.adopted === null ? {} : { adopted: filters.adopted }),
    ...(filters.everyPeriod ? {} : { period }),
  };
  const list = useRequest(
    'cases.list',
    shownView === 'list' ? { ...query, offset: (filters.page - 1) * PAGE_SIZE, limit: PAGE_SIZE } : null,
  );
  const counts = useRequest(
    'cases.counts',
    shownView === 'counts' ? { template, year: Number(period.slice(0, 4)) } : null,
  );
  const coverage = useRequest('commitments.get', shownView === 'coverage' ? { period } : null);
  const writing = useAction('cases.write');
  const correcting = useAction('records.correct');
  const confirming = useAction('findings.confirm');
  const papers = useRequest('attachments.list', opened ? { unit: opened.unit, period: opened.period } : null);
  const openingPaper = useAction('attachments.write');
  const enterprises = useAction('commitments.setEnterprises');
  const known = columns.data?.id === template ? columns.data : undefined;

  /** The opened case as the list holds it now. */
  const current =
    opened && (list.data?.cases.find((one) => one.id === opened.id && one.origin === opened.origin) ?? opened);

  const choose = (next: CaseTemplate) => {
    setAllFilters(NO_FILTERS);
    setOpened(null);
    setParams({ ledger: next });
  };
  const setFilters = (changed: Partial<CaseFilters>) => setAllFilters((before) => ({ ...before, page: 1, ...changed }));
  const write = async () => {
    await save(await writing.run({ query }), { word: W.written });
  };
  const correct = async (item: CaseItem, field: string, value: string, reason: string) => {
    const done = await correcting.run({ id: item.id, field, value, reason, ...byOperator() });
    if (done) message.success(W.mended);
    return done !== undefined;
  };
  const adopt = (item: CaseItem, reason: string) => {
    if (!known) return Promise.resolve(false);
    const { yes, no } = adoptionWords(known);
    return correct(item, 'adopted', item.adopted ? no : yes, reason);
  };
  const confirm = (finding: StoredFinding, reason: string | null) =>
    confirming.run({ id: finding.id, reason, ...byOperator() });
  const openPaper = async (id: number) => {
    await save(await openingPaper.run({ id }), { word: W.paperSaved });
  };
  const saveEnterprises = async (year: number, count: number | null, source: string) => {
    const saved = await enterprises.run({ year, count, source, ...byOperator() });
    if (saved) message.success(W.enterprisesSaved);
    return saved !== undefined;
  };
  /** From a square of the counts to its cases. */
  const showSquare = (unit: string, month: Period) => {
    choosePeriod(month);
    setAllFilters({ ...NO_FILTERS, unit });
    setView('list');
  };
  return {
    period,
    directory,
    template,
    choose,
    columns: known,
    view: shownView,
    setView,
    filters,
    setFilters,
    list,
    counts,
    coverage,
    opened: current,
    open: setOpened,
    write,
    writing,
    correct,
    adopt,
    confirm,
    correcting,
    confirming,
    papers: papers.data ?? [],
    openingPaper,
    openPaper,
    enterprises,
    saveEnterprises,
    showSquare,
  };
}

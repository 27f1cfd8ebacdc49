import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { StoredFinding } from '../../../electron/contract/findings.ts';
import type { StoredRecord } from '../../../electron/contract/records.ts';
import { useAction } from '../../api/useAction.ts';
import { useDirectory } from '../../api/useDirectory.ts';
import { useRequest } from '../../api/useRequest.ts';
import { useSaving } from '../../api/useSaving.ts';
import { useTemplates } from '../../api/useTemplates.ts';
import { byOperator } from '../../state/operator.ts';
import { usePeriod } from '../../state/usePeriod.ts';
import { filtersOf, paramsOf, queryOf, type RecordFilters } from './recordQuery.ts';
import { type OpenedRecord, useLinkedRecord } from './useLinkedRecord.ts';
import { useRecordPages } from './useRecordPages.ts';

/** All that the records page shows: filters, pages of records, the opened record with its template, and confirming. */
export function useRecords() {
  const save = useSaving();
  const [params, setParams] = useSearchParams();
  const filters = filtersOf(params);
  const [period] = usePeriod();
  const directory = useDirectory();
  const query = queryOf(filters, period);
  const pages = useRecordPages(query);
  // All rules that occur, whichever of them is chosen.
  const counts = useRequest('findings.count', queryOf({ ...filters, rule: null }, period));
  const [opened, setOpened] = useState<OpenedRecord | null>(null);
  const templates = useTemplates(directory.templates);
  const confirm = useAction('findings.confirm');
  const correct = useAction('records.correct');
  const write = useAction('findings.write');
  const [asked, setAsked] = useState<StoredFinding | null>(null);
  const reasons = useRequest(
    'findings.reasons',
    asked ? { rule: asked.rule, ...(asked.field ? { field: asked.field } : {}) } : null,
  );
  useLinkedRecord(pages, setOpened);

  const setFilters = useCallback(
    (changed: Partial<RecordFilters>) =>
      setParams((before) => paramsOf({ ...filtersOf(before), ...changed }), { replace: true }),
    [setParams],
  );
  const open = (index: number) => {
    const record = pages.at(index);
    if (record) setOpened({ index, record });
  };
  /** A record that left the list (confirmed under a filter by compliance) has its successor in its place. */
  const step = (steps: 1 | -1) => {
    if (!opened) return;
    const isThere = pages.at(opened.index)?.id === opened.record.id;
    open(opened.index + (isThere || steps < 0 ? steps : 0));
  };
  /** The record may leave the list with this (a filter by compliance); the drawer keeps showing it. */
  const confirmFinding = async (finding: StoredFinding, reason: string | null) => {
    const done = await confirm.run({ id: finding.id, reason, ...byOperator() });
    if (!done) return;
    setOpened((before) =>
      before ? { ...before, record: withReason(before.record, finding.id, reason, done.compliant) } : before,
    );
  };
  /** The mended record stands in the drawer at once; the list follows. */
  const correctValue = async (field: string, value: string, reason: string) => {
    if (!opened) return false;
    const record = await correct.run({ id: opened.record.id, field, value, reason, ...byOperator() });
    if (record) setOpened({ ...opened, record });
    return record !== undefined;
  };
  const exportFindings = async () => {
    await save(await write.run({ query }), { word: '已导出' });
  };
  return {
    query,
    counts,
    write,
    exportFindings,
    correctValue,
    correct,
    reasons: asked ? (reasons.data ?? []) : [],
    askReasons: setAsked,
    filters,
    setFilters,
    period,
    directory,
    pages,
    templates,
    columns: filters.template ? templates.get(filters.template) : undefined,
    opened,
    open,
    step,
    close: () => setOpened(null),
    openedTemplate: opened ? templates.get(opened.record.template) : undefined,
    confirm,
    confirmFinding,
  };
}

function withReason(record: StoredRecord, id: number, reason: string | null, compliant: boolean): StoredRecord {
  const findings = record.findings.map((finding) =>
    finding.id === id ? { ...finding, confirmedReason: reason } : finding,
  );
  return { ...record, findings, compliant };
}

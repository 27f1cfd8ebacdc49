import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import type { StoredRecord } from '../../../electron/contract/records.ts';
import type { RecordPages } from './useRecordPages.ts';

export interface OpenedRecord {
  /** Its line in the list. */
  readonly index: number;
  readonly record: StoredRecord;
}

/** How far down the list a linked record is looked for: its first page. */
const FIRST_PAGE = 100;

/** `?record=12`: opens that record as soon as the list holds it, once. */
export function useLinkedRecord(pages: RecordPages, open: (opened: OpenedRecord) => void): void {
  const [params, setParams] = useSearchParams();
  const linked = Number(params.get('record'));
  const { total, at } = pages;
  useEffect(() => {
    if (!linked || total === undefined) return;
    for (let index = 0; index < Math.min(total, FIRST_PAGE); index += 1) {
      const record = at(index);
      if (record?.id === linked) open({ index, record });
    }
    if (at(0) === undefined && total > 0) return;
    setParams(
      (before) => {
        before.delete('record');
        return before;
      },
      { replace: true },
    );
  }, [linked, total, at, open, setParams]);
}

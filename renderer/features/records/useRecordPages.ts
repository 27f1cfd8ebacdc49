import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { RecordQuery, StoredRecord } from '../../../electron/contract/records.ts';
import { dataVersion, subscribeDataVersion } from '../../api/events.ts';
import { request } from '../../api/request.ts';
import { asRequestError, type RequestError } from '../../api/requestError.ts';

const PAGE = 100;

export interface RecordPages {
  /** Undefined until the first page is there. */
  readonly total: number | undefined;
  readonly loading: boolean;
  readonly error: RequestError | undefined;
  /** The record of a line, undefined while its page is under way. */
  readonly at: (index: number) => StoredRecord | undefined;
  /** Told which lines are in view; asks for their pages. */
  readonly show: (first: number, last: number) => void;
  readonly reload: () => void;
}

/** Records of a query by pages of 100, asked for as they come into view; asked anew after every write. */
export function useRecordPages(query: RecordQuery): RecordPages {
  const version = useSyncExternalStore(subscribeDataVersion, dataVersion);
  const key = JSON.stringify(query);
  const [pages, setPages] = useState<ReadonlyMap<number, readonly StoredRecord[]>>(new Map());
  const [total, setTotal] = useState<number>();
  const [pending, setPending] = useState(0);
  const [error, setError] = useState<RequestError>();
  const [round, setRound] = useState(0);
  const asked = useRef(new Set<number>());
  const generation = useRef(0);
  const view = useRef<readonly [number, number]>([0, 0]);

  const load = useCallback(
    async (page: number) => {
      if (asked.current.has(page)) return;
      asked.current.add(page);
      const mine = generation.current;
      const wanted = JSON.parse(key) as RecordQuery; // `key` is this very query
      setPending((n) => n + 1);
      try {
        const answer = await request('records.list', { ...wanted, offset: page * PAGE, limit: PAGE });
        if (mine !== generation.current) return;
        setTotal(answer.total);
        setPages((before) => new Map(before).set(page, answer.records));
        setError(undefined);
      } catch (thrown) {
        if (mine === generation.current) setError(asRequestError(thrown));
      } finally {
        setPending((n) => n - 1);
      }
    },
    [key],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another query starts with an empty list
  useEffect(() => {
    setPages(new Map());
    setTotal(undefined);
    view.current = [0, 0];
  }, [key]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a write or a retry asks again for the pages in view
  useEffect(() => {
    generation.current += 1;
    asked.current = new Set();
    for (let page = view.current[0]; page <= view.current[1]; page += 1) load(page);
  }, [load, version, round]);

  const show = useCallback(
    (first: number, last: number) => {
      view.current = [Math.floor(first / PAGE), Math.floor(last / PAGE)];
      for (let page = view.current[0]; page <= view.current[1]; page += 1) load(page);
    },
    [load],
  );
  const at = useCallback((index: number) => pages.get(Math.floor(index / PAGE))?.[index % PAGE], [pages]);
  const reload = useCallback(() => setRound((n) => n + 1), []);
  return { total, loading: pending > 0, error, at, show, reload };
}

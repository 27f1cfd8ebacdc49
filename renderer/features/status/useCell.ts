import { App } from 'antd';
import { useCallback, useState } from 'react';
import type { GridCell, RegisterKind, RegisterWay, Submission } from '../../../electron/contract/status.ts';
import type { Moment } from '../../../electron/contract/time.ts';
import { handOver } from '../../api/files.ts';
import { asRequestError, type RequestError } from '../../api/requestError.ts';
import { useAction } from '../../api/useAction.ts';
import { useRequest } from '../../api/useRequest.ts';
import { byOperator } from '../../state/operator.ts';
import { STATUS_PAGE_WORDS as W } from '../../words/status.ts';

/** What the form of a manual registration holds. */
export interface Registration {
  readonly kind: RegisterKind;
  readonly received: Moment | undefined;
  /** How it came; undefined where that does not matter. */
  readonly via: RegisterWay | undefined;
  readonly note: string;
  readonly count: number | undefined;
  readonly file: File | undefined;
}

export interface OpenedCell {
  readonly cell: GridCell | undefined;
  readonly submissions: readonly Submission[];
  readonly loading: boolean;
  readonly busy: boolean;
  readonly error: RequestError | undefined;
  readonly open: (cell: GridCell) => void;
  readonly close: () => void;
  /** True when it was accepted. */
  readonly register: (registration: Registration) => Promise<boolean>;
  readonly withdraw: (id: number) => Promise<void>;
}

type Key = Pick<GridCell, 'unit' | 'duty' | 'period'>;

/** The cell of the drawer: its submissions, registering by hand and taking a registration back. */
export function useCell(cells: readonly GridCell[] | undefined): OpenedCell {
  const { message } = App.useApp();
  const [key, setKey] = useState<Key | null>(null);
  const [fileError, setFileError] = useState<RequestError>();
  const registering = useAction('submissions.register');
  const withdrawing = useAction('submissions.withdraw');
  const list = useRequest('submissions.list', key);

  const register = async (registration: Registration) => {
    if (!key) return false;
    setFileError(undefined);
    let file: string | undefined;
    try {
      file = await pathOf(registration.file);
    } catch (thrown) {
      setFileError(asRequestError(thrown));
      return false;
    }
    const { kind, received, count, via } = registration;
    const note = registration.note.trim();
    const done = await registering.run({
      ...key,
      kind,
      received,
      count,
      via,
      note: note === '' ? undefined : note,
      file,
      ...byOperator(),
    });
    if (done?.assigned === false) message.warning(W.registeredUnexpected);
    else if (done) message.success(W.registered);
    return done !== undefined;
  };
  const withdraw = async (id: number) => {
    if (await withdrawing.run({ id, ...byOperator() })) message.success(W.withdrawn);
  };
  const { clearError: clearRegistering } = registering;
  const { clearError: clearWithdrawing } = withdrawing;
  const open = useCallback(
    ({ unit, duty, period }: GridCell) => {
      clearRegistering();
      clearWithdrawing();
      setFileError(undefined);
      setKey({ unit, duty, period });
    },
    [clearRegistering, clearWithdrawing],
  );

  return {
    // The grid is asked again after a registration; the drawer then shows the cell's new state.
    cell: key ? cells?.find((cell) => isOf(cell, key)) : undefined,
    submissions: key ? (list.data ?? []).filter((submission) => isOf(submission, key)) : [],
    loading: list.loading,
    busy: registering.busy || withdrawing.busy,
    error: fileError ?? registering.error ?? withdrawing.error ?? list.error,
    open,
    close: () => setKey(null),
    register,
    withdraw,
  };
}

function isOf(one: Key, key: Key): boolean {
  return one.unit === key.unit && one.duty === key.duty && one.period === key.period;
}

async function pathOf(file: File | undefined): Promise<string | undefined> {
  if (!file) return undefined;
  const [source] = await handOver([{ file, name: file.name }], () => {}, new AbortController().signal);
  return source?.path;
}

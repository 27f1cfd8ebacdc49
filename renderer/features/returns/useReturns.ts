import { App } from 'antd';
import { useState } from 'react';
import type { WrittenFile } from '../../../electron/contract/circulars.ts';
import type { ReturnedFile, ReturnRequest } from '../../../electron/contract/returns.ts';
import { bridge } from '../../api/bridge.ts';
import { useAction } from '../../api/useAction.ts';
import { useRequest } from '../../api/useRequest.ts';
import { useSaving } from '../../api/useSaving.ts';
import { useImportSession } from '../../state/importSession.ts';
import { byOperator } from '../../state/operator.ts';
import { RETURN_WORDS as W } from '../../words/returns.ts';

/** What is to be returned: a whole batch, or one file of it. */
export interface ReturnScope {
  readonly batch: string;
  /** `Receipt.file` and its name; null: every file of the batch. */
  readonly file: { readonly id: number; readonly name: string } | null;
}

/** Returning what has findings: writing the files, the returns so far, and taking one back. Null: nothing is being returned. */
export function useReturns(scope: ReturnScope | null) {
  const { message } = App.useApp();
  const saving = useSaving();
  const slips = useRequest('returns.list', scope ? { batch: scope.batch } : null);
  const writing = useAction('returns.write');
  const withdrawing = useAction('returns.withdraw');
  const [done, setDone] = useState<{ readonly of: string; readonly files: readonly ReturnedFile[] } | null>(null);
  const key = scope ? `${scope.batch} ${scope.file?.id ?? ''}` : '';

  const write = async (errorsOnly: boolean, password: string) => {
    if (!scope) return;
    const what: ReturnRequest = scope.file ? { file: scope.file.id } : { batch: scope.batch };
    // Those of the import just made open its files again; later the clerk is asked.
    const passwords = [...useImportSession.getState().passwords, ...(password === '' ? [] : [password])];
    const files = await writing.run({ ...what, errorsOnly, passwords, ...byOperator() });
    if (files) setDone({ of: key, files });
  };
  const withdraw = async (id: number) => {
    if (await withdrawing.run({ id, ...byOperator() })) message.success(W.withdrawn);
  };
  const save = async (file: WrittenFile) => {
    await saving(file, { word: '已另存' });
  };
  const saveAll = async (files: readonly WrittenFile[]) => {
    for (const file of files) await save(file);
  };
  const desk = bridge();
  return {
    slips,
    writing,
    withdrawing,
    /** What was just written for this scope. */
    files: done?.of === key ? done.files : null,
    write,
    withdraw,
    save,
    saveAll,
    /** Only in the desktop window. */
    show: desk ? (file: WrittenFile) => desk.showInFolder(file.path) : null,
  };
}

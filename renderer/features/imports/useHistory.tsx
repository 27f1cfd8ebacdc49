import { App } from 'antd';
import { useState } from 'react';
import type { Period } from '../../../electron/contract/time.ts';
import { useAction } from '../../api/useAction.ts';
import { useRequest } from '../../api/useRequest.ts';
import { byOperator } from '../../state/operator.ts';
import { usePeriod } from '../../state/usePeriod.ts';
import { UndoneList } from './UndoneList.tsx';

/** The batches, the opened one, taking one back, and locking periods. */
export function useHistory() {
  const { message, modal } = App.useApp();
  const batches = useRequest('batches.list', {});
  const locks = useRequest('periods.locks', {});
  const undoing = useAction('batches.undo');
  const locking = useAction('periods.lock');
  const [period] = usePeriod();
  const [opened, open] = useState<string | null>(null);
  const [isLocking, setLocking] = useState(false);
  const detail = useRequest('batches.get', opened ? { batch: opened } : null);

  const undo = async (batch: string) => {
    const done = await undoing.run({ batch, ...byOperator() });
    if (!done) return;
    const told = `已撤销批次 ${done.batch}：退回 ${done.removed} 条，保留 ${done.kept} 条`;
    if (done.corrected.length === 0) message.success(`${told}（保留的在后来的文件里也有）`);
    else modal.info({ title: told, width: 640, content: <UndoneList corrected={done.corrected} /> });
  };
  const lock = async (chosen: Period, locked: boolean, reason: string) =>
    (await locking.run({ period: chosen, locked, reason, ...byOperator() })) !== undefined;
  return {
    batches,
    locks,
    undoing,
    undo,
    locking,
    lock,
    period,
    opened,
    open,
    detail,
    isLocking,
    setLocking,
  };
}

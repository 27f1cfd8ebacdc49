import { App } from 'antd';
import { useState } from 'react';
import { useAction } from '../../api/useAction.ts';
import { useRequest } from '../../api/useRequest.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { BatchDrawer } from './BatchDrawer.tsx';
import { HistoryPanel } from './HistoryPanel.tsx';

/** The second page of 导入: the batches committed so far. */
export function HistoryTab({ onImport }: { readonly onImport: () => void }) {
  const { message } = App.useApp();
  const batches = useRequest('batches.list', {});
  const undo = useAction('batches.undo');
  const [open, setOpen] = useState<string | null>(null);
  const detail = useRequest('batches.get', open ? { batch: open } : null);
  const takeBack = async (batch: string) => {
    const done = await undo.run({ batch });
    if (done)
      message.success(`已撤销批次 ${done.batch}：退回 ${done.removed} 条，保留 ${done.kept} 条（后来的文件里也有）`);
  };
  return (
    <>
      <ErrorNotice error={batches.error ?? undo.error} onRetry={batches.reload} />
      <HistoryPanel
        batches={batches.data}
        loading={batches.loading}
        busy={undo.busy}
        onOpen={setOpen}
        onUndo={takeBack}
        onImport={onImport}
      />
      <BatchDrawer batch={open} detail={detail} onClose={() => setOpen(null)} />
    </>
  );
}

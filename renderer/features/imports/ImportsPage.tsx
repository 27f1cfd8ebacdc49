import { Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { printPage } from '../../api/files.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { PageHeader } from '../../parts/PageHeader.tsx';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { DropZone } from './DropZone.tsx';
import { periodQuery } from './entries.ts';
import { HistoryTab } from './HistoryTab.tsx';
import {
  addFiles,
  cancelWork,
  clearError,
  clearSession,
  commit,
  continueWithQuestions,
  preview,
  setReceived,
} from './importRunner.ts';
import { PlanPanel } from './PlanPanel.tsx';
import { ReceiptPanel } from './ReceiptPanel.tsx';
import { ReceivedField } from './ReceivedField.tsx';
import { useDrop } from './useDrop.ts';
import { useImports } from './useImports.ts';

type Tab = 'import' | 'history';

const WORKING = { 'hand-over': '正在接收文件…', preview: '正在识别和检查…', commit: '正在提交…' } as const;

/** 导入: drop → plan with evidence and findings → answers → commit → receipt; and the history of batches. */
export function ImportsPage() {
  const [tab, setTab] = useState<Tab>('import');
  const imports = useImports();
  const { busy, plan, receipt } = imports.session;
  const canDrop = tab === 'import' && busy?.work !== 'commit';
  const { over, handlers } = useDrop(addFiles, canDrop);
  const dropZone = (compact: boolean) => (
    <DropZone onFiles={addFiles} compact={compact} over={over} disabled={!canDrop} />
  );
  return (
    <div className="page fixed" {...handlers}>
      <PageHeader title="导入" hint="拖入附件，核对去向和问题，再提交入库">
        {tab === 'import' && plan ? dropZone(true) : null}
        <Segmented<Tab>
          aria-label="导入或历史"
          value={tab}
          onChange={setTab}
          options={[
            { value: 'import', label: '导入文件' },
            { value: 'history', label: '历史批次' },
          ]}
        />
      </PageHeader>
      {tab === 'history' ? <HistoryTab onImport={() => setTab('import')} /> : null}
      {tab === 'import' && !plan && !receipt ? dropZone(false) : null}
      {tab === 'import' ? <ImportTab imports={imports} /> : null}
    </div>
  );
}

function ImportTab({ imports }: { readonly imports: ReturnType<typeof useImports> }) {
  const navigate = useNavigate();
  const { busy, error, plan, receipt, sources } = imports.session;
  useCommitKey();
  return (
    <>
      <ErrorNotice
        error={error ?? undefined}
        onRetry={plan || sources.length === 0 ? undefined : preview}
        onClose={clearError}
      />
      <ProgressBar
        busy={busy !== null}
        progress={busy?.progress}
        label={busy ? WORKING[busy.work] : ''}
        onCancel={cancelWork}
      />
      {receipt ? (
        <ReceiptPanel
          receipt={receipt}
          busy={busy !== null}
          onContinue={continueWithQuestions}
          onAgain={clearSession}
          onPrint={printPage}
          onStatus={() => navigate(`/status${periodQuery(receipt)}`)}
        />
      ) : null}
      {plan ? <PlanPanel imports={imports} /> : null}
      {plan || receipt ? null : <FirstSteps received={imports.session.received} />}
    </>
  );
}

function FirstSteps({ received }: { readonly received: string | null }) {
  return (
    <div className="panel">
      <ReceivedField value={received} onChange={setReceived} />
      <ol className="muted" style={{ margin: '12px 0 0', paddingInlineStart: 20, lineHeight: 1.9 }}>
        <li>拖入一周的附件，可以一次拖入整个文件夹，多少个文件都行。</li>
        <li>核对每张表的单位、事项、模板和报送期，依据都写在旁边；拿不准的会问您，不会替您猜。</li>
        <li>看清错误和需核实的问题，按 Ctrl+Enter 提交。有疑问的表留下，回答后再提交。</li>
        <li>提交后得到回执；导错了可以在“历史批次”里整批撤销，原件一直保留。</li>
      </ol>
    </div>
  );
}

/** Ctrl+Enter commits what is ready. */
function useCommitKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      commit();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

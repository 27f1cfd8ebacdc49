import { Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { printPage } from '../../api/files.ts';
import { useRequest } from '../../api/useRequest.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { PageHeader } from '../../parts/PageHeader.tsx';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { WORKING_WORDS } from '../../words/imports.ts';
import { ReturnDrawer } from '../returns/ReturnDrawer.tsx';
import { ReturnsTab } from '../returns/ReturnsTab.tsx';
import { useReturnScope } from '../returns/useReturnScope.ts';
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
  renew,
  setReceived,
} from './importRunner.ts';
import { PlanPanel } from './PlanPanel.tsx';
import { ReceiptPanel } from './ReceiptPanel.tsx';
import { ReceivedField } from './ReceivedField.tsx';
import { useDrop } from './useDrop.ts';
import { useImports } from './useImports.ts';

type Tab = 'import' | 'history' | 'returns';

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
    <div className="page fixed" aria-busy={busy !== null} data-testid="imports" {...handlers}>
      <PageHeader title="导入" hint="拖入附件，核对去向和问题，再提交入库">
        {tab === 'import' && plan ? dropZone(true) : null}
        <Segmented<Tab>
          aria-label="导入、历史或退回"
          value={tab}
          onChange={setTab}
          options={[
            { value: 'import', label: '导入文件' },
            { value: 'history', label: '历史批次' },
            { value: 'returns', label: '退回记录' },
          ]}
        />
      </PageHeader>
      {tab === 'history' ? <HistoryTab onImport={() => setTab('import')} /> : null}
      {tab === 'returns' ? <ReturnsTab /> : null}
      {tab === 'import' && !plan && !receipt ? dropZone(false) : null}
      {tab === 'import' ? <ImportTab imports={imports} /> : null}
    </div>
  );
}

function ImportTab({ imports }: { readonly imports: ReturnType<typeof useImports> }) {
  const navigate = useNavigate();
  const { busy, error, plan, receipt, sources } = imports.session;
  const detail = useRequest('batches.get', receipt?.batch ? { batch: receipt.batch } : null);
  const { scope, setScope, returns } = useReturnScope();
  useCommitKey();
  useEffect(() => {
    renew();
  }, []);
  return (
    <>
      <ErrorNotice
        error={error ?? undefined}
        onRetry={plan || sources.length === 0 ? undefined : preview}
        onClose={clearError}
      />
      {plan ? null : (
        <ProgressBar
          busy={busy !== null}
          progress={busy?.progress}
          label={busy ? WORKING_WORDS[busy.work] : ''}
          onCancel={cancelWork}
        />
      )}
      {receipt ? (
        <ReceiptPanel
          receipt={receipt}
          receipts={detail.data?.id === receipt.batch ? detail.data.receipts : []}
          onReturn={setScope}
          busy={busy !== null}
          onContinue={continueWithQuestions}
          onAgain={clearSession}
          onPrint={printPage}
          onStatus={() => navigate(`/status${periodQuery(receipt)}`)}
        />
      ) : null}
      <ReturnDrawer scope={scope} returns={returns} directory={imports.directory} onClose={() => setScope(null)} />
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
        <li>把邮箱里的附件原样拖进来：工作簿、压缩包（.zip）、邮件（.eml）、Word、整个文件夹都行，多少个都行。</li>
        <li>每张表归到哪个单位、事项、报送期，依据都写在旁边；拿不准的会问您，不会替您猜。加了密的，输一次密码。</li>
        <li>错误可以当场更正（单位原文保留），属实的写明理由放行；按 Ctrl+Enter 提交，有疑问的留下，回答后再提交。</li>
        <li>提交后得到回执，有问题的表可以标好错误退回单位；导错了在“历史批次”里整批撤销，原件一直保留。</li>
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

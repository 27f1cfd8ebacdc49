import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { PaperState } from '../../../electron/contract/papers.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { FigureDrawer } from '../../parts/FigureDrawer.tsx';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { COMPOSER_WORDS as W } from '../../words/composer.ts';
import { ACTION_WORDS } from '../../words/paperSteps.ts';
import { CorrectionNotice } from './CorrectionNotice.tsx';
import { PaperEditor } from './PaperEditor.tsx';
import { PaperHeader } from './PaperHeader.tsx';
import { PaperPanel } from './PaperPanel.tsx';
import { PaperPreview, showInFrame } from './PaperPreview.tsx';
import { TwoTextsNotice } from './TwoTextsNotice.tsx';
import { UnsavedNotice } from './UnsavedNotice.tsx';
import { usePanel } from './usePanel.ts';
import { usePaper } from './usePaper.ts';

/** Of a paper that is no draft: why nothing can be typed. */
const CLOSED: Readonly<Record<PaperState, string | null>> = {
  draft: null,
  checked: W.readOnly,
  issued: W.frozen,
  void: W.voided,
};

/** One paper: its text on the left, what will be printed beside it, and what belongs to it. */
export function PaperPage({ id }: { readonly id: number }) {
  const page = usePaper(id);
  const panel = usePanel();
  const [isNoticed, setNoticed] = useState(true);
  const { view, paper, keeper } = page;
  if (!view || !paper) {
    return page.error ? <ErrorNotice error={page.error} onRetry={() => void keeper.load()} /> : <Waiting />;
  }
  const closed = CLOSED[paper.state];
  return (
    <div className="page fixed paper">
      <PaperHeader page={page} view={view} panel={panel} />
      <ErrorNotice error={page.error} onRetry={() => void keeper.flush()} onClose={keeper.clearError} />
      <ErrorNotice error={page.actionError} onClose={page.clearActionError} />
      <ErrorNotice error={page.page.error} onRetry={page.page.reload} />
      <ProgressBar busy={page.writing.busy} progress={page.writing.progress} label={ACTION_WORDS.writing} />
      {page.merged ? (
        <Alert
          type="warning"
          showIcon
          title={W.merged}
          data-testid="paper-merged"
          closable={{ onClose: keeper.clearMerged }}
        />
      ) : null}
      {page.twice.length > 0 ? (
        <TwoTextsNotice
          twice={page.twice}
          edits={page.edits}
          readOnly={paper.state !== 'draft'}
          onTake={(chosen) => void keeper.takeOneOf(chosen)}
        />
      ) : null}
      {view.barred === undefined ? null : (
        <Alert type="warning" showIcon title={view.barred} data-testid="paper-barred" />
      )}
      {page.aside ? (
        <UnsavedNotice
          aside={page.aside}
          canTakeUp={paper.state === 'draft'}
          onTakeUp={() => void keeper.takeUp()}
          onDrop={keeper.dropAside}
        />
      ) : null}
      {closed !== null && isNoticed ? (
        <Alert
          type="info"
          showIcon
          title={paper.voidReason === '' ? closed : `${closed}（原因：${paper.voidReason}）`}
          data-testid="paper-closed"
          action={
            <Button size="small" type="text" onClick={() => setNoticed(false)}>
              知道了
            </Button>
          }
        />
      ) : null}
      {paper.state === 'issued' && view.corrections.length > 0 ? (
        <CorrectionNotice corrections={view.corrections} busy={page.busy} onCorrect={page.correct} />
      ) : null}
      <div className={`fill paper-body ${panel.isOpen ? 'with-panel' : ''}`}>
        <PaperEditor
          view={view}
          edits={page.edits}
          twice={page.twice}
          readOnly={paper.state !== 'draft'}
          actions={page.blocks}
          onVisit={(text) => showInFrame(page.frame.current, text)}
        />
        <PaperPreview html={page.html} busy={page.page.loading} frame={page.frame} />
        {panel.isOpen ? <PaperPanel page={page} view={view} paper={paper} /> : null}
      </div>
      {page.figure ? (
        <FigureDrawer
          key={JSON.stringify(page.figure)}
          figure={page.figure}
          paper={{ period: paper.period, issued: paper.state === 'issued' }}
          directory={page.directory}
          onClose={page.closeFigure}
        />
      ) : null}
    </div>
  );
}

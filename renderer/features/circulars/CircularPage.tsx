import { FilePdfOutlined, FileWordOutlined, PrinterOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Popconfirm, Tag } from 'antd';
import { useRef } from 'react';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { PageHeader } from '../../parts/PageHeader.tsx';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { momentText, periodTitle } from '../../parts/periods.ts';
import { CIRCULAR_WORDS as W } from '../../words/circulars.ts';
import { CircularChoiceBar } from './CircularChoiceBar.tsx';
import { CircularEditor } from './CircularEditor.tsx';
import { CircularPreview, printFrame } from './CircularPreview.tsx';
import { useCircular } from './useCircular.ts';
import './circulars.css';

/** Composes, edits and exports the circular (通报). */
export function CircularPage() {
  const page = useCircular();
  const frame = useRef<HTMLIFrameElement>(null);
  const { draft } = page;
  return (
    <div className="page fixed circular">
      <PageHeader
        title={W.title}
        hint={
          draft ? `${periodTitle(page.period)}，统计截至 ${momentText(draft.composed.asOf)}` : periodTitle(page.period)
        }
      >
        {page.changed && <Tag color="orange">{W.edited}</Tag>}
        {draft && (
          <>
            <Popconfirm title={W.resetAsk} onConfirm={page.reset} disabled={!page.changed}>
              <Button icon={<UndoOutlined />} disabled={!page.changed} data-testid="circular-reset">
                {W.reset}
              </Button>
            </Popconfirm>
            <Button
              type="primary"
              icon={<FileWordOutlined />}
              loading={page.writing.busy}
              onClick={() => page.exportAs('docx')}
              data-testid="circular-docx"
            >
              {W.exportDocx}
            </Button>
            <Button
              icon={<FilePdfOutlined />}
              loading={page.writing.busy}
              onClick={() => page.exportAs('pdf')}
              data-testid="circular-pdf"
            >
              {W.exportPdf}
            </Button>
            <Button icon={<PrinterOutlined />} onClick={() => printFrame(frame.current)} data-testid="circular-print">
              {W.print}
            </Button>
          </>
        )}
      </PageHeader>
      <CircularChoiceBar
        choice={page.choice}
        composed={draft !== undefined}
        changed={page.changed}
        busy={page.composing.busy}
        onChange={page.change}
        onCompose={page.compose}
      />
      <ErrorNotice error={page.composing.error} onClose={page.composing.clearError} />
      <ErrorNotice error={page.writing.error} onClose={page.writing.clearError} />
      <ErrorNotice error={draft ? page.page.error : undefined} onRetry={page.page.reload} />
      <ProgressBar busy={page.composing.busy} progress={page.composing.progress} label={W.composing} />
      <ProgressBar busy={page.writing.busy} progress={page.writing.progress} label={W.writing} />
      {!draft && <EmptyState title={W.empty} next={W.emptyHint} />}
      {draft && (
        <div className="fill circular-body">
          <CircularEditor document={draft.edited} onEdit={page.edit} />
          <CircularPreview html={page.page.data?.html} busy={page.page.loading} frame={frame} />
        </div>
      )}
    </div>
  );
}

import {
  ArrowLeftOutlined,
  DownOutlined,
  FileWordOutlined,
  LayoutOutlined,
  PrinterOutlined,
  RedoOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import { Badge, Button, Dropdown, Space, Typography } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { PaperView } from '../../../electron/contract/papers.ts';
import { paperLink } from '../../parts/links.ts';
import { momentText, periodTitle } from '../../parts/periods.ts';
import { PANEL_WORDS, COMPOSER_WORDS as W } from '../../words/composer.ts';
import { ACTION_WORDS as A, CORRECTION_WORDS } from '../../words/paperSteps.ts';
import { PAPER_KIND_WORDS, PAPER_WORDS } from '../../words/papers.ts';
import { IssueDialog } from './IssueDialog.tsx';
import { PaperStateTag } from './PaperStateTag.tsx';
import { type Question, ReasonDialog } from './ReasonDialog.tsx';
import { StepButtons } from './StepButtons.tsx';
import type { Panel } from './usePanel.ts';
import type { OpenPaper } from './usePaper.ts';

interface PaperHeaderProps {
  readonly page: OpenPaper;
  readonly view: PaperView;
  readonly panel: Panel;
}

/** What the paper is, whether it is stored, and what can be done with the whole of it. */
export function PaperHeader({ page, view, panel }: PaperHeaderProps) {
  const [question, setQuestion] = useState<Question | null>(null);
  const [isIssuing, setIssuing] = useState(false);
  const { paper } = view;
  const { keeper, history } = page;
  // Of a step that was to be taken: what was typed is stored before, and that may be what is refused.
  const refusal = page.actionError ?? page.error;
  /** Whether the dialog is done: the step is taken, or what came in from elsewhere is to be read first. */
  const isOver = async (step: Promise<boolean>) => {
    const { merged } = page;
    return (await step) || (!merged && keeper.state().merged);
  };
  // Issued, nothing is to be mended any more.
  const advice = paper.state === 'draft' || paper.state === 'checked' ? view.advice.length : 0;
  return (
    <>
      <div className="row spread paper-head">
        <div className="row">
          <Button
            type="text"
            icon={<ArrowLeftOutlined />}
            aria-label={PAPER_WORDS.back}
            title={PAPER_WORDS.back}
            onClick={page.close}
            data-testid="paper-close"
          />
          <Typography.Title level={1} style={{ fontSize: 18, margin: 0 }}>
            {PAPER_KIND_WORDS[paper.kind]}
          </Typography.Title>
          <PaperStateTag state={paper.state} />
          <span className="muted small">
            {paper.period === null ? '' : `${periodTitle(paper.period)}，`}
            统计截至 {momentText(paper.asOf)}
          </span>
          {paper.about === null ? null : (
            <Link className="small" to={paperLink(paper.about)} data-testid="paper-about">
              {CORRECTION_WORDS.about}
            </Link>
          )}
          {paper.state === 'draft' ? <SaveState page={page} /> : null}
        </div>
        <div className="row no-print">
          {paper.state === 'draft' ? (
            <Space.Compact>
              <Button
                icon={<UndoOutlined />}
                aria-label="撤销"
                title={W.undo}
                disabled={history.past.length === 0}
                onClick={() => void keeper.undo()}
              />
              <Button
                icon={<RedoOutlined />}
                aria-label="重做"
                title={W.redo}
                disabled={history.future.length === 0}
                onClick={() => void keeper.redo()}
              />
            </Space.Compact>
          ) : null}
          <ExportButtons page={page} />
          <StepButtons
            paper={paper}
            busy={page.busy}
            hindered={page.twice.length > 0 ? W.chooseFirst : (view.barred ?? '')}
            onAsk={setQuestion}
            onIssue={() => setIssuing(true)}
            onRemove={page.remove}
          />
          <Badge count={panel.isOpen ? 0 : advice} size="small" offset={[-8, 0]} title={PANEL_WORDS.advice}>
            <Button
              icon={<LayoutOutlined />}
              aria-pressed={panel.isOpen}
              onClick={panel.toggle}
              data-testid="paper-panel-toggle"
            >
              {panel.isOpen ? PANEL_WORDS.hide : PANEL_WORDS.show}
            </Button>
          </Badge>
        </div>
      </div>
      {question ? (
        <ReasonDialog
          question={question}
          isLetter={paper.kind === 'letter'}
          advice={view.advice}
          busy={page.busy}
          error={refusal}
          onAnswer={async (text) => {
            if (await isOver(page[question](text))) setQuestion(null);
          }}
          onClose={() => {
            page.clearActionError();
            setQuestion(null);
          }}
        />
      ) : null}
      {isIssuing ? (
        <IssueDialog
          view={view}
          busy={page.busy}
          error={refusal}
          onIssue={async (number) => {
            if (await isOver(page.issue(number))) setIssuing(false);
          }}
          onClose={() => {
            page.clearActionError();
            setIssuing(false);
          }}
        />
      ) : null}
    </>
  );
}

/** Told quietly: storing goes on by itself. */
function SaveState({ page }: { readonly page: OpenPaper }) {
  const isRefused = page.error !== undefined;
  return (
    <span className="muted small" role="status" data-testid="save-state">
      {isRefused ? W.unsaved : page.waiting ? W.saving : W.saved}
    </span>
  );
}

function ExportButtons({ page }: { readonly page: OpenPaper }) {
  const isBusy = page.writing.busy;
  return (
    <>
      <Space.Compact>
        <Button
          icon={<FileWordOutlined />}
          loading={isBusy}
          onClick={() => void page.exportAs('docx')}
          data-testid="paper-docx"
        >
          {A.exportDocx}
        </Button>
        <Dropdown
          trigger={['click']}
          menu={{
            items: [{ key: 'office', label: A.exportOffice }],
            onClick: () => void page.exportAs('docx', 'office'),
          }}
        >
          <Button icon={<DownOutlined />} aria-label={A.more} disabled={isBusy} data-testid="paper-docx-more" />
        </Dropdown>
      </Space.Compact>
      <Button disabled={isBusy} onClick={() => void page.exportAs('pdf')} data-testid="paper-pdf">
        {A.exportPdf}
      </Button>
      <Button
        icon={<PrinterOutlined />}
        loading={page.printing}
        onClick={() => void page.print()}
        data-testid="paper-print"
      >
        {A.print}
      </Button>
    </>
  );
}

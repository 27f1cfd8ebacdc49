import { PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Attachment } from '../../../electron/contract/attachments.ts';
import type { CaseItem } from '../../../electron/contract/cases.ts';
import { momentText } from '../../parts/periods.ts';
import { sizeText } from '../../parts/sizeText.ts';
import { CASE_WORDS as W } from '../../words/cases.ts';
import { ATTACHMENT_KIND_WORDS } from '../../words/imports.ts';

interface CasePapersProps {
  readonly item: CaseItem;
  /** What is known of them; empty until it is. */
  readonly papers: readonly Attachment[];
  readonly busy: boolean;
  readonly onOpen: (id: number) => void;
}

/** The papers filed with a case: what each is, when it came, what it says, and its original to open. */
export function CasePapers({ item, papers, busy, onOpen }: CasePapersProps) {
  if (item.attachments.length === 0) return <span className="muted">{W.noPapers}</span>;
  return (
    <ul className="case-papers" data-testid="case-papers">
      {item.attachments.map(({ id, name }) => {
        const paper = papers.find((one) => one.id === id);
        return (
          <li key={id}>
            <div className="row spread" style={{ flexWrap: 'nowrap' }}>
              <span>
                <PaperClipOutlined /> {name}
              </span>
              <Button size="small" disabled={busy} onClick={() => onOpen(id)} data-testid={`open-paper-${id}`}>
                {W.openPaper}
              </Button>
            </div>
            {paper ? (
              <div className="muted small">
                {ATTACHMENT_KIND_WORDS[paper.kind]} · {sizeText(paper.size)} · {momentText(paper.receivedAt)} 收到
                {paper.day ? ` · 成文 ${paper.day}` : ''}
              </div>
            ) : null}
            {paper && paper.text !== '' ? <div className="case-paper-text prewrap">{paper.text}</div> : null}
          </li>
        );
      })}
    </ul>
  );
}

import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { ATTACHMENT_KINDS, type AttachmentKind, type FilePlan } from '../../../electron/contract/imports.ts';
import type { Period } from '../../../electron/contract/time.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { ChoiceSelect } from '../../parts/ChoiceSelect.tsx';
import type { ChoiceLine } from '../../parts/choices.ts';
import { DutySelect } from '../../parts/DutySelect.tsx';
import { PeriodPicker } from '../../parts/PeriodPicker.tsx';
import { ATTACHMENT_KIND_WORDS } from '../../words/imports.ts';
import type { Choice } from './overrides.ts';

interface AttachmentPanelProps {
  readonly file: FilePlan;
  readonly directory: Directory;
  readonly units: readonly ChoiceLine[];
  readonly period: Period;
  readonly busy: boolean;
  readonly onChoose: (choice: Choice) => void;
}

/** A paper, picture or Word document: what it says, and the submission it is filed with. */
export function AttachmentPanel({ file, directory, units, period, busy, onChoose }: AttachmentPanelProps) {
  const { filed, article } = file;
  const [unit, setUnit] = useState(filed?.unit.id ?? null);
  const [duty, setDuty] = useState(filed?.duty.id ?? null);
  const [of, setOf] = useState(filed?.period ?? period);
  const [fileAs, setFileAs] = useState<AttachmentKind>(filed?.kind ?? (article ? 'article' : 'paper'));
  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap: 10 }} data-testid="attachment">
      <Alert
        type={filed ? 'success' : 'info'}
        showIcon
        data-testid="filed"
        title={file.message ?? '还没有归到哪个单位、哪项报送，只随这批文件存档。需要时在下面指定。'}
      />
      <div className="attachment-form">
        <span className="muted">单位</span>
        <ChoiceSelect
          size="small"
          choices={units}
          aria-label="归入单位"
          placeholder="请选择"
          value={unit}
          onChange={setUnit}
        />
        <span className="muted">报送事项</span>
        <DutySelect
          size="small"
          duties={directory.duties}
          numbered
          aria-label="归入事项"
          placeholder="请选择"
          value={duty}
          popupMatchSelectWidth={380}
          onChange={setDuty}
        />
        <span className="muted">报送期</span>
        <PeriodPicker value={of} onChange={setOf} />
        <span className="muted">作为</span>
        <Select<AttachmentKind>
          size="small"
          aria-label="材料种类"
          value={fileAs}
          options={ATTACHMENT_KINDS.map((kind) => ({ value: kind, label: ATTACHMENT_KIND_WORDS[kind] }))}
          onChange={setFileAs}
        />
        <span />
        <Button
          size="small"
          type="primary"
          style={{ justifySelf: 'start' }}
          data-testid="file-attachment"
          disabled={busy || unit === null || duty === null}
          onClick={() => {
            if (unit !== null && duty !== null) onChoose({ unit, duty, period: of, fileAs });
          }}
        >
          {filed ? '改归这里' : '归档'}
        </Button>
      </div>
      {article ? (
        <article className="article" data-testid="article">
          <b>{article.title || '（没有标题）'}</b>
          <div className="muted small">
            {article.day ? `成文日期 ${article.day}` : '文中没有唯一的日期'}　共 {article.text.length} 字
          </div>
          <div className="prewrap">{article.text.slice(0, PREVIEW)}</div>
          {article.text.length > PREVIEW ? <div className="muted small">（后面还有，全文随原件存档）</div> : null}
        </article>
      ) : null}
    </div>
  );
}

/** Characters of a document shown; enough to know it by. */
const PREVIEW = 3000;

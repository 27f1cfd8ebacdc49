import { Alert, Modal, Select } from 'antd';
import { useState } from 'react';
import type { PointSource } from '../../../electron/contract/assessment.ts';
import { SOURCE_WORDS as W } from '../../words/assessmentSchemes.ts';
import { SourceFields } from './SourceFields.tsx';
import {
  SOURCE_KIND_WORDS,
  SOURCE_KINDS,
  sourceKind,
  sourceOf,
  sourceProblem,
  sourceSentence,
} from './schemeSources.ts';
import type { SchemesView } from './useSchemes.ts';

interface SourceDialogProps {
  /** The item's. */
  readonly title: string;
  readonly source: PointSource;
  readonly view: SchemesView;
  readonly onSave: (source: PointSource) => void;
  readonly onClose: () => void;
}

/** How an item's points are given: one of the ways in plain words, then what that way asks for. */
export function SourceDialog({ title, source, view, onSave, onClose }: SourceDialogProps) {
  const [draft, setDraft] = useState(source);
  const problem = sourceProblem(draft);
  return (
    <Modal
      open
      width={640}
      title={`${W.title}：${title}`}
      okText={W.ok}
      okButtonProps={{ disabled: problem !== null, 'data-testid': 'source-ok' }}
      onOk={() => onSave(draft)}
      onCancel={onClose}
      data-testid="source-dialog"
    >
      <div className="scheme-fields">
        <span>{W.kind}</span>
        <Select
          aria-label={W.kind}
          listHeight={400}
          value={sourceKind(draft)}
          // Back at the item's own way all that it says is there again.
          onChange={(kind) => setDraft(kind === sourceKind(source) ? source : sourceOf(kind, draft))}
          options={SOURCE_KINDS.map((value) => ({ value, label: SOURCE_KIND_WORDS[value] }))}
        />
        <SourceFields source={draft} view={view} onChange={setDraft} />
      </div>
      {problem === null ? (
        <p className="muted">{sourceSentence(draft, view.names)}</p>
      ) : (
        <Alert type="warning" showIcon title={problem} />
      )}
    </Modal>
  );
}

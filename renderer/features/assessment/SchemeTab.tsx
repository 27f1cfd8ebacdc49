import { Alert, Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { AssessmentScheme } from '../../../electron/contract/assessment.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { momentText } from '../../parts/periods.ts';
import { Waiting } from '../../parts/Waiting.tsx';
import { SCHEME_WORDS as W } from '../../words/assessmentSchemes.ts';
import { SchemeEditor } from './SchemeEditor.tsx';
import { SchemeTable } from './SchemeTable.tsx';
import { schemeProblems } from './schemeEdit.ts';
import type { SchemesView } from './useSchemes.ts';
import { VersionList } from './VersionList.tsx';

interface SchemeTabProps {
  readonly view: SchemesView;
  readonly year: number;
}

/** The year's scheme: to look at, to choose another, to change, with who changed it when and why. */
export function SchemeTab({ view, year }: SchemeTabProps) {
  const { shown, draft } = view;
  const [isSaving, setSaving] = useState(false);
  return (
    <div className="assessment-tab">
      <ErrorNotice error={view.error} />
      {!shown && !view.error ? <Waiting /> : null}
      {shown && draft === null ? <Looking view={view} scheme={shown.scheme} year={year} /> : null}
      {draft === null ? null : <Changing view={view} draft={draft} onSave={() => setSaving(true)} />}
      {isSaving && draft !== null ? (
        <SaveDialog view={view} draft={draft} year={year} onClose={() => setSaving(false)} />
      ) : null}
    </div>
  );
}

function Looking({
  view,
  scheme,
  year,
}: {
  readonly view: SchemesView;
  readonly scheme: AssessmentScheme;
  readonly year: number;
}) {
  return (
    <>
      <div className="row spread">
        <div className="row">
          <span>{W.look}</span>
          <Select
            aria-label={W.look}
            style={{ width: 560 }}
            value={view.shown?.choice ?? null}
            onChange={view.choose}
            options={[
              {
                label: W.versions,
                options: view.versions.map(({ version, scheme: own, at }, place) => ({
                  value: `version ${version}`,
                  label: `${place === 0 ? `［${W.inForce}］` : ''}${own.title}${version === 0 ? '' : `（第 ${version} 版 ${momentText(at)}）`}`,
                })),
              },
              {
                label: W.offered,
                options: view.offered.map(({ title }, place) => ({ value: `offered ${place}`, label: title })),
              },
            ]}
            data-testid="scheme-choice"
          />
          {view.isInForce ? null : <span className="to-score">{W.notInForce}</span>}
        </div>
        <Button type="primary" onClick={view.edit} data-testid="scheme-edit">
          {view.isInForce ? W.change : W.use}
        </Button>
      </div>
      <div className="fill scheme-columns">
        <SchemeTable scheme={scheme} names={view.names} />
        <VersionList versions={view.versions} year={year} onLook={view.choose} />
      </div>
    </>
  );
}

function Changing({
  view,
  draft,
  onSave,
}: {
  readonly view: SchemesView;
  readonly draft: AssessmentScheme;
  readonly onSave: () => void;
}) {
  const problems = schemeProblems(draft);
  return (
    <>
      <div className="row spread">
        {problems.length > 0 ? (
          <Alert
            type="warning"
            showIcon
            style={{ flex: 1 }}
            data-testid="scheme-problems"
            title={`${W.problems}：${problems.slice(0, NAMED).join('；')}${problems.length > NAMED ? `，等 ${problems.length} 处` : ''}`}
          />
        ) : (
          <span className="muted">{W.saveHint}</span>
        )}
        <span className="row">
          <Button onClick={view.discard}>{W.cancel}</Button>
          <Button type="primary" disabled={problems.length > 0} onClick={onSave} data-testid="scheme-save">
            {W.save}
          </Button>
        </span>
      </div>
      <SchemeEditor scheme={draft} view={view} onChange={view.change} />
    </>
  );
}

/** Faults named at a time. */
const NAMED = 3;

interface SaveDialogProps {
  readonly view: SchemesView;
  readonly draft: AssessmentScheme;
  readonly year: number;
  readonly onClose: () => void;
}

function SaveDialog({ view, draft, year, onClose }: SaveDialogProps) {
  const [reason, setReason] = useState('');
  const save = async () => {
    if (await view.save(draft, reason.trim())) onClose();
  };
  return (
    <Modal
      open
      title={`${W.saveTitle}（${year}年）`}
      okText={W.confirm}
      okButtonProps={{ disabled: reason.trim() === '', loading: view.saving.busy, 'data-testid': 'scheme-confirm' }}
      onOk={() => void save()}
      onCancel={onClose}
      data-testid="scheme-dialog"
    >
      <ErrorNotice error={view.saving.error} />
      {view.orphaned > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={`已填的分值里有 ${view.orphaned} 条的项目在新方案中没有，存后不再计入；换回原方案即恢复。`}
        />
      ) : null}
      <p>{W.saveHint}</p>
      <Input.TextArea
        autoFocus
        aria-label={W.reason}
        placeholder={`${W.reason}：${W.reasonHint}`}
        autoSize={{ minRows: 2, maxRows: 4 }}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        data-testid="scheme-reason"
      />
    </Modal>
  );
}

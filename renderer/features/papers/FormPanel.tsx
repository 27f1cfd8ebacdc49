import { Button, Checkbox, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import type { DocumentForm } from '../../../electron/contract/circulars.ts';
import type { Paper } from '../../../electron/contract/papers.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { DayField } from '../../parts/DayField.tsx';
import { MomentField } from '../../parts/MomentField.tsx';
import { useAppInfo } from '../../state/appInfo.ts';
import { PANEL_WORDS as W } from '../../words/composer.ts';
import type { Fields } from './paperFields.ts';
import { ScopeFields } from './ScopeFields.tsx';

interface FormPanelProps {
  readonly paper: Paper;
  readonly readOnly: boolean;
  readonly directory: Directory;
  readonly onChoose: (change: Fields) => void;
}

const URGENCIES = ['', '加急', '特急'];

/** The elements of the official form (GB/T 9704), and the data the paper is about. */
export function FormPanel({ paper, readOnly, directory, onChoose }: FormPanelProps) {
  const { now } = useAppInfo();
  const { form } = paper;
  const choose = (part: Partial<DocumentForm>) => onChoose({ form: part });
  const text = (name: 'copyNo' | 'secrecy' | 'signer', label: string, hint: string, maxLength: number) => (
    <>
      <label htmlFor={`form-${name}`}>{label}</label>
      <CheckedText
        id={`form-${name}`}
        label={label}
        hint={hint}
        maxLength={maxLength}
        value={form[name]}
        disabled={readOnly}
        wrong={name === 'copyNo' ? copyNoWrong : null}
        testId={`form-${name}`}
        onChange={(value) => choose({ [name]: value })}
      />
    </>
  );
  return (
    <div className="paper-form">
      <Radio.Group
        className="whole"
        aria-label={W.redHead}
        disabled={readOnly}
        value={form.redHead}
        options={[
          { value: true, label: W.redHead },
          { value: false, label: W.plainHead },
        ]}
        onChange={(event) => choose({ redHead: event.target.value })}
      />
      {text('copyNo', W.copyNo, W.copyNoHint, 6)}
      {text('secrecy', W.secrecy, W.secrecyHint, 20)}
      <label htmlFor="form-urgency">{W.urgency}</label>
      <Select
        id="form-urgency"
        aria-label={W.urgency}
        disabled={readOnly}
        value={form.urgency}
        options={URGENCIES.map((value) => ({ value, label: value === '' ? W.urgencyNone : value }))}
        onChange={(urgency) => choose({ urgency })}
      />
      {text('signer', W.signer, W.signerHint, 20)}
      <span>{W.date}</span>
      <DayField
        label={W.date}
        placeholder={W.dateHint}
        value={paper.date}
        onChange={(date) => onChoose({ date })}
        testId="form-date"
        disabled={readOnly}
      />
      <Checkbox
        className="whole"
        checked={form.seal}
        disabled={readOnly}
        onChange={(event) => choose({ seal: event.target.checked })}
      >
        {W.seal}
      </Checkbox>
      <b className="whole">{W.scope}</b>
      <span>{W.asOf}</span>
      <div>
        <MomentField
          label={W.asOf}
          value={paper.asOf}
          allowClear={false}
          disabled={readOnly}
          wholeDay
          testId="form-as-of"
          onChange={(asOf) => asOf && onChoose({ asOf })}
        />
        {readOnly ? null : (
          <Button size="small" type="link" onClick={() => onChoose({ asOf: now })} data-testid="as-of-now">
            {W.asOfNow}
          </Button>
        )}
      </div>
      {paper.kind === 'assessment' || paper.kind === 'correction' || paper.kind === 'letter' ? null : (
        <ScopeFields
          scope={paper.scope}
          directory={directory}
          disabled={readOnly}
          onChange={(scope) => onChoose({ scope })}
        />
      )}
    </div>
  );
}

function copyNoWrong(copyNo: string): string | null {
  return /^(\d{6})?$/u.test(copyNo) ? null : W.copyNoWrong;
}

interface CheckedTextProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly maxLength: number;
  readonly value: string;
  readonly disabled: boolean;
  /** What is wrong with a text; null: nothing, or nothing can be. */
  readonly wrong: ((text: string) => string | null) | null;
  readonly testId: string;
  readonly onChange: (text: string) => void;
}

/** A text that is handed on once it is right. */
function CheckedText({ id, label, hint, maxLength, value, disabled, wrong, testId, onChange }: CheckedTextProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const complaint = typed === null ? null : (wrong?.(typed) ?? null);
  return (
    <div>
      <Input
        id={id}
        aria-label={label}
        placeholder={hint}
        title={hint}
        maxLength={maxLength}
        value={typed ?? value}
        disabled={disabled}
        {...(complaint === null ? {} : { status: 'error' as const })}
        data-testid={testId}
        onChange={({ target }) => {
          setTyped(target.value);
          if (!wrong?.(target.value)) onChange(target.value);
        }}
        onBlur={() => {
          if (complaint === null) setTyped(null);
        }}
      />
      {complaint === null ? null : <div className="paper-wrong small">{complaint}</div>}
    </div>
  );
}

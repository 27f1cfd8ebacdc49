import { AutoComplete, Button, DatePicker, Drawer, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { CaseDraft, CaseTemplate } from '../../../electron/contract/cases.ts';
import type { Finding } from '../../../electron/contract/findings.ts';
import type { Column, Template } from '../../../electron/contract/templates.ts';
import type { Moment, Period } from '../../../electron/contract/time.ts';
import type { RequestError } from '../../api/requestError.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { MomentField } from '../../parts/MomentField.tsx';
import { PeriodPicker } from '../../parts/PeriodPicker.tsx';
import { periodOfKind } from '../../parts/periods.ts';
import { UnitSelect } from '../../parts/UnitSelect.tsx';
import { CASE_WORDS as W } from '../../words/cases.ts';

interface CaseFormProps {
  readonly template: Template;
  readonly ledger: CaseTemplate;
  readonly directory: Directory;
  /** Of the page; the form begins with its month, and with the unit the list is about. */
  readonly period: Period;
  readonly unit: string | null;
  readonly findings: readonly Finding[];
  readonly busy: boolean;
  readonly error: RequestError | undefined;
  readonly onSave: (draft: CaseDraft, received: Moment | undefined, anyway: boolean) => void;
  readonly onTouch: (field: string) => void;
  readonly onClose: () => void;
}

/** Types a case in: a field per column of the template, what the checks find of it right below. */
export function CaseForm(props: CaseFormProps) {
  const { template, ledger, directory, findings, busy, error, onSave, onTouch, onClose } = props;
  const [unit, setUnit] = useState(props.unit);
  const [period, setPeriod] = useState<Period>(periodOfKind('month', props.period));
  const [received, setReceived] = useState<Moment | null>(null);
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    agencyOf(template, directory, props.unit),
  );
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const set = (field: string, value: string) => {
    setValues((before) => ({ ...before, [field]: value }));
    onTouch(field);
  };
  const chooseUnit = (id: string) => {
    const before = agencyOf(template, directory, unit);
    setUnit(id);
    // Its own name stands where the template asks for it, unless the clerk wrote another.
    const field = template.unitField;
    if (field !== null && (values[field] ?? '') === (before[field] ?? ''))
      setValues((all) => ({ ...all, ...agencyOf(template, directory, id) }));
  };
  const save = (anyway: boolean) => {
    if (unit !== null)
      onSave({ template: ledger, unit, period, values: filled(values) }, received ?? undefined, anyway);
  };
  return (
    <Drawer
      open
      size={820}
      onClose={onClose}
      title={`${W.add}：${template.title}`}
      footer={
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          {errors > 0 ? <span className="muted small">{W.checkFirst}</span> : null}
          {errors > 0 ? (
            <Button danger disabled={busy} onClick={() => save(true)} data-testid="save-anyway">
              {W.saveAnyway}（{errors} 处错误）
            </Button>
          ) : null}
          <Button
            type="primary"
            loading={busy}
            disabled={unit === null}
            onClick={() => save(false)}
            data-testid="save-case"
          >
            {W.check}
          </Button>
        </div>
      }
    >
      <ErrorNotice error={error} />
      <Form layout="vertical" size="small" className="case-form" data-testid="case-form">
        <Form.Item label="单位" required>
          <UnitSelect
            units={directory.units}
            aria-label="报送单位"
            placeholder="请选择单位"
            value={unit}
            onChange={chooseUnit}
          />
        </Form.Item>
        <Form.Item label="报送期" required>
          <PeriodPicker value={period} onChange={setPeriod} kinds={['month']} />
        </Form.Item>
        <Form.Item label="收到时间" tooltip="空着即此刻；只填日期的，按当天 12:00 算">
          <MomentField label="收到时间" placeholder="此刻" value={received} onChange={setReceived} />
        </Form.Item>
        {template.columns.map((column) => {
          const own = findings.filter((finding) => finding.field === column.id && finding.severity !== 'notice');
          const isError = own.some(({ severity }) => severity === 'error');
          return (
            <Form.Item
              key={column.id}
              label={column.name}
              required={column.required}
              className={isLong(column) ? 'case-wide' : ''}
              validateStatus={own.length === 0 ? '' : isError ? 'error' : 'warning'}
              help={own.length === 0 ? undefined : own.map(({ message }) => message).join(' ')}
            >
              <FieldInput column={column} value={values[column.id] ?? ''} onChange={(value) => set(column.id, value)} />
            </Form.Item>
          );
        })}
      </Form>
    </Drawer>
  );
}

interface FieldInputProps {
  readonly column: Column;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function FieldInput({ column, value, onChange }: FieldInputProps) {
  const { name, type, codes, listed } = column;
  if (type === 'date') {
    const day = dayjs(value, 'YYYY-MM-DD', true);
    return (
      <DatePicker
        aria-label={name}
        value={day.isValid() ? day : null}
        onChange={(chosen) => onChange(chosen?.format('YYYY-MM-DD') ?? '')}
      />
    );
  }
  if (listed?.strict)
    return (
      <Select<string[]>
        aria-label={name}
        mode="multiple"
        allowClear
        placeholder={`从${listed.title}中选`}
        value={value === '' ? [] : value.split('；').filter((one) => one in listed.values)}
        onChange={(chosen) => onChange(chosen.join('；'))}
        options={Object.keys(listed.values).map((one) => ({ value: one, label: one }))}
      />
    );
  if (listed)
    return (
      <AutoComplete
        aria-label={name}
        allowClear
        placeholder={`从${listed.title}中选，或自己写`}
        value={value}
        onChange={(text) => onChange(text ?? '')}
        options={Object.keys(listed.values).map((one) => ({ value: one }))}
      />
    );
  if (codes?.multiple)
    return (
      <Select<string[]>
        aria-label={name}
        mode="multiple"
        allowClear
        value={value === '' ? [] : value.split(';')}
        onChange={(chosen) => onChange(chosen.join(';'))}
        options={codes.values.map((one) => ({ value: one, label: one }))}
      />
    );
  if (codes?.otherWithText)
    return (
      <AutoComplete
        aria-label={name}
        allowClear
        placeholder="从列表选，或写 其他-具体内容"
        value={value}
        onChange={(text) => onChange(text ?? '')}
        options={codes.values.map((one) => ({ value: one === '其他' ? '其他-' : one }))}
      />
    );
  if (codes)
    return (
      <Select<string>
        aria-label={name}
        allowClear
        showSearch
        value={value === '' ? null : value}
        onChange={(chosen) => onChange(chosen ?? '')}
        options={codes.values.map((one) => ({ value: one, label: one }))}
      />
    );
  if (isLong(column))
    return (
      <Input.TextArea
        aria-label={name}
        autoSize={{ minRows: 2, maxRows: 8 }}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...(column.length === null ? {} : { count: { show: true, max: column.length } })}
      />
    );
  return <Input aria-label={name} value={value} onChange={(event) => onChange(event.target.value)} />;
}

/** Texts of more than two lines. */
const isLong = ({ type, length, codes }: Column): boolean => type === 'text' && codes === null && (length ?? 0) > 500;

/** The unit's full name in the field of the template that names the agency. */
function agencyOf({ unitField }: Template, { units }: Directory, unit: string | null): Record<string, string> {
  const name = units.find(({ id }) => id === unit)?.officialName;
  return unitField === null || name === undefined ? {} : { [unitField]: name };
}

function filled(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
}

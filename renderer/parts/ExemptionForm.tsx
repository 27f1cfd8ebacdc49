import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import type { Exemption } from '../../electron/contract/assignments.ts';
import type { Duty } from '../../electron/contract/duties.ts';
import type { Day, Moment, Period } from '../../electron/contract/time.ts';
import { useAction } from '../api/useAction.ts';
import type { Directory } from '../api/useDirectory.ts';
import { byOperator } from '../state/operator.ts';
import { usePeriod } from '../state/usePeriod.ts';
import { PARTS_WORDS as W } from '../words/dutyParts.ts';
import { DayField } from './DayField.tsx';
import { dutyPeriodOf } from './dutyPeriod.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import { MomentField } from './MomentField.tsx';
import { PeriodPicker } from './PeriodPicker.tsx';
import { UnitSelect } from './UnitSelect.tsx';

interface ExemptionFormProps {
  readonly kind: Exemption['kind'];
  readonly duty: Duty;
  readonly directory: Directory;
  /** The square it is for, where that is known. */
  readonly unit?: string;
  readonly period?: Period;
  /** Days an exemption is offered for. */
  readonly days?: { readonly from: Day; readonly to: Day };
  readonly onDone: () => void;
}

interface Fields {
  readonly unit: string;
  readonly all: boolean;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly until: Moment | null;
  readonly reason: string;
  readonly approver: string;
  readonly documentNo: string;
}

const REQUIRED = [{ required: true, whitespace: true, message: W.required }];

/** An exemption (免报) from day to day, or an extension (延期) of one period; both with reason, approver and document number. */
export function ExemptionForm({ kind, duty, directory, unit, period: given, days, onDone }: ExemptionFormProps) {
  const { message } = App.useApp();
  const [current] = usePeriod();
  const [period, setPeriod] = useState(given ?? dutyPeriodOf(duty, current));
  const saving = useAction('exemptions.save');
  const save = async (fields: Fields) => {
    const { reason, approver, documentNo } = fields;
    const saved = await saving.run({
      kind,
      unit: unit ?? fields.unit,
      ...(kind === 'exempt'
        ? { duty: fields.all ? null : duty.id, from: fields.from, to: fields.to, period: null, until: null }
        : {
            duty: duty.id,
            from: null,
            to: null,
            period,
            until: fields.until,
          }),
      reason,
      approver,
      documentNo,
      ...byOperator(),
    });
    if (!saved) return;
    message.success(W.saved);
    onDone();
  };
  return (
    <Form<Fields>
      className="parts-form"
      layout="inline"
      size="small"
      initialValues={{
        all: false,
        from: days?.from ?? null,
        to: days?.to ?? null,
        until: null,
        reason: '',
        approver: '',
        documentNo: '',
      }}
      onFinish={save}
      data-testid="exemption-form"
    >
      <ErrorNotice error={saving.error} />
      {unit === undefined && (
        <Form.Item name="unit" label={W.unit} rules={REQUIRED}>
          <UnitSelect units={directory.units} style={{ width: 180 }} />
        </Form.Item>
      )}
      {kind === 'exempt' && (
        <>
          <Form.Item name="all" label={W.scope}>
            <Select
              style={{ width: 140 }}
              options={[
                { value: false, label: W.thisDuty },
                { value: true, label: W.allDuties },
              ]}
            />
          </Form.Item>
          <Form.Item name="from" label={W.from}>
            <DayField label={W.from} placeholder={W.always} />
          </Form.Item>
          <Form.Item name="to" label={W.to}>
            <DayField label={W.to} placeholder={W.open} />
          </Form.Item>
        </>
      )}
      {kind === 'extended' && (
        <>
          {given === undefined && (
            <Form.Item label={W.period}>
              <PeriodPicker value={period} onChange={setPeriod} kinds={[]} />
            </Form.Item>
          )}
          <Form.Item name="until" label={W.until} rules={[{ required: true, message: W.required }]}>
            <MomentField label={W.until} placeholder="" />
          </Form.Item>
        </>
      )}
      <Form.Item name="reason" label={W.reason} rules={REQUIRED}>
        <Input maxLength={200} style={{ width: 220 }} />
      </Form.Item>
      <Form.Item name="approver" label={W.approver} rules={REQUIRED}>
        <Input maxLength={40} style={{ width: 110 }} />
      </Form.Item>
      <Form.Item name="documentNo" label={W.approvalNo} rules={REQUIRED}>
        <Input maxLength={60} style={{ width: 180 }} placeholder="西信用办〔2022〕8号" />
      </Form.Item>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={saving.busy}>
          {W.save}
        </Button>
        <Button onClick={onDone}>{W.cancel}</Button>
      </div>
    </Form>
  );
}

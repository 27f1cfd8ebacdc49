import { Checkbox, Form, Input, InputNumber, Segmented, Select } from 'antd';
import type { Duty, DutyDraft } from '../../../electron/contract/duties.ts';
import type { Unit, UnitGroup } from '../../../electron/contract/units.ts';
import { DUTIES_WORDS as W } from '../../words/duties.ts';
import { DueFields } from './DueFields.tsx';
import { type DutyFields, draftOf, fieldsOf, rulesOf } from './dutyFields.ts';

interface DutyFormProps {
  readonly duty: Duty;
  readonly groups: readonly UnitGroup[];
  readonly units: readonly Unit[];
  readonly onSave: (duty: DutyDraft) => void;
}

/** What an office may settle of a duty: due rule, record term, quota, units and notes. */
export function DutyForm({ duty, groups, units, onSave }: DutyFormProps) {
  const [form] = Form.useForm<DutyFields>();
  const initial = fieldsOf(duty);
  const hasTerm = Form.useWatch('hasTerm', form) ?? initial.hasTerm;
  const hasQuota = Form.useWatch('hasQuota', form) ?? initial.hasQuota;
  return (
    <Form<DutyFields>
      id="duty-form"
      form={form}
      labelCol={{ flex: '100px' }}
      initialValues={initial}
      // Fields that are not shown keep their values: the whole set is sent back.
      onFinish={() => onSave(draftOf(duty, { ...initial, ...form.getFieldsValue(true) }))}
      data-testid="duty-form"
    >
      <Form.Item name="title" label={W.name} rules={[{ required: true, whitespace: true, message: W.required }]}>
        <Input.TextArea autoSize maxLength={80} />
      </Form.Item>
      <DueFields rules={rulesOf(duty.cadence)} rule={Form.useWatch('rule', form) ?? initial.rule} />
      <Form.Item label={W.recordTerm} extra={W.termHint}>
        <div className="row">
          <Form.Item name="hasTerm" valuePropName="checked" noStyle>
            <Checkbox data-testid="duty-has-term">{W.hasTerm}</Checkbox>
          </Form.Item>
          {hasTerm && (
            <>
              <Form.Item name="termDays" noStyle rules={[{ required: true, message: W.required }]}>
                <InputNumber aria-label={W.termDays} min={1} max={365} precision={0} style={{ width: 76 }} />
              </Form.Item>
              <Form.Item name="termUnit" noStyle>
                <Segmented
                  aria-label={W.termUnit}
                  options={[
                    { value: 'natural', label: W.natural },
                    { value: 'working', label: W.working },
                  ]}
                />
              </Form.Item>
            </>
          )}
        </div>
      </Form.Item>
      <Form.Item label={W.quota} extra={hasQuota ? W.quotaCountHint : null}>
        <div className="row">
          <Form.Item name="hasQuota" valuePropName="checked" noStyle>
            <Checkbox>{W.hasQuota}</Checkbox>
          </Form.Item>
          {hasQuota && (
            <>
              <span>{W.quotaCount}</span>
              <Form.Item name="quotaCount" noStyle>
                <InputNumber aria-label={W.quotaCount} min={1} max={9999} precision={0} style={{ width: 76 }} />
              </Form.Item>
              <Form.Item name="quotaOf" noStyle rules={[{ required: true, whitespace: true, message: W.required }]}>
                <Input aria-label={W.quotaOf} placeholder={W.quotaOf} maxLength={12} style={{ width: 120 }} />
              </Form.Item>
            </>
          )}
        </div>
      </Form.Item>
      <Form.Item name="groups" label={W.groups}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={groups.map((group) => ({
            value: group.id,
            label: `${group.id} ${group.title}（${group.units.length} 个）`,
          }))}
        />
      </Form.Item>
      <Form.Item name="lead" label={W.lead}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        />
      </Form.Item>
      <Form.Item name="target" label={W.target}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      <Form.Item name="note" label={W.note}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </Form>
  );
}

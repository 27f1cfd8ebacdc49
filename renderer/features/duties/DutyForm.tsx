import { Button, Checkbox, Form, Input, InputNumber, Segmented, Select } from 'antd';
import { useState } from 'react';
import { CADENCES, type Duty, type DutyDraft } from '../../../electron/contract/duties.ts';
import type { Day } from '../../../electron/contract/time.ts';
import type { UnitGroup } from '../../../electron/contract/units.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { DayField } from '../../parts/DayField.tsx';
import { UnitsSelect } from '../../parts/UnitSelect.tsx';
import { DUTIES_WORDS as W } from '../../words/duties.ts';
import { CADENCE_WORDS } from '../../words.ts';
import { DueFields } from './DueFields.tsx';
import { DutyYearPanel } from './DutyYearPanel.tsx';
import { type DutyFields, draftOf, fieldsOf, isComplete, ruleFor, rulesOf, sinceOf } from './dutyFields.ts';
import { SinceFields } from './SinceFields.tsx';
import { EventTermFields, SamplingFields } from './TermFields.tsx';
import { TEMPLATE_SETS } from './templateSets.ts';

/** A change of a duty as it is saved: `from` absent means that it has always been so. */
export interface DutyChangeRequest {
  readonly duty: DutyDraft;
  readonly from?: Day;
  readonly reason?: string;
}

interface DutyFormProps {
  readonly duty: Duty;
  readonly groups: readonly UnitGroup[];
  readonly directory: Directory;
  readonly year: number;
  readonly onSave: (change: DutyChangeRequest) => void;
}

/** What an office may settle of a duty, and beside it what saving would do to the duty's year. */
export function DutyForm({ duty, groups, directory, year: firstYear, onSave }: DutyFormProps) {
  const [form] = Form.useForm<DutyFields>();
  const [year, setYear] = useState(firstYear);
  const initial = fieldsOf(duty);
  const [fields, setFields] = useState(initial);
  const complete = isComplete(fields);
  // Fields that are not shown keep their values: the whole set is sent back.
  const all = (): DutyFields => ({ ...initial, ...form.getFieldsValue(true) });
  const settle = (changed: Partial<DutyFields>) => {
    if (changed.cadence !== undefined) form.setFieldValue('rule', ruleFor(changed.cadence, all().rule));
    setFields(all());
  };
  return (
    <div className="duty-editor">
      <Form<DutyFields>
        id="duty-form"
        form={form}
        labelCol={{ flex: '84px' }}
        initialValues={initial}
        onValuesChange={settle}
        onFinish={() => {
          const done = all();
          const from = sinceOf(done);
          const dated = from === undefined ? {} : { from, reason: done.sinceReason.trim() };
          onSave({ duty: draftOf(duty, done), ...dated });
        }}
        data-testid="duty-form"
      >
        <SinceFields since={fields.since} />
        <Form.Item name="cadence" label={W.cadence}>
          <Select
            data-testid="duty-cadence"
            options={CADENCES.map((cadence) => ({ value: cadence, label: CADENCE_WORDS[cadence] }))}
          />
        </Form.Item>
        <DueFields rules={rulesOf(fields.cadence)} rule={fields.rule} day={fields.day} />
        <Form.Item label={W.quota} extra={fields.hasQuota ? W.quotaCountHint : null}>
          <div className="row">
            <Form.Item name="hasQuota" valuePropName="checked" noStyle>
              <Checkbox>{W.hasQuota}</Checkbox>
            </Form.Item>
            {fields.hasQuota && (
              <>
                <span>{W.quotaCount}</span>
                <Form.Item name="quotaCount" noStyle>
                  <InputNumber aria-label={W.quotaCount} min={1} max={9999} precision={0} style={{ width: 76 }} />
                </Form.Item>
                <Form.Item name="quotaOf" noStyle rules={[{ required: true, whitespace: true, message: W.required }]}>
                  <Input aria-label={W.quotaOf} placeholder={W.quotaOf} maxLength={20} style={{ width: 130 }} />
                </Form.Item>
              </>
            )}
          </div>
        </Form.Item>
        <Form.Item name="zeroReport" label={W.zeroReport}>
          <Select
            options={[
              { value: 'statement', label: W.zeroStatement },
              { value: 'none', label: W.zeroNone },
            ]}
          />
        </Form.Item>
        <Form.Item label={W.templates} extra={fields.templates.length === 0 ? W.templatesHint : null}>
          <Form.Item name="templates" noStyle>
            <Select
              mode="multiple"
              aria-label={W.templates}
              data-testid="duty-templates"
              maxTagCount={4}
              showSearch={{ optionFilterProp: 'label' }}
              options={directory.templates.map(({ id, title }) => ({ value: id, label: title }))}
            />
          </Form.Item>
          <div className="row small">
            <span className="muted">{W.templateSets}</span>
            {TEMPLATE_SETS.map((set) => (
              <Button
                key={set.title}
                size="small"
                onClick={() => {
                  form.setFieldValue('templates', set.templates);
                  setFields(all());
                }}
              >
                {set.title}（{set.templates.length} 张）
              </Button>
            ))}
          </div>
        </Form.Item>
        <Form.Item name="groups" label={W.groups}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={groups.map((group) => ({
              value: group.id,
              label: `${group.id} ${group.title}（${group.units.length} 个）`,
            }))}
          />
        </Form.Item>
        <Form.Item name="lead" label={W.lead}>
          <UnitsSelect units={directory.units} />
        </Form.Item>
        <Form.Item label={W.lasts} extra={W.lastsHint}>
          <div className="row">
            <Form.Item name="from" noStyle>
              <DayField label={W.lastsFrom} />
            </Form.Item>
            <span>{W.lastsTo}</span>
            <Form.Item name="to" noStyle>
              <DayField label={W.lastsTo} />
            </Form.Item>
          </div>
        </Form.Item>
        <Form.Item label={W.recordTerm} extra={fields.hasTerm ? W.termHint : null}>
          <div className="row">
            <Form.Item name="hasTerm" valuePropName="checked" noStyle>
              <Checkbox data-testid="duty-has-term">{W.hasTerm}</Checkbox>
            </Form.Item>
            {fields.hasTerm && (
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
        {(duty.kind === 'event' || duty.eventTerm) && <EventTermFields shown={fields.hasEventTerm} />}
        <SamplingFields shown={fields.hasSampling} />
        <Form.Item name="title" label={W.name} rules={[{ required: true, whitespace: true, message: W.required }]}>
          <Input.TextArea autoSize maxLength={80} />
        </Form.Item>
        <Form.Item name="target" label={W.target}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
        </Form.Item>
        <Form.Item name="note" label={W.note}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
        </Form.Item>
      </Form>
      <DutyYearPanel
        directory={directory}
        duty={duty.id}
        scheduled={duty.kind === 'scheduled' || duty.due !== null}
        year={year}
        onYear={setYear}
        draft={complete ? draftOf(duty, fields) : null}
        from={sinceOf(fields)}
      />
    </div>
  );
}

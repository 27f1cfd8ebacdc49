import { Button, Form, Input } from 'antd';
import type { Duty } from '../../../electron/contract/duties.ts';
import type { DutyEvent, EventDraft } from '../../../electron/contract/events.ts';
import type { Unit } from '../../../electron/contract/units.ts';
import { DayField } from '../../parts/DayField.tsx';
import { DutySelect } from '../../parts/DutySelect.tsx';
import { UnitSelect } from '../../parts/UnitSelect.tsx';
import { useAppInfo } from '../../state/appInfo.ts';
import { PARTS_WORDS as W } from '../../words/dutyParts.ts';

interface EventFormProps {
  /** Null: a new one. */
  readonly event: DutyEvent | null;
  readonly duty: string | undefined;
  readonly duties: readonly Duty[];
  readonly units: readonly Unit[];
  readonly busy: boolean;
  readonly onSave: (event: EventDraft) => void;
  readonly onCancel: () => void;
}

const REQUIRED = [{ required: true, message: W.required }];

/** Records an event, or closes it with its outcome. */
export function EventForm({ event, duty, duties, units, busy, onSave, onCancel }: EventFormProps) {
  const { now } = useAppInfo();
  const [form] = Form.useForm<EventDraft>();
  const initial: Partial<EventDraft> = event ?? {
    ...(duty === undefined ? {} : { duty }),
    unit: null,
    title: '',
    day: now.slice(0, 10),
    closedOn: null,
    outcome: '',
    note: '',
  };
  const closedOn = Form.useWatch('closedOn', form) ?? initial.closedOn;
  return (
    <Form<EventDraft>
      form={form}
      className="event-form"
      layout="inline"
      size="small"
      initialValues={initial}
      onFinish={() => {
        const fields = form.getFieldsValue(true) as EventDraft; // antd types it as any
        const { title, day, outcome, note } = fields;
        onSave({
          id: event?.id ?? null,
          duty: duty ?? fields.duty,
          unit: fields.unit ?? null,
          title,
          day,
          closedOn: fields.closedOn ?? null,
          outcome,
          note,
        });
      }}
      data-testid="event-form"
    >
      {duty === undefined && (
        <Form.Item name="duty" label={W.duty} rules={REQUIRED}>
          <DutySelect duties={duties} numbered style={{ width: 240 }} />
        </Form.Item>
      )}
      <Form.Item name="title" label={W.eventTitle} rules={[{ required: true, whitespace: true, message: W.required }]}>
        <Input placeholder={W.eventTitleHint} maxLength={100} style={{ width: 280 }} data-testid="event-title" />
      </Form.Item>
      <Form.Item name="unit" label={W.unit}>
        <UnitSelect units={units} style={{ width: 170 }} allowClear placeholder={W.noUnit} />
      </Form.Item>
      <Form.Item name="day" label={W.eventDay} rules={REQUIRED}>
        <DayField label={W.eventDay} allowClear={false} />
      </Form.Item>
      <Form.Item name="note" label={W.eventNote}>
        <Input maxLength={500} style={{ width: 220 }} />
      </Form.Item>
      <Form.Item name="closedOn" label={W.eventClosed}>
        <DayField label={W.eventClosed} />
      </Form.Item>
      {closedOn && (
        <Form.Item
          name="outcome"
          label={W.eventOutcome}
          rules={[{ required: true, whitespace: true, message: W.required }]}
        >
          <Input maxLength={300} style={{ width: 280 }} data-testid="event-outcome" />
        </Form.Item>
      )}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy} data-testid="event-save">
          {W.save}
        </Button>
        <Button onClick={onCancel}>{W.cancel}</Button>
      </div>
    </Form>
  );
}

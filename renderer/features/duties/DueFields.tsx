import { Form, Input, InputNumber, Select } from 'antd';
import { DUE_RULE_WORDS, SHIFT_WORDS, DUTIES_WORDS as W, WEEKDAY_WORDS } from '../../words/duties.ts';
import { CampaignFields, DateFields } from './ChosenDays.tsx';
import type { DutyFields } from './dutyFields.ts';

interface DueFieldsProps {
  /** Rules that make sense for the duty's cadence. */
  readonly rules: readonly Exclude<DutyFields['rule'], 'none'>[];
  readonly rule: DutyFields['rule'];
  readonly day: number;
}

const SHIFTS = (['office', 'next', 'previous', 'none'] as const).map((value) => ({ value, label: SHIFT_WORDS[value] }));

/** The due rule: which kind, and the fields that kind needs. */
export function DueFields({ rules, rule, day }: DueFieldsProps) {
  // A rule the cadence would not offer is still shown when it is the one in force.
  const offered = rule === 'none' || rules.includes(rule) ? rules : [rule, ...rules];
  return (
    <>
      <Form.Item label={W.due}>
        <div className="row">
          <Form.Item name="rule" noStyle>
            <Select
              aria-label={W.dueRule}
              data-testid="duty-rule"
              style={{ width: 176 }}
              options={[
                ...offered.map((value) => ({ value, label: DUE_RULE_WORDS[value] })),
                { value: 'none', label: W.dueRuleNone },
              ]}
            />
          </Form.Item>
          {rule === 'weekday' && (
            <Form.Item name="weekday" noStyle>
              <Select
                aria-label={W.weekday}
                style={{ width: 100 }}
                options={WEEKDAY_WORDS.map((label, index) => ({ value: index + 1, label }))}
              />
            </Form.Item>
          )}
          {rule === 'fixed-date' && <NumberField name="month" label={W.month} max={12} />}
          {(rule === 'day-of-month' || rule === 'day-of-next-month' || rule === 'fixed-date') && (
            <NumberField name="day" label={W.day} max={31} />
          )}
          {rule === 'days-after-period' && (
            <>
              <NumberField name="days" label="" spoken={W.afterDays} max={366} />
              <Form.Item name="dayUnit" noStyle>
                <Select
                  aria-label={W.termUnit}
                  style={{ width: 92 }}
                  options={[
                    { value: 'natural', label: W.natural },
                    { value: 'working', label: W.working },
                  ]}
                />
              </Form.Item>
            </>
          )}
          {rule !== 'none' && (
            <Form.Item
              name="time"
              noStyle
              rules={[{ required: true, pattern: /^([01]\d|2[0-3]):[0-5]\d$/, message: W.timeAsk }]}
            >
              <Input
                aria-label={W.time}
                data-testid="duty-time"
                placeholder="18:00"
                maxLength={5}
                style={{ width: 76 }}
              />
            </Form.Item>
          )}
        </div>
        {(rule === 'day-of-month' || rule === 'day-of-next-month') && day > 28 && (
          <div className="muted small">{W.dayHint}</div>
        )}
        {rule === 'dates' && <DateFields />}
        {rule === 'campaign' && <CampaignFields />}
      </Form.Item>
      {rule !== 'none' && (
        <Form.Item name="shift" label={W.shift}>
          <Select style={{ width: 176 }} options={SHIFTS} />
        </Form.Item>
      )}
    </>
  );
}

interface NumberFieldProps {
  readonly name: string;
  readonly label: string;
  /** Accessible name where nothing stands behind the number. */
  readonly spoken?: string;
  readonly max: number;
}

function NumberField({ name, label, spoken, max }: NumberFieldProps) {
  return (
    <>
      <Form.Item name={name} noStyle rules={[{ required: true, message: W.required }]}>
        <InputNumber aria-label={spoken ?? label} min={1} max={max} precision={0} style={{ width: 68 }} />
      </Form.Item>
      {label !== '' && <span>{label}</span>}
    </>
  );
}

import { Form, Input, InputNumber, Select } from 'antd';
import { DUE_RULE_WORDS, SHIFT_WORDS, DUTIES_WORDS as W, WEEKDAY_WORDS } from '../../words/duties.ts';
import type { DutyFields } from './dutyFields.ts';

interface DueFieldsProps {
  /** Rules that make sense for the duty's cadence. */
  readonly rules: readonly Exclude<DutyFields['rule'], 'none'>[];
  readonly rule: DutyFields['rule'];
}

const SHIFTS = (['office', 'next', 'previous', 'none'] as const).map((value) => ({ value, label: SHIFT_WORDS[value] }));

/** The due rule: which kind, and the fields that kind needs. */
export function DueFields({ rules, rule }: DueFieldsProps) {
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
              style={{ width: 160 }}
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
        {(rule === 'day-of-month' || rule === 'day-of-next-month') && <div className="muted small">{W.dayHint}</div>}
      </Form.Item>
      {rule !== 'none' && (
        <Form.Item name="shift" label={W.shift}>
          <Select style={{ width: 200 }} options={SHIFTS} />
        </Form.Item>
      )}
    </>
  );
}

function NumberField({ name, label, max }: { readonly name: string; readonly label: string; readonly max: number }) {
  return (
    <>
      <Form.Item name={name} noStyle rules={[{ required: true, message: W.required }]}>
        <InputNumber aria-label={label} min={1} max={max} precision={0} style={{ width: 68 }} />
      </Form.Item>
      <span>{label}</span>
    </>
  );
}

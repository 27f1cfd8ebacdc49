import { Form, Input, Radio } from 'antd';
import { DayField } from '../../parts/DayField.tsx';
import { DUTIES_WORDS as W } from '../../words/duties.ts';
import type { DutyFields } from './dutyFields.ts';

/** 从何时起: a mistake put right for all periods, or a change from a day on that leaves the past as it was. */
export function SinceFields({ since }: { readonly since: DutyFields['since'] }) {
  return (
    <Form.Item label={W.since} extra={since === 'day' ? W.sinceDayHint : W.sinceAlwaysHint}>
      <Form.Item name="since" noStyle>
        <Radio.Group
          data-testid="duty-since"
          options={[
            { value: 'day', label: W.sinceDay },
            { value: 'always', label: W.sinceAlways },
          ]}
        />
      </Form.Item>
      {since === 'day' && (
        <div className="row">
          <Form.Item name="sinceDay" noStyle rules={[{ required: true, message: W.required }]}>
            <DayField label={W.lastsFrom} testId="duty-since-day" />
          </Form.Item>
          <Form.Item name="sinceReason" noStyle rules={[{ required: true, whitespace: true, message: W.required }]}>
            <Input
              aria-label={W.sinceReason}
              placeholder={`${W.sinceReason}，${W.sinceReasonHint}`}
              maxLength={200}
              style={{ flex: 1, minWidth: 200 }}
              data-testid="duty-since-reason"
            />
          </Form.Item>
        </div>
      )}
    </Form.Item>
  );
}

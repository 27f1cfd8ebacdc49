import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { DUTIES_WORDS as W } from '../../words/duties.ts';
import { COVER_WORDS, DRAW_WORDS, TERM_MEANING_WORDS, TERM_UNIT_WORDS } from '../../words/dutyParts.ts';

const REQUIRED = [{ required: true, message: W.required }];
const UNITS = (['natural', 'working', 'months'] as const).map((value) => ({ value, label: TERM_UNIT_WORDS[value] }));
const MEANINGS = (['within', 'not-before'] as const).map((value) => ({ value, label: TERM_MEANING_WORDS[value] }));
const DRAWS = (['monthly', 'quarterly'] as const).map((value) => ({ value, label: DRAW_WORDS[value] }));
const COVERS = (['half-yearly', 'yearly'] as const).map((value) => ({ value, label: COVER_WORDS[value] }));

/** The clock of each event of an event duty: 自收到异议之日起3个工作日内办结. */
export function EventTermFields({ shown }: { readonly shown: boolean }) {
  return (
    <Form.Item label={W.eventTerm}>
      <div className="row">
        <Form.Item name="hasEventTerm" valuePropName="checked" noStyle>
          <Checkbox>{W.hasEventTerm}</Checkbox>
        </Form.Item>
        {shown && (
          <>
            <span>自</span>
            <Form.Item name="eventFrom" noStyle rules={[{ required: true, whitespace: true, message: W.required }]}>
              <Input aria-label={W.termFrom} placeholder={W.termFromHint} maxLength={20} style={{ width: 130 }} />
            </Form.Item>
            <span>之日起</span>
            <Form.Item name="eventCount" noStyle rules={REQUIRED}>
              <InputNumber aria-label={W.termDays} min={1} max={366} precision={0} style={{ width: 64 }} />
            </Form.Item>
            <Form.Item name="eventUnit" noStyle>
              <Select aria-label={W.termUnit} style={{ width: 92 }} options={UNITS} />
            </Form.Item>
            <Form.Item name="eventMeaning" noStyle>
              <Select aria-label={W.eventTerm} style={{ width: 136 }} options={MEANINGS} />
            </Form.Item>
          </>
        )}
      </div>
    </Form.Item>
  );
}

/** 月收集、季抽查、半年全覆盖: how many units are drawn how often, and when all must have been. */
export function SamplingFields({ shown }: { readonly shown: boolean }) {
  return (
    <Form.Item label={W.sampling}>
      <div className="row">
        <Form.Item name="hasSampling" valuePropName="checked" noStyle>
          <Checkbox>{W.hasSampling}</Checkbox>
        </Form.Item>
        {shown && (
          <>
            <Form.Item name="draw" noStyle>
              <Select aria-label={W.sampling} style={{ width: 108 }} options={DRAWS} />
            </Form.Item>
            <span>{W.share}</span>
            <Form.Item name="share" noStyle rules={REQUIRED}>
              <InputNumber aria-label={W.share} min={1} max={100} precision={0} style={{ width: 64 }} />
            </Form.Item>
            <span>%</span>
            <Form.Item name="cover" noStyle>
              <Select aria-label={W.sampling} style={{ width: 160 }} options={COVERS} />
            </Form.Item>
          </>
        )}
      </div>
    </Form.Item>
  );
}

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber } from 'antd';
import { DayField } from '../../parts/DayField.tsx';
import { DUTIES_WORDS as W } from '../../words/duties.ts';

const REQUIRED = [{ required: true, message: W.required }];

/** The days an office chose (定期、一次性). */
export function DateFields() {
  return (
    <Form.List name="dates">
      {(fields, { add, remove }) => (
        <div className="duty-list">
          {fields.map(({ key, name }) => (
            <div key={key} className="row">
              <Form.Item name={name} noStyle rules={REQUIRED}>
                <DayField label={W.dates} />
              </Form.Item>
              <RemoveButton onClick={() => remove(name)} />
            </div>
          ))}
          <Button size="small" type="dashed" icon={<PlusOutlined />} onClick={() => add(null)} data-testid="add-date">
            {W.addDate}
          </Button>
        </div>
      )}
    </Form.List>
  );
}

/** Days of every year on which something is organised: title, month and day, how long it takes. */
export function CampaignFields() {
  return (
    <>
      <Form.List name="campaigns">
        {(fields, { add, remove }) => (
          <div className="duty-list">
            {fields.map(({ key, name }) => (
              <div key={key} className="row">
                <Form.Item name={[name, 'title']} noStyle rules={REQUIRED}>
                  <Input
                    aria-label={W.campaignTitle}
                    placeholder={W.campaignTitle}
                    maxLength={40}
                    style={{ width: 150 }}
                  />
                </Form.Item>
                <Form.Item name={[name, 'month']} noStyle rules={REQUIRED}>
                  <InputNumber aria-label={W.month} min={1} max={12} precision={0} style={{ width: 52 }} />
                </Form.Item>
                <span>{W.month}</span>
                <Form.Item name={[name, 'day']} noStyle rules={REQUIRED}>
                  <InputNumber aria-label={W.day} min={1} max={31} precision={0} style={{ width: 52 }} />
                </Form.Item>
                <span>{W.day}，历时</span>
                <Form.Item name={[name, 'length']} noStyle rules={REQUIRED}>
                  <InputNumber aria-label={W.campaignLength} min={1} max={366} precision={0} style={{ width: 56 }} />
                </Form.Item>
                <span>天</span>
                <RemoveButton onClick={() => remove(name)} />
              </div>
            ))}
            <Button
              size="small"
              type="dashed"
              icon={<PlusOutlined />}
              onClick={() => add({ title: '', month: 3, day: 15, length: 1 })}
              data-testid="add-campaign"
            >
              {W.addCampaign}
            </Button>
          </div>
        )}
      </Form.List>
      <div className="row">
        <span>{W.campaignAfter}</span>
        <Form.Item name="campaignDays" noStyle rules={REQUIRED}>
          <InputNumber aria-label={W.campaignAfter} min={0} max={366} precision={0} style={{ width: 64 }} />
        </Form.Item>
        <span>{W.campaignAfterTail}</span>
      </div>
    </>
  );
}

function RemoveButton({ onClick }: { readonly onClick: () => void }) {
  return <Button size="small" type="text" aria-label={W.remove} icon={<DeleteOutlined />} onClick={onClick} />;
}

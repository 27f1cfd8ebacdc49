import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import { CONTACT_ROLE_WORDS, UNITS_WORDS as W } from '../../words/units.ts';

const ROLES = (['leader', 'clerk'] as const).map((role) => ({ value: role, label: CONTACT_ROLE_WORDS[role] }));

/** A mobile number, or one with or without its area code and extension; several are possible. */
const PHONE = /^(\s*(1\d{10}|(0\d{2,3}[-\s]?)?\d{7,8}([-转]\d{1,6})?)\s*[，,、;；/]?)+$/u;

/** The contacts of a unit: one leader and one clerk are asked of each (notice 一（一）), more are possible. */
export function ContactFields() {
  return (
    <Form.List name="contacts">
      {(fields, { add, remove }) => (
        <div className="units-contacts">
          {fields.map(({ key, name }) => (
            <div key={key} className="units-contact">
              <Form.Item name={[name, 'role']} noStyle>
                <Select aria-label={W.contactRole} options={ROLES} />
              </Form.Item>
              <Form.Item
                name={[name, 'name']}
                rules={[{ required: true, whitespace: true, message: W.contactNameAsk }]}
              >
                <Input placeholder={W.contactName} aria-label={W.contactName} maxLength={30} />
              </Form.Item>
              <Form.Item name={[name, 'phone']} rules={[{ pattern: PHONE, warningOnly: true, message: W.phoneHint }]}>
                <Input placeholder={W.contactPhone} aria-label={W.contactPhone} maxLength={30} />
              </Form.Item>
              <Form.Item name={[name, 'email']} rules={[{ type: 'email', warningOnly: true, message: W.emailHint }]}>
                <Input placeholder={W.contactEmail} aria-label={W.contactEmail} maxLength={80} />
              </Form.Item>
              <Form.Item name={[name, 'wechat']}>
                <Input placeholder={W.contactWechat} aria-label={W.contactWechat} maxLength={40} />
              </Form.Item>
              <Button
                type="text"
                danger
                icon={<DeleteOutlined />}
                aria-label={W.removeContact}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Button
            size="small"
            icon={<PlusOutlined />}
            onClick={() => add({ role: fields.length === 0 ? 'leader' : 'clerk', name: '', phone: '', email: '' })}
            data-testid="contact-add"
          >
            {W.addContact}
          </Button>
        </div>
      )}
    </Form.List>
  );
}

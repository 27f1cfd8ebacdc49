import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import { CONTACT_ROLE_WORDS, UNITS_WORDS as W } from '../../words/units.ts';

const ROLES = (['leader', 'clerk'] as const).map((role) => ({ value: role, label: CONTACT_ROLE_WORDS[role] }));

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
              <Form.Item name={[name, 'phone']} noStyle>
                <Input placeholder={W.contactPhone} aria-label={W.contactPhone} maxLength={30} />
              </Form.Item>
              <Form.Item name={[name, 'email']} noStyle>
                <Input placeholder={W.contactEmail} aria-label={W.contactEmail} maxLength={80} />
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

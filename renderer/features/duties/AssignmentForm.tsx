import { App, Button, Form, Input, Select } from 'antd';
import type { Assignment } from '../../../electron/contract/assignments.ts';
import { useAction } from '../../api/useAction.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { DayField } from '../../parts/DayField.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { UnitSelect } from '../../parts/UnitSelect.tsx';
import { byOperator } from '../../state/operator.ts';
import { ROLE_WORDS, PARTS_WORDS as W } from '../../words/dutyParts.ts';

interface AssignmentFormProps {
  readonly duty: string;
  readonly directory: Directory;
  readonly onDone: () => void;
}

type Fields = Pick<Assignment, 'unit' | 'role' | 'from' | 'to' | 'reason' | 'documentNo'>;

const ROLES = (['responsible', 'lead', 'none'] as const).map((value) => ({ value, label: ROLE_WORDS[value] }));
const REQUIRED = [{ required: true, whitespace: true, message: W.required }];

/** Gives a unit a part in a duty beside its groups, or takes it out of one, from day to day. */
export function AssignmentForm({ duty, directory, onDone }: AssignmentFormProps) {
  const { message } = App.useApp();
  const saving = useAction('assignments.save');
  const save = async (fields: Fields) => {
    if (!(await saving.run({ ...EMPTY, ...fields, duty, ...byOperator() }))) return;
    message.success(W.saved);
    onDone();
  };
  return (
    <Form<Fields>
      className="parts-form"
      layout="inline"
      size="small"
      initialValues={EMPTY}
      onFinish={save}
      data-testid="assignment-form"
    >
      <ErrorNotice error={saving.error} />
      <Form.Item name="unit" label={W.unit} rules={REQUIRED}>
        <UnitSelect units={directory.units} style={{ width: 180 }} />
      </Form.Item>
      <Form.Item name="role" label={W.role}>
        <Select style={{ width: 140 }} options={ROLES} />
      </Form.Item>
      <Form.Item name="from" label={W.from}>
        <DayField label={W.from} placeholder={W.always} />
      </Form.Item>
      <Form.Item name="to" label={W.to}>
        <DayField label={W.to} placeholder={W.open} />
      </Form.Item>
      <Form.Item name="reason" label={W.reason} rules={REQUIRED}>
        <Input maxLength={200} style={{ width: 220 }} />
      </Form.Item>
      <Form.Item name="documentNo" label={W.documentNo}>
        <Input maxLength={60} style={{ width: 180 }} placeholder="西信用办〔2022〕8号" />
      </Form.Item>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={saving.busy}>
          {W.save}
        </Button>
        <Button onClick={onDone}>{W.cancel}</Button>
      </div>
    </Form>
  );
}

const EMPTY = { role: 'responsible', from: null, to: null, reason: '', documentNo: '' } as const;

import { Alert, DatePicker, Form, Input, Modal } from 'antd';
import type { Dayjs } from 'dayjs';
import type { Unit } from '../../../electron/contract/units.ts';
import type { Args } from '../../../electron/contract.ts';
import type { RequestError } from '../../api/requestError.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { UNITS_WORDS as W } from '../../words/units.ts';

interface RenameDialogProps {
  readonly unit: Unit | null;
  readonly busy: boolean;
  readonly error: RequestError | undefined;
  readonly onRename: (renaming: Args<'units.rename'>) => void;
  readonly onClose: () => void;
}

type Fields = Pick<Args<'units.rename'>, 'name' | 'officialName' | 'reason'> & { readonly on: Dayjs };

/** A new name from a day on, with what that means for older papers. */
export function RenameDialog({ unit, busy, error, onRename, onClose }: RenameDialogProps) {
  const required = [{ required: true, whitespace: true, message: W.required }];
  return (
    <Modal
      open={unit !== null}
      title={`${W.rename}：${unit?.name ?? ''}`}
      okText={W.rename}
      okButtonProps={{ htmlType: 'submit', form: 'rename-form', loading: busy }}
      onCancel={onClose}
      destroyOnHidden
      data-testid="rename-dialog"
    >
      <Alert type="info" showIcon title={W.renameHint} style={{ marginBottom: 12 }} />
      <ErrorNotice error={error} />
      <Form<Fields>
        id="rename-form"
        labelCol={{ flex: '120px' }}
        onFinish={({ on, ...fields }) => unit && onRename({ ...fields, unit: unit.id, on: on.format('YYYY-MM-DD') })}
      >
        <Form.Item name="name" label={`新${W.name}`} rules={required}>
          <Input maxLength={30} placeholder={unit?.name ?? ''} data-testid="rename-name" />
        </Form.Item>
        <Form.Item name="officialName" label={`新${W.officialName}`} rules={required}>
          <Input maxLength={60} placeholder={unit?.officialName ?? ''} data-testid="rename-official" />
        </Form.Item>
        <Form.Item name="on" label={W.renameOn} rules={[{ required: true, message: W.required }]}>
          <DatePicker data-testid="rename-on" />
        </Form.Item>
        <Form.Item name="reason" label={W.reason} rules={[{ required: true, whitespace: true, message: W.reasonAsk }]}>
          <Input maxLength={200} data-testid="rename-reason" />
        </Form.Item>
      </Form>
    </Modal>
  );
}

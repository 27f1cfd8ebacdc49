import { UploadOutlined } from '@ant-design/icons';
import { Button, DatePicker, Form, Input, InputNumber, Segmented, Upload } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import {
  REGISTER_KINDS,
  REGISTER_WAYS,
  type RegisterKind,
  type RegisterWay,
} from '../../../electron/contract/status.ts';
import { REGISTER_WAY_WORDS } from '../../../electron/contract/words.ts';
import { STATUS_PAGE_WORDS as W } from '../../words/status.ts';
import { REGISTER_WORDS } from '../../words.ts';
import type { Registration } from './useCell.ts';

interface RegisterFormProps {
  readonly zeroAllowed: boolean;
  readonly busy: boolean;
  readonly onRegister: (registration: Registration) => Promise<boolean>;
}

interface Fields {
  readonly kind: RegisterKind;
  readonly via?: RegisterWay;
  readonly received?: Dayjs | null;
  readonly note?: string;
  readonly count?: number | null;
}

const NOTE_HINTS: Readonly<Record<RegisterKind, string>> = {
  paper: W.paperHint,
  zero: W.zeroHint,
  waived: W.waivedHint,
};

/** Manual registration: what came on paper or by chat, a zero report with its statement, an exemption with its reason. */
export function RegisterForm({ zeroAllowed, busy, onRegister }: RegisterFormProps) {
  const [form] = Form.useForm<Fields>();
  const [file, setFile] = useState<File>();
  const kind = Form.useWatch('kind', form) ?? 'paper';
  const kinds = REGISTER_KINDS.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));

  const submit = async (fields: Fields) => {
    const done = await onRegister({
      kind: fields.kind,
      via: fields.kind === 'waived' ? undefined : fields.via,
      received: fields.received?.format('YYYY-MM-DDTHH:mm'),
      note: fields.note ?? '',
      count: fields.kind === 'paper' ? (fields.count ?? undefined) : undefined,
      file,
    });
    if (!done) return;
    form.resetFields();
    setFile(undefined);
  };

  return (
    <Form
      form={form}
      layout="vertical"
      size="small"
      initialValues={{ kind: 'paper', count: 1 }}
      onFinish={submit}
      data-testid="register-form"
    >
      <Form.Item name="kind" label={W.registerKind}>
        <Segmented
          options={kinds.map((one) => ({
            value: one,
            label: REGISTER_WORDS[one],
            disabled: one === 'zero' && !zeroAllowed,
          }))}
        />
      </Form.Item>
      <div className="row" style={{ alignItems: 'flex-start' }}>
        <Form.Item name="received" label={W.registerReceived} tooltip="空着即此刻">
          <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" placeholder="此刻" />
        </Form.Item>
        {kind !== 'waived' && (
          <Form.Item name="via" label={W.registerVia}>
            <Segmented options={REGISTER_WAYS.map((value) => ({ value, label: REGISTER_WAY_WORDS[value] }))} />
          </Form.Item>
        )}
        {kind === 'paper' && (
          <Form.Item name="count" label={W.registerCount}>
            <InputNumber min={1} max={9999} precision={0} style={{ width: 80 }} />
          </Form.Item>
        )}
        <Form.Item label={W.registerFile}>
          <Upload
            maxCount={1}
            fileList={file ? [{ uid: 'file', name: file.name, status: 'done' }] : []}
            beforeUpload={(picked) => {
              setFile(picked);
              return false;
            }}
            onRemove={() => setFile(undefined)}
          >
            <Button icon={<UploadOutlined />}>选择文件</Button>
          </Upload>
        </Form.Item>
      </div>
      <Form.Item name="note" label={W.registerNote} dependencies={['kind']} rules={noteRules(kind, file)}>
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 6 }}
          placeholder={NOTE_HINTS[kind]}
          data-testid="register-note"
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy} data-testid="register-submit">
        {W.registerSave}
      </Button>
    </Form>
  );
}

const ORDER: readonly RegisterKind[] = ['paper', 'zero', 'waived'];

/** A zero report needs its statement as text or file (cli.md, “Grid and rates”); an exemption its reason. */
function noteRules(kind: RegisterKind, file: File | undefined) {
  if (kind === 'zero' && !file) return [{ required: true, whitespace: true, message: W.statementAsk }];
  if (kind === 'waived') return [{ required: true, whitespace: true, message: W.waivedAsk }];
  return [];
}

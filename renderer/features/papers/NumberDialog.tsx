import { Alert, Checkbox, Form, Input, InputNumber, Modal } from 'antd';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { NUMBER_WORDS as W } from '../../words/documentNumbers.ts';
import type { NumberTask, useNumbers } from './useNumbers.ts';

interface NumberDialogProps {
  readonly page: ReturnType<typeof useNumbers>;
  readonly task: NumberTask;
}

interface Fields {
  readonly seq?: number | null;
  readonly text: string;
  readonly mistyped?: boolean;
}

/** Reserves, enters or voids a number. */
export function NumberDialog({ page, task }: NumberDialogProps) {
  const { title, hint, ok } = wordsOf(task);
  const submit = ({ seq, text, mistyped = false }: Fields) => {
    switch (task.task) {
      case 'reserve':
        return page.reserve(text.trim(), seq ?? null);
      case 'enter':
        return page.enter(text.trim(), seq ?? 0);
      case 'void':
        return page.voidNumber(task.id, text.trim(), mistyped);
      default:
        return task satisfies never;
    }
  };
  return (
    <Modal
      open
      title={title}
      okText={ok}
      okButtonProps={{ htmlType: 'submit', form: 'number-form', loading: page.busy }}
      onCancel={page.leave}
      data-testid="number-dialog"
    >
      {hint === '' ? null : <Alert type="info" showIcon title={hint} style={{ marginBottom: 12 }} />}
      <ErrorNotice error={page.error} />
      <Form<Fields>
        id="number-form"
        labelCol={{ flex: '92px' }}
        initialValues={{ text: '', seq: task.task === 'enter' ? task.seq : null }}
        onFinish={submit}
      >
        {task.task === 'void' ? null : (
          <Form.Item
            name="seq"
            label={`${page.year} 年`}
            rules={task.task === 'enter' ? [{ required: true, message: W.seqAsk }] : []}
          >
            <InputNumber
              aria-label={W.seq}
              min={1}
              max={9999}
              precision={0}
              suffix="号"
              style={{ width: 200 }}
              placeholder={task.task === 'reserve' ? W.seqNext : W.seq}
              data-testid="number-seq"
            />
          </Form.Item>
        )}
        <Form.Item
          name="text"
          label={task.task === 'void' ? W.voidReason : W.subject}
          rules={[{ required: true, whitespace: true, message: task.task === 'void' ? W.voidReason : W.subjectAsk }]}
        >
          <Input maxLength={200} autoFocus data-testid="number-text" />
        </Form.Item>
        {task.task === 'void' ? (
          <Form.Item name="mistyped" valuePropName="checked" help={W.mistypedHint}>
            <Checkbox data-testid="number-mistyped">{W.mistyped}</Checkbox>
          </Form.Item>
        ) : null}
      </Form>
    </Modal>
  );
}

function wordsOf(task: NumberTask): { readonly title: string; readonly hint: string; readonly ok: string } {
  switch (task.task) {
    case 'reserve':
      return { title: W.reserveTitle, hint: W.reserveHint, ok: W.reserve };
    case 'enter':
      return { title: W.enterTitle, hint: W.enterHint, ok: W.account };
    case 'void':
      return { title: `${W.voidTitle}：${task.text}`, hint: '', ok: W.void };
    default:
      return task satisfies never;
  }
}

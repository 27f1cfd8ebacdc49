import { Alert, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { RequestError } from '../../api/requestError.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { NamelessHint } from '../../parts/NamelessHint.tsx';
import { byOperator } from '../../state/operator.ts';
import { PANEL_WORDS } from '../../words/composer.ts';
import { ACTION_WORDS as A } from '../../words/paperSteps.ts';

/** A step that is taken with a written remark. */
export type Question = 'check' | 'reopen' | 'void';

interface ReasonDialogProps {
  readonly question: Question;
  /** With a letter the chases go that it was logged as. */
  readonly isLetter: boolean;
  /** What is worth a look before the paper is checked. */
  readonly advice: readonly string[];
  readonly busy: boolean;
  readonly error: RequestError | undefined;
  readonly onAnswer: (text: string) => void;
  readonly onClose: () => void;
}

const WORDS: Readonly<
  Record<
    Question,
    {
      readonly title: string;
      readonly text: string;
      readonly label: string;
      readonly ok: string;
      readonly must: boolean;
    }
  >
> = {
  check: { title: A.checkTitle, text: A.checkText, label: A.checkNote, ok: A.check, must: false },
  reopen: { title: A.reopen, text: '', label: A.reopenReason, ok: A.reopen, must: true },
  void: { title: A.voidTitle, text: A.voidText, label: A.voidReason, ok: A.void, must: true },
};

/** Asks before a paper is checked, sent back or voided. */
export function ReasonDialog({ question, advice, busy, error, isLetter, onAnswer, onClose }: ReasonDialogProps) {
  const { title, label, ok, must } = WORDS[question];
  const text = question === 'void' && isLetter ? `${WORDS.void.text}${A.voidLetter}` : WORDS[question].text;
  const [isNameless] = useState(() => byOperator().by === undefined);
  return (
    <Modal
      open
      title={title}
      okText={ok}
      okButtonProps={{ htmlType: 'submit', form: 'reason-form', loading: busy, danger: question === 'void' }}
      onCancel={onClose}
      data-testid="reason-dialog"
    >
      {text === '' ? null : (
        <Alert type={question === 'void' ? 'warning' : 'info'} showIcon title={text} style={{ marginBottom: 12 }} />
      )}
      {question === 'check' && advice.length > 0 ? (
        <ul className="paper-advice" aria-label={PANEL_WORDS.advice}>
          {advice.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
      <NamelessHint />
      <ErrorNotice error={error} />
      <Form<{ text: string }>
        id="reason-form"
        layout="vertical"
        initialValues={{ text: '' }}
        onFinish={(fields) => onAnswer(fields.text.trim())}
      >
        <Form.Item
          name="text"
          label={label}
          rules={must ? [{ required: true, whitespace: true, message: A.reasonAsk }] : []}
        >
          <Input maxLength={200} autoFocus={!isNameless} data-testid="reason-text" />
        </Form.Item>
      </Form>
    </Modal>
  );
}

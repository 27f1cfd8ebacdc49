import { Button, Popconfirm } from 'antd';
import type { Paper } from '../../../electron/contract/papers.ts';
import { ACTION_WORDS as A } from '../../words/paperSteps.ts';
import type { Question } from './ReasonDialog.tsx';

interface StepButtonsProps {
  readonly paper: Paper;
  readonly busy: boolean;
  /** Why it can be neither checked nor issued now; empty: it can. */
  readonly hindered: string;
  readonly onAsk: (question: Question) => void;
  readonly onIssue: () => void;
  readonly onRemove: () => void;
}

/** The steps that a paper can take from where it stands. */
export function StepButtons({ paper, busy, hindered, onAsk, onIssue, onRemove }: StepButtonsProps) {
  const ask = (question: Question, word: string, look: { readonly type?: 'primary'; readonly danger?: true } = {}) => {
    const reason = question === 'check' ? hindered : '';
    return (
      <Button
        disabled={busy || reason !== ''}
        title={reason}
        onClick={() => onAsk(question)}
        data-testid={`paper-${question}`}
        {...look}
      >
        {word}
      </Button>
    );
  };
  switch (paper.state) {
    case 'draft':
      return (
        <>
          {/* One that was checked before keeps its place in the register. */}
          {paper.steps.some(({ step }) => step === 'checked') ? (
            ask('void', A.void, { danger: true })
          ) : (
            <Popconfirm title={A.removeAsk} onConfirm={onRemove} okText={A.remove} styles={{ root: { maxWidth: 320 } }}>
              <Button danger disabled={busy} data-testid="paper-remove">
                {A.remove}
              </Button>
            </Popconfirm>
          )}
          {ask('check', A.check, { type: 'primary' })}
        </>
      );
    case 'checked':
      return (
        <>
          {ask('void', A.void, { danger: true })}
          {ask('reopen', A.reopen)}
          <Button
            type="primary"
            disabled={busy || hindered !== ''}
            title={hindered}
            onClick={onIssue}
            data-testid="paper-issue"
          >
            {A.issue}
          </Button>
        </>
      );
    case 'issued':
      return ask('void', A.void, { danger: true });
    case 'void':
      return null;
    default:
      return paper.state satisfies never;
  }
}

import { Alert, Button, Space } from 'antd';
import { Link } from 'react-router';
import type { Candidate, Question } from '../../../electron/contract/imports.ts';
import type { ChoiceLine } from '../../parts/choices.ts';
import type { Answer, Choice } from './overrides.ts';
import { PasswordForm } from './PasswordForm.tsx';
import { UnitAnswer } from './UnitAnswer.tsx';

interface QuestionPanelProps {
  readonly question: Question;
  /** Of the file. */
  readonly name: string;
  /** An answer was given and the plan is being made anew with it. */
  readonly answered: boolean;
  readonly busy: boolean;
  readonly units: readonly ChoiceLine[];
  /** Files of the import that wait for a password, this one included. */
  readonly locked: number;
  readonly onChoose: (choice: Choice) => void;
  readonly onPassword: (password: string) => void;
  /** Other tables with the same question and this answer among theirs. */
  readonly alike: (value: string) => readonly Answer[];
  readonly onChooseAlike: (choice: Choice, alike: readonly Answer[]) => void;
}

/** What the program does not guess: the question with its possible answers, each with its evidence. */
export function QuestionPanel(props: QuestionPanelProps) {
  const { question, answered, busy, alike, onChoose, onChooseAlike } = props;
  const choosing = { busy, onChoose, onChooseAlike };
  const told = answered ? `已答复，正在重做预览；可以接着处理别的表。${question.message}` : question.message;
  const isClosed = question.code === 'encrypted' || question.code === 'wrong_password';
  return (
    <Alert
      type={answered ? 'info' : 'warning'}
      showIcon
      data-testid="question"
      data-code={question.code}
      title={isClosed ? `“${props.name}”设有打开密码，输入之后才能读取。` : told}
      description={
        isClosed ? (
          <PasswordForm
            key={question.code}
            wrong={question.code === 'wrong_password'}
            locked={props.locked}
            busy={busy}
            onPassword={props.onPassword}
            onSkip={() => onChoose({ skip: true })}
          />
        ) : (
          <Space orientation="vertical" size={6} style={{ width: '100%' }}>
            {question.candidates.map((candidate, index) => (
              <CandidateLine
                key={candidate.value}
                number={index + 1}
                candidate={candidate}
                alike={alike(candidate.value)}
                {...choosing}
              />
            ))}
            {ASKS_UNIT.has(question.code) ? (
              <UnitAnswer
                units={props.units}
                busy={busy}
                isLearned={question.code === 'unit_unknown'}
                onPick={(unit) => onChoose({ unit })}
              />
            ) : null}
            {question.code === 'unit_unknown' ? (
              <span className="muted small">
                要添加成员单位的，到 <Link to="/units">“单位”页</Link>；这次导入会留着，回到这里自动重做预览。
              </span>
            ) : null}
            {wayOn(question) === '' ? null : <span className="muted small">{wayOn(question)}</span>}
          </Space>
        )
      }
    />
  );
}

/** What can be done when none of the candidates is right. */
function wayOn({ code, candidates }: Question): string {
  const otherwise = candidates.length > 0 ? '都不对时，' : '';
  switch (code) {
    case 'unit_unknown':
    case 'unit_conflict':
    case 'period_unknown':
    case 'period_conflict':
    case 'duty_ambiguous':
      return `${otherwise}请在下面的“去向”里手工指定，或点“本表不导入”。`;
    case 'column_ambiguous':
    case 'column_missing':
      return `${otherwise}请在下面的“列”里手工指定，或点“本表不导入”。`;
    case 'removed_rows':
    case 'resend_or_addition':
      return '下面的“变化”里列出了每一条的不同。';
    case 'date_order':
    case 'encrypted':
    case 'wrong_password':
      return '';
  }
}

const ASKS_UNIT: ReadonlySet<Question['code']> = new Set(['unit_unknown', 'unit_conflict']);

interface CandidateLineProps extends Pick<QuestionPanelProps, 'busy' | 'onChoose' | 'onChooseAlike'> {
  readonly number: number;
  readonly candidate: Candidate;
  readonly alike: readonly Answer[];
}

function CandidateLine({ number, candidate, alike, busy, onChoose, onChooseAlike }: CandidateLineProps) {
  return (
    <div className="row" style={{ flexWrap: 'nowrap' }}>
      {number < 10 ? <kbd title={`按 ${number} 键选这个答案`}>{number}</kbd> : null}
      <Button
        size="small"
        disabled={busy}
        data-testid="candidate"
        style={{ flexShrink: 0 }}
        onClick={() => onChoose(candidate.choice)}
      >
        {candidate.label}
      </Button>
      <span className="muted small">{candidate.evidence}</span>
      {alike.length > 0 ? (
        <Button
          type="link"
          size="small"
          disabled={busy}
          data-testid="candidate-alike"
          onClick={() => onChooseAlike(candidate.choice, alike)}
        >
          其余 {alike.length} 张同样的疑问也这样答
        </Button>
      ) : null}
    </div>
  );
}

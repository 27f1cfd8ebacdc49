import { Button, Popconfirm } from 'antd';
import type { AssessmentEntry } from '../../../electron/contract/assessment.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { SHEET_WORDS as W } from '../../words/assessment.ts';
import { entryText, type SheetLine, stepText, trailOf, withdrawal } from './sheetLines.ts';
import type { ScoringView } from './useScoring.ts';

interface LineTrailProps {
  readonly line: Pick<SheetLine, 'entries' | 'objections' | 'kind' | 'pieces'>;
  readonly scoring: Pick<ScoringView, 'busy' | 'error' | 'withdraw'>;
}

/** What happened to a line, oldest first: who typed what and why, objections and their answers. What was typed can be taken back. */
export function LineTrail({ line, scoring }: LineTrailProps) {
  const steps = trailOf(line);
  const { busy, error, withdraw } = scoring;
  if (steps.length === 0) return <span className="muted">{W.trailEmpty}</span>;
  return (
    <>
      <ErrorNotice error={error} />
      <ol className="score-trail" data-testid="trail-steps">
        {steps.map((step) => (
          <li key={step.key}>
            {stepText(step, line.pieces?.unit)}
            {step.is === 'entry' && withdrawal(line, step.entry) === 'decided' ? (
              <span className="muted">{W.withdrawDecided}</span>
            ) : null}
            {step.is === 'entry' && withdrawal(line, step.entry) !== 'decided' ? (
              <Popconfirm
                title={W.withdrawAsk}
                description={withdrawHint(line, step.entry)}
                okText={W.withdraw}
                onConfirm={() => void withdraw(step.entry.id)}
              >
                <Button
                  type="link"
                  size="small"
                  disabled={busy}
                  aria-label={`${W.withdraw} ${entryText(step.entry, line.pieces?.unit)}`}
                  data-testid="withdraw-entry"
                >
                  {W.withdraw}
                </Button>
              </Popconfirm>
            ) : null}
          </li>
        ))}
      </ol>
    </>
  );
}

/** What counts once an entry is taken back, in words. */
function withdrawHint(line: LineTrailProps['line'], entry: AssessmentEntry): string {
  switch (withdrawal(line, entry)) {
    case 'same':
      return W.withdrawOlder;
    case 'toDecision':
      return W.withdrawToDecision;
    case 'toEntry':
      return W.withdrawNewest;
    case 'toNothing':
      return line.kind === 'item' ? W.withdrawOnly : W.withdrawOnlyExtra;
    default:
      return W.withdrawDecided;
  }
}

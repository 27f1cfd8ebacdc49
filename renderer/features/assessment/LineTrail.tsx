import { dayText, momentText } from '../../parts/periods.ts';
import { OBJECTION_STATE_WORDS, SHEET_WORDS as W } from '../../words/assessment.ts';
import { entryText, type SheetLine, type TrailStep, trailOf } from './sheetLines.ts';

/** What happened to a line, oldest first: who typed what and why, objections and their answers. */
export function LineTrail({ line }: { readonly line: Pick<SheetLine, 'entries' | 'objections'> }) {
  const steps = trailOf(line);
  if (steps.length === 0) return <span className="muted">{W.trailEmpty}</span>;
  return (
    <ol className="score-trail" data-testid="trail-steps">
      {steps.map((step) => (
        <li key={step.key}>{stepText(step)}</li>
      ))}
    </ol>
  );
}

function stepText(step: TrailStep): string {
  switch (step.is) {
    case 'entry': {
      const { at, by, evidence } = step.entry;
      return `${momentText(at)} ${by} 评分：${entryText(step.entry)}。佐证：${evidence}`;
    }
    case 'claim': {
      const { at, by, claim, before } = step.objection;
      const had = before === null ? '缺项' : `${before} 分`;
      return `${dayText(at)} ${by} 登记申诉（当时 ${had}）：${claim}`;
    }
    case 'decision': {
      const { decidedAt, decidedBy, decision, state, after } = step.objection;
      const points = after === null ? '' : `，改为 ${after} 分`;
      return `${momentText(decidedAt)} ${decidedBy} 处理：${OBJECTION_STATE_WORDS[state]}${points}。${decision}`;
    }
    default:
      return step satisfies never;
  }
}

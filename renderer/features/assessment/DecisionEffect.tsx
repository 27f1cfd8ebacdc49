import { Alert } from 'antd';
import { ENTRY_WORDS as W } from '../../words/assessment.ts';
import type { ScoringView } from './useScoring.ts';

/** What the decision just made changed: points, score, rank and band. It stays until it is closed or another line is taken up. */
export function DecisionEffect({ scoring }: { readonly scoring: Pick<ScoringView, 'effect' | 'clearEffect'> }) {
  if (scoring.effect === null) return null;
  return (
    <Alert
      type="success"
      showIcon
      closable
      onClose={scoring.clearEffect}
      title={`${W.decided}。${scoring.effect.text}`}
      data-testid="decision-effect"
    />
  );
}

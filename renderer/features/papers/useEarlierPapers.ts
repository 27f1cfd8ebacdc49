import type { PaperKind, PaperSummary } from '../../../electron/contract/papers.ts';
import type { Period } from '../../../electron/contract/time.ts';
import { useRequest } from '../../api/useRequest.ts';

/** The papers of a kind that there are about a period already, voided ones left out: a second one is seldom meant. */
export function useEarlierPapers(kind: PaperKind, period: Period): readonly PaperSummary[] {
  const { data = [] } = useRequest('papers.list', { kind, period });
  // The answer for another kind or period stays until the new one comes.
  return data.filter((paper) => paper.kind === kind && paper.period === period && paper.state !== 'void');
}

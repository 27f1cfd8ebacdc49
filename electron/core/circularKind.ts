import { CIRCULAR_KINDS, type CircularKind, type PaperKind } from '../contract/papers.ts';
import { PAPER_KIND_WORDS } from '../contract/paperWords.ts';
import type { Period } from '../contract/time.ts';
import { periodKind } from './period.ts';
import { Refusal } from './refusal.ts';

/** Whether a kind of paper is a circular. */
function isCircularKind(kind: PaperKind): kind is CircularKind {
  return (CIRCULAR_KINDS as readonly PaperKind[]).includes(kind);
}

/**
 * The kind of a circular about a period: the one asked for, else what the period is; a week or half year has no kind of its own and gives
 * a special one. Refuses (`paper_kind`) a month's circular about a quarter and the like; a special one is about any period.
 */
export function circularKindOf(period: Period, asked?: PaperKind): CircularKind {
  const own = OWN_KIND[periodKind(period)];
  const kind = asked ?? own;
  if (isCircularKind(kind) && (kind === 'special' || kind === own)) return kind;
  throw new Refusal('paper_kind', `${PAPER_KIND_WORDS[kind]} ${period}`);
}

const OWN_KIND = { week: 'special', month: 'monthly', quarter: 'quarterly', half: 'special', year: 'annual' } as const;

import type { DutyKind } from '../../electron/contract/duties.ts';

/**
 * What the five notices ask for (domain.md §8): every duty under its number with its kind, ★ scheduled, ◇ event, ○ ledger, and how many
 * units a list of names has. The data that a shipped profile is held against.
 */
export const NOTICES: readonly Notice[] = [
  {
    profile: 'xixia-2022',
    prefix: '000',
    kinds: '○★◇◇★★★○★★◇★★★○★',
    groups: { '000-G1': 26, '000-G2': 0, '000-G3': 27, '000-G4': 25, '000-G5': 26, '000-G7': 2 },
  },
  { profile: 'jishan-2022', prefix: '001', kinds: '○★★◇★★★○○○◇★★○○○◇◇◇○○◇', groups: {} },
  { profile: 'xingshan-2024', prefix: '002', kinds: '○○★★○◇◇★○★○★◇○○○○○◇★★', groups: {} },
  { profile: 'weidong-2021', prefix: '003', kinds: '○○○○○○★★○○★○◇★○○◇◇★◇◇◇○★', groups: { '003-G2': 0, '003-G8': 7 } },
  {
    profile: 'zhaoling-2018',
    prefix: '004',
    kinds: '◇★○★◇◇◇○○○○★',
    groups: { '004-G1': 33, '004-G2': 13, '004-G3': 3 },
  },
];

export interface Notice {
  readonly profile: string;
  readonly prefix: string;
  /** One sign per duty, in the order of their numbers. */
  readonly kinds: string;
  /** Units of each list the notice names; a list that names none has 0. */
  readonly groups: Readonly<Record<string, number>>;
}

/** The sign the notices' table and the window give a kind. */
export const KIND_SIGNS: Readonly<Record<DutyKind, string>> = { scheduled: '★', event: '◇', ledger: '○' };

/** The duties of a notice: number and sign. */
export function dutiesOf({ prefix, kinds }: Notice): { readonly id: string; readonly sign: string }[] {
  return [...kinds].map((sign, index) => ({ id: `${prefix}-${String(index + 1).padStart(2, '0')}`, sign }));
}

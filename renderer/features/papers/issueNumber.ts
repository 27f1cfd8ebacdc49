export type NumberFrom = 'next' | 'reserved' | 'none';

/** A reserved number; each year has a register of its own. */
export interface ReservedNumber {
  readonly year: number;
  readonly seq: number;
}

/** Which 发文字号 a paper of `year` is issued with; undefined: still to be chosen. */
export function issueNumber(
  from: NumberFrom,
  reserved: ReservedNumber | null,
  year: number,
): { readonly no?: number; readonly numbered?: boolean } | undefined {
  if (from === 'next') return {};
  if (from === 'none') return { numbered: false };
  return reserved?.year === year ? { no: reserved.seq } : undefined;
}

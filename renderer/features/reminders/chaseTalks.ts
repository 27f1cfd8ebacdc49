import type { Chase } from '../../../electron/contract/chases.ts';

/** One contact with a unit: what was logged of it, a line for each thing it was about. */
export interface ChaseTalk {
  readonly key: string;
  /** Newest first, at least one. */
  readonly chases: readonly [Chase, ...Chase[]];
}

/** The log as contacts: lines of one unit with the same time, way, person, answer, promise and paper were logged at once. */
export function chaseTalks(chases: readonly Chase[]): ChaseTalk[] {
  const keyOf = ({ unit, at, how, whom, answer, promised, by, paper }: Chase) =>
    JSON.stringify([unit, at, how, whom, answer, promised, by, paper]);
  return [...Map.groupBy(chases, keyOf)].flatMap(([key, [first, ...rest]]): ChaseTalk[] =>
    first === undefined ? [] : [{ key, chases: [first, ...rest] }],
  );
}

/** `3 个单位 28 项`: contacts are counted by units, not by the lines they are kept in. */
export function chasedText(chases: readonly Pick<Chase, 'unit'>[]): string {
  return `${new Set(chases.map(({ unit }) => unit)).size} 个单位 ${chases.length} 项`;
}

import type { Chase } from '../../../electron/contract/chases.ts';

/** One contact with a unit: what was logged of it, a line for each thing it was about. */
export interface ChaseTalk {
  readonly key: string;
  /** Newest first, at least one. */
  readonly chases: readonly [Chase, ...Chase[]];
}

/** The log as contacts: lines of one unit with the same time, way, person, answer, promise and paper were logged at once. */
export function chaseTalks(chases: readonly Chase[]): ChaseTalk[] {
  return [...Map.groupBy(chases, keyOf)].flatMap(([key, [first, ...rest]]): ChaseTalk[] =>
    first === undefined ? [] : [{ key, chases: [first, ...rest] }],
  );
}

/** The newest contacts of a log that was asked for `limit` lines and one more; one that the limit cuts in two waits for the next ones. */
export function newestTalks(
  chases: readonly Chase[],
  limit: number,
): { readonly talks: readonly ChaseTalk[]; readonly isCut: boolean } {
  const next = chases[limit];
  const talks = chaseTalks(chases.slice(0, limit));
  if (next === undefined) return { talks, isCut: false };
  const whole = talks.filter(({ key }) => key !== keyOf(next));
  return { talks: whole.length > 0 ? whole : talks, isCut: true };
}

/** `共 3 次，28 项`; of a log that goes on `最近 3 次，28 项`. What went with a void letter counts no more, and is told apart. */
export function talksText(talks: readonly ChaseTalk[], isCut: boolean): string {
  const [gone, own] = [talks.filter(isVoid), talks.filter((talk) => !isVoid(talk))];
  const lines = own.reduce((sum, { chases }) => sum + chases.length, 0);
  const without = gone.length === 0 ? '' : `，另有 ${gone.length} 次随催报函作废，不计`;
  return `${isCut ? '最近' : '共'} ${own.length} 次，${lines} 项${without}`;
}

/** Its 催报函 was made void: it never counted. */
export function isVoid({ chases: [first] }: ChaseTalk): boolean {
  return first.isVoid === true;
}

/** `3 个单位 28 项`: contacts are counted by units, not by the lines they are kept in. */
export function chasedText(chases: readonly Pick<Chase, 'unit'>[]): string {
  return `${new Set(chases.map(({ unit }) => unit)).size} 个单位 ${chases.length} 项`;
}

function keyOf({ unit, at, how, whom, answer, promised, by, paper }: Chase): string {
  return JSON.stringify([unit, at, how, whom, answer, promised, by, paper]);
}

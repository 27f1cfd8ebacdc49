import { CHASE_WORDS as W } from '../../words/chases.ts';

/** How many of the lines were withdrawn, one after the other: the first refusal ends it. */
export async function withdrawEach(
  ids: readonly number[],
  withdraw: (id: number) => Promise<boolean>,
): Promise<number> {
  for (const [done, id] of ids.entries()) if (!(await withdraw(id))) return done;
  return ids.length;
}

/** What is said of it; null: of nothing withdrawn the refusal alone speaks. */
export function withdrawnText(done: number, asked: number): string | null {
  if (done === 0) return null;
  const said = `${W.withdrawn} ${done} 笔`;
  return done === asked ? said : `${said}，其余 ${asked - done} 笔没有撤回`;
}

import type { Template } from '../contract/templates.ts';
import type { AnalysedTable } from './analysed.ts';
import type { OpenReturn } from './importRemarks.ts';
import { numberedParts } from './recordKey.ts';

/**
 * The tables with the stored keys of records whose key itself was mended: a unit that is sent back a wrong code puts it right, and the
 * record is the same. Two keys are one record's when they differ in one part, that is their only partner on both sides, and either the
 * document number is among the equal parts or the differing one was sent back. Everything else keeps its own key.
 */
export function withStoredKeys(
  tables: readonly AnalysedTable[],
  stored: ReadonlyMap<string, unknown>,
  template: Template | undefined,
  slip: OpenReturn | null,
): readonly AnalysedTable[] {
  if (stored.size === 0 || template === undefined || template.key.length < 2) return tables;
  const incoming = new Set(tables.flatMap((table) => table.records.map((record) => record.key)));
  const gone = [...stored.keys()].filter((key) => !incoming.has(key));
  const fresh = [...incoming].filter((key) => !stored.has(key));
  if (gone.length === 0 || fresh.length === 0) return tables;
  const mended = partners(gone, fresh, mayDiffer(template, slip));
  if (mended.size === 0) return tables;
  return tables.map((table) => ({
    ...table,
    records: table.records.map((record) => {
      const key = mended.get(record.key);
      return key === undefined ? record : { ...record, key };
    }),
  }));
}

/** Fresh key → the stored key it was, where both have no other partner. */
function partners(
  gone: readonly string[],
  fresh: readonly string[],
  mayDifferIn: (storedKey: string, part: number) => boolean,
): ReadonlyMap<string, string> {
  const byRest = new Map<string, { readonly gone: string[]; readonly fresh: string[] }>();
  const put = (key: string, side: 'gone' | 'fresh'): void => {
    const parts = key.split('|');
    for (const [place, part] of parts.entries()) {
      const rest = parts.toSpliced(place, 1);
      if (rest.every((other) => other === '') || part.includes('#')) continue;
      const group = byRest.get(`${place}|${rest.join('|')}`) ?? { gone: [], fresh: [] };
      group[side].push(key);
      byRest.set(`${place}|${rest.join('|')}`, group);
    }
  };
  for (const key of gone) put(key, 'gone');
  for (const key of fresh) put(key, 'fresh');
  const pairs = new Map<string, Set<string>>();
  for (const [place, group] of byRest) {
    const [was, other] = group.gone;
    const [is, another] = group.fresh;
    if (was === undefined || is === undefined || other !== undefined || another !== undefined) continue;
    if (mayDifferIn(was, Number.parseInt(place, 10))) pairs.set(is, (pairs.get(is) ?? new Set()).add(was));
  }
  // A key that could have been two others is left to the clerk.
  const claimed = Map.groupBy(
    [...pairs].flatMap(([is, all]) => (all.size === 1 ? [...all].map((was) => ({ is, was })) : [])),
    (pair) => pair.was,
  );
  return new Map([...claimed.values()].flatMap((own) => (own.length === 1 ? own.map(({ is, was }) => [is, was]) : [])));
}

/** Whether a key may have been mended in a part: the document number still names the record, or the part was sent back. */
function mayDiffer(template: Template, slip: OpenReturn | null): (storedKey: string, part: number) => boolean {
  const numbered = numberedParts(template);
  const returned = new Map((slip?.items ?? []).map((item) => [`${item.key}\n${item.field ?? ''}`, item]));
  return (key, part) =>
    numbered.some((isNumber, place) => isNumber && place !== part && key.split('|')[place] !== '') ||
    (template.key[part] ?? []).some((field) => returned.has(`${key}\n${field}`));
}

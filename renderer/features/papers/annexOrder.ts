import type { PaperView } from '../../../electron/contract/papers.ts';

/** An annex to choose: the chosen ones first, in their order, then the others as the texts have them. */
export interface AnnexLine {
  readonly annex: string;
  readonly caption: string;
  readonly isChosen: boolean;
}

export function annexLines(choice: PaperView['annexChoice'], chosen: readonly string[]): AnnexLine[] {
  const captions = new Map(choice.map(({ annex, caption }) => [annex, caption]));
  const first = chosen.flatMap((annex) => {
    const caption = captions.get(annex);
    return caption === undefined ? [] : [{ annex, caption, isChosen: true }];
  });
  const others = choice.filter(({ annex }) => !chosen.includes(annex));
  return [...first, ...others.map((line) => ({ ...line, isChosen: false }))];
}

/** The annexes with one more, at the end, or one fewer. */
export function chosenAnnexes(lines: readonly AnnexLine[], annex: string, isChosen: boolean): string[] {
  const rest = lines.filter((line) => line.isChosen && line.annex !== annex).map((line) => line.annex);
  return isChosen ? [...rest, annex] : rest;
}

/** The annexes with one moved up (-1) or down (1). */
export function shiftAnnex(lines: readonly AnnexLine[], annex: string, by: -1 | 1): string[] {
  const chosen = lines.filter((line) => line.isChosen).map((line) => line.annex);
  const from = chosen.indexOf(annex);
  const to = from + by;
  if (from < 0 || to < 0 || to >= chosen.length) return chosen;
  const without = chosen.toSpliced(from, 1);
  return without.toSpliced(to, 0, annex);
}

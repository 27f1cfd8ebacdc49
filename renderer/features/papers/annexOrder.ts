import type { PaperView } from '../../../electron/contract/papers.ts';

/** An annex to choose: the chosen ones first, in their order, then the others as the texts have them. */
interface AnnexLine {
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

/** The annexes with one more, at the end, or one fewer. One that the data do not make at this moment stays chosen. */
export function chosenAnnexes(chosen: readonly string[], annex: string, isChosen: boolean): string[] {
  const rest = chosen.filter((other) => other !== annex);
  return isChosen ? [...rest, annex] : rest;
}

/** The annexes with one moved up (-1) or down (1) among those on screen; the others keep their places. */
export function shiftAnnex(
  lines: readonly AnnexLine[],
  chosen: readonly string[],
  annex: string,
  by: -1 | 1,
): string[] {
  const shown = lines.filter((line) => line.isChosen).map((line) => line.annex);
  const other = shown[shown.indexOf(annex) + by];
  const [from, to] = [chosen.indexOf(annex), other === undefined ? -1 : chosen.indexOf(other)];
  if (from < 0 || to < 0 || other === undefined) return [...chosen];
  return chosen.with(from, other).with(to, annex);
}

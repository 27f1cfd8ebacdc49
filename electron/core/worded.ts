import type { Figure, FigureRef } from '../contract/figures.ts';

/** A text with its numbers and the rows behind them. */
export interface Worded {
  readonly text: string;
  readonly figures: readonly Figure[];
}

/** A text in which no number opens anything. */
export function plain(text: string): Worded {
  return { text, figures: [] };
}

/** A number as printed that opens the rows it was counted from. */
export function counted(printed: string | number, ref: FigureRef): Worded {
  const text = String(printed);
  return { text, figures: [{ start: 0, length: text.length, ref }] };
}

/** Texts one behind the other; their figures move along. */
export function joined(parts: readonly Worded[], separator = ''): Worded {
  let text = '';
  const figures: Figure[] = [];
  for (const [index, part] of parts.entries()) {
    if (index > 0) text += separator;
    figures.push(...shifted(part.figures, text.length));
    text += part.text;
  }
  return { text, figures };
}

/** Figures of a text that now begins so many UTF-16 units later. */
export function shifted(figures: readonly Figure[], by: number): Figure[] {
  return figures.map((figure) => ({ ...figure, start: figure.start + by }));
}

/** Replaces `{name}` by its value; an unknown name stays as it stands, so that it is seen. */
export function filled(text: string, values: Readonly<Record<string, string | number | Worded>>): Worded {
  const parts: Worded[] = [];
  let at = 0;
  for (const match of text.matchAll(/\{(\w+)\}/g)) {
    const value = values[match[1] ?? ''] ?? match[0];
    parts.push(plain(text.slice(at, match.index)), typeof value === 'object' ? value : plain(String(value)));
    at = match.index + match[0].length;
  }
  return joined([...parts, plain(text.slice(at))]);
}

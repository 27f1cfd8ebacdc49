import type { Figure, FigureRef } from '../../../electron/contract/figures.ts';

interface TextPiece {
  readonly start: number;
  readonly text: string;
  /** Null: plain text. */
  readonly ref: FigureRef | null;
}

/** A text cut at its figures. A figure that does not lie in the text, or in one before it, stays plain text. */
export function piecesOf(text: string, figures: readonly Figure[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { start, length, ref } of [...figures].sort((a, b) => a.start - b.start)) {
    if (start < at || length <= 0 || start + length > text.length) continue;
    if (start > at) pieces.push({ start: at, text: text.slice(at, start), ref: null });
    pieces.push({ start, text: text.slice(start, start + length), ref });
    at = start + length;
  }
  if (at < text.length) pieces.push({ start: at, text: text.slice(at), ref: null });
  return pieces;
}

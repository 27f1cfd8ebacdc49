import { createRecordScanner, SEPARATORS, type Separator } from './csvRecords.ts';

/**
 * The separator that makes the best header line of the first lines of a text: the most short names, none of them cut
 * through by another separator. Comma where nothing separates anything.
 */
export function csvSeparator(start: string): Separator {
  let best: { readonly separator: Separator; readonly score: number; readonly record: number } | null = null;
  for (const separator of SEPARATORS) {
    const others = SEPARATORS.filter((other) => other !== separator);
    let record = 0;
    const scanner = createRecordScanner(separator, (fields) => {
      if (record >= RECORDS) return;
      record++;
      const score = headerScore(fields, others);
      // Of two that make equally much, the one that does so earlier: data may hold any separator, a header hardly.
      if (score > (best?.score ?? 1) || (score === best?.score && record < best.record))
        best = { separator, score, record };
    });
    scanner.push(start);
    scanner.end();
  }
  return best === null ? ',' : (best as { readonly separator: Separator }).separator;
}

const RECORDS = 20;
const LONGEST_NAME = 60;

function headerScore(fields: readonly string[], others: readonly Separator[]): number {
  let score = 0;
  for (const field of fields) {
    const name = field.trim();
    if (name === '' || name.length > LONGEST_NAME) continue;
    score += others.some((other) => name.includes(other)) ? -1 : 1;
  }
  return score;
}

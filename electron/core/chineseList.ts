import type { FigureRef } from '../contract/figures.ts';
import { counted, joined, plain, type Worded } from './worded.ts';

/**
 * Names in a running sentence: `甲`, `甲、乙等2家单位`, and beyond `limit` the first of them with `等30家单位（名单见附件2）`.
 * `see` is what the brackets say; empty: no brackets. The number of units opens `ref`. Never call it with an empty list: that reads 无,
 * which is another sentence.
 */
export function unitList(
  names: readonly Worded[],
  { limit, see, ref }: { readonly limit: number; readonly see: string; readonly ref: FigureRef },
): Worded {
  const [first] = names;
  if (names.length === 1 && first !== undefined) return first;
  const brackets = names.length > limit && see !== '' ? `（${see}）` : '';
  const shown = joined(names.slice(0, limit), '、');
  return joined([shown, plain('等'), counted(names.length, ref), plain(`家单位${brackets}`)]);
}

const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 1–99 in Chinese numerals, for `一、` and `（十二）`. */
export function chineseNumeral(n: number): string {
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  if (tens === 0) return DIGITS[ones] ?? '';
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones === 0 ? '' : DIGITS[ones]}`;
}

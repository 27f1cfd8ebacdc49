import { extname } from 'node:path';
import { Refusal } from '../core/refusal.ts';

/** The format an output is asked for by its file's ending; null: no output is asked for. Refuses `format_unsupported`, naming the endings there are. */
export function outFormat<T extends string>(out: string | undefined, formats: readonly T[]): T | null {
  if (out === undefined) return null;
  const extension = extname(out).slice(1).toLowerCase();
  const format = formats.find((candidate) => candidate === extension);
  if (format === undefined)
    throw new Refusal('format_unsupported', `${out}（可写 ${formats.map((one) => `.${one}`).join('、')}）`);
  return format;
}

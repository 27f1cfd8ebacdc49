import { readFileSync } from 'node:fs';
import { Refusal } from '../core/refusal.ts';

/** The JSON document of a file, with or without the mark of Windows editors. Refuses `file_missing` and `usage`. */
function readJsonFile(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\ufeff/u, '');
  } catch {
    throw new Refusal('file_missing', path);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal('usage', `${path} 不是 JSON：${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A JSON object of a file with no other fields than those known: a mistyped one would have no effect. Its values are checked with the request. */
export function readJsonObject(path: string, known: readonly string[]): Readonly<Record<string, unknown>> {
  const value = readJsonFile(path);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal('usage', `${path} 应为一个 JSON 对象`);
  const stranger = Object.keys(value).find((name) => !known.includes(name));
  if (stranger !== undefined) throw new Refusal('usage', `${path} 里不认识 ${stranger}，可写 ${known.join('、')}`);
  return value as Readonly<Record<string, unknown>>; // an object and no list
}

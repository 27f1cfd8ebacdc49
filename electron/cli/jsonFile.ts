import { readFileSync } from 'node:fs';
import { ARGUMENT_WORDS } from '../contract/argumentWords.ts';
import { Refusal } from '../core/refusal.ts';

/** The JSON document of a file, with or without the mark of Windows editors. Refuses `file_missing` and `usage`. */
export function readJsonFile(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\ufeff/u, '');
  } catch {
    throw new Refusal('file_missing', path);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal('usage', `${path} 不是 JSON：${faultOf(text, error)}`);
  }
}

/** Where JSON breaks off, as far as the reader says: of a short text it gives no position. */
function faultOf(text: string, error: unknown): string {
  if (text.trim() === '') return '文件是空的';
  const message = error instanceof Error ? error.message : '';
  if (message.includes('end of JSON')) return '没有写完，最后缺少引号或括号';
  const [, position] = /at position (\d+)/u.exec(message) ?? [];
  const lines = text.slice(0, Number(position ?? 0)).split('\n');
  const place = position === undefined ? '' : `第 ${lines.length} 行第 ${(lines.at(-1)?.length ?? 0) + 1} 个字附近，`;
  return `${place}请检查引号、逗号和括号`;
}

/** A JSON object of a file with no other fields than those known: a mistyped one would have no effect. Its values are checked with the request. */
export function readJsonObject(path: string, known: readonly string[]): Readonly<Record<string, unknown>> {
  const value = readJsonFile(path);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal('usage', `${path} 应为一个 JSON 对象`);
  const stranger = Object.keys(value).find((name) => !known.includes(name));
  if (stranger !== undefined)
    throw new Refusal('usage', `${path} 里不认识 ${stranger}，可写 ${known.map(named).join('、')}`);
  return value as Readonly<Record<string, unknown>>; // an object and no list
}

/** `office（办公室全称）`: who looks for a name finds the field it stands in. */
function named(field: string): string {
  const word = ARGUMENT_WORDS[field];
  return word === undefined ? field : `${field}（${word}）`;
}

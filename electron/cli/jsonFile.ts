import { readFileSync } from 'node:fs';
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
    throw new Refusal('usage', `${path} 不是 JSON：${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A JSON object of a file: what it holds is checked with the request that takes it. */
export function readJsonObject(path: string): Readonly<Record<string, unknown>> {
  const value = readJsonFile(path);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal('usage', `${path} 应为一个 JSON 对象`);
  return value as Readonly<Record<string, unknown>>; // an object and no list
}

import { existsSync } from 'node:fs';
import type { Override } from '../contract/imports.ts';
import { Refusal } from '../core/refusal.ts';
import { readJsonFile } from './jsonFile.ts';

/**
 * Overrides of a `--choose` file: the ones the screen would send. A list of overrides, `{ "overrides": […] }`, or an object
 * `file name → override` (or `file name → sheet → override`). Their shape is checked with the request.
 */
export function readChoices(path: string): Override[] {
  if (!existsSync(path)) throw new Refusal('usage', `没有选择清单 ${path}`);
  const content = readJsonFile(path);
  if (Array.isArray(content)) return content as Override[]; // checked with the request
  if (!isObject(content)) throw new Refusal('usage', `${path} 不是选择清单`);
  if (Array.isArray(content.overrides)) return content.overrides as Override[]; // checked with the request
  return Object.entries(content).flatMap(([file, choice]) => choicesOf(file, choice, path));
}

function choicesOf(file: string, choice: unknown, path: string): Override[] {
  if (!isObject(choice)) throw new Refusal('usage', `${path} 中“${file}”的选择写法不对`);
  const isPerSheet = Object.values(choice).every(isObject) && !('columns' in choice) && !('dateOrder' in choice);
  return isPerSheet
    ? Object.entries(choice).map(([sheet, own]) => ({ file, sheet, ...(own as object) }))
    : [{ file, ...choice }];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CASE_TEMPLATES, type CaseDraft } from '../contract/cases.ts';
import { Refusal } from '../core/refusal.ts';

const DRAFT = z.strictObject({
  template: z.enum(CASE_TEMPLATES),
  unit: z.string(),
  period: z.string(),
  values: z.record(z.string(), z.string()),
});

/** Reads a case to be typed in: `{ template, unit, period, values: { field: text } }`. Refuses `file_missing` and `usage`. */
export function readDraft(path: string): CaseDraft {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\ufeff/u, '');
  } catch {
    throw new Refusal('file_missing', path);
  }
  try {
    return DRAFT.parse(JSON.parse(text));
  } catch {
    throw new Refusal('usage', `${path} 应为 {"template","unit","period","values":{"字段":"内容"}}`);
  }
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import {
  ASSESSMENT_ANNEXES,
  ASSESSMENT_DEMANDS,
  ASSESSMENT_PARTS,
  ASSESSMENT_SENTENCES,
  type AssessmentSentence,
  type AssessmentTexts,
} from '../core/assessmentTexts.ts';
import { Refusal } from '../core/refusal.ts';

/** Wording of the circular of the year's score (`assessment/texts.json`). A broken file is refused with file, place and reason. */
export function loadAssessmentTexts(resourcesFolder: string): AssessmentTexts {
  const file = path.join(resourcesFolder, 'assessment', 'texts.json');
  const checked = textsSchema.safeParse(readJson(file), { error: z.locales.zhCN().localeError });
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new Refusal('resource_invalid', `${file} ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Refusal('resource_invalid', `${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A text that may only use these placeholders. */
function wording(allowed: readonly string[]): z.ZodString {
  return z
    .string()
    .min(1)
    .superRefine((text, context) => {
      for (const [, name = ''] of text.matchAll(/\{(\w+)\}/g)) {
        if (!allowed.includes(name)) context.addIssue({ code: 'custom', message: `没有这个占位：{${name}}` });
      }
    });
}

const limit = z.int().min(1);

const textsSchema: z.ZodType<AssessmentTexts> = z.strictObject({
  // Object.fromEntries loses the keys; the table has exactly those of AssessmentSentence.
  sentences: z.strictObject(
    Object.fromEntries(Object.entries(ASSESSMENT_SENTENCES).map(([key, allowed]) => [key, wording(allowed)])) as Record<
      AssessmentSentence,
      z.ZodString
    >,
  ),
  sections: z.array(z.strictObject({ part: z.enum(ASSESSMENT_PARTS), heading: z.string().min(1) })).min(1),
  demands: z.array(
    z.strictObject({
      when: z.enum(ASSESSMENT_DEMANDS),
      heading: z.string().min(1),
      text: wording(['shortOffice', 'county', 'firstBand', 'lastBand']),
    }),
  ),
  annexes: z.array(
    z.strictObject({
      annex: z.enum(ASSESSMENT_ANNEXES),
      caption: wording(['year']),
      note: wording(['year', 'formula']),
    }),
  ),
  limits: z.strictObject({ namesInText: limit, itemsInText: limit }),
});

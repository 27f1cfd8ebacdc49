import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import {
  CASE_TEMPLATES,
  CIRCULAR_ANNEXES,
  CIRCULAR_PARTS,
  type CircularTexts,
  DEMAND_CONDITIONS,
  SENTENCES,
} from '../core/circularTexts.ts';
import { Refusal } from '../core/refusal.ts';

/** Reads and checks `circular/circular.json` of the resources folder; a broken one is refused with file, place and reason. */
export function loadCircularTexts(resourcesFolder: string): CircularTexts {
  const file = path.join(resourcesFolder, 'circular', 'circular.json');
  const checked = textsSchema.safeParse(readJson(file));
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
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
function wording(allowed: readonly string[]) {
  return z.string().superRefine((text, context) => {
    for (const [, name = ''] of text.matchAll(/\{(\w+)\}/g)) {
      if (!allowed.includes(name)) context.addIssue({ code: 'custom', message: `unknown placeholder {${name}}` });
    }
  });
}

// Object.fromEntries loses the keys; SENTENCES has exactly those of SentenceKey.
const sentencesSchema = z.strictObject(
  Object.fromEntries(Object.entries(SENTENCES).map(([key, allowed]) => [key, wording(allowed).min(1)])) as Record<
    keyof typeof SENTENCES,
    z.ZodString
  >,
);

// Likewise: one entry per case template.
const casesSchema = z.strictObject(
  Object.fromEntries(CASE_TEMPLATES.map((template) => [template, z.string().min(1)])) as Record<
    (typeof CASE_TEMPLATES)[number],
    z.ZodString
  >,
);

const textsSchema = z.strictObject({
  sentences: sentencesSchema,
  sections: z
    .array(
      z.strictObject({
        heading: z.string().min(1),
        parts: z.array(z.strictObject({ part: z.enum(CIRCULAR_PARTS), heading: z.string() })).min(1),
      }),
    )
    .min(1),
  demands: z.array(
    z.strictObject({
      when: z.enum(DEMAND_CONDITIONS),
      heading: z.string().min(1),
      text: wording(['shortOffice', 'term']),
    }),
  ),
  annexes: z.array(
    z.strictObject({
      annex: z.enum(CIRCULAR_ANNEXES),
      caption: wording(['period']),
      note: wording(['period', 'formula']),
    }),
  ),
  cases: casesSchema,
  limits: z.strictObject({
    namesInText: z.number().int().min(1),
    rowsPerUnit: z.number().int().min(1),
    criticiseFrom: z.number().int().min(1),
  }),
});

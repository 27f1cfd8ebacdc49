import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { CIRCULAR_KINDS } from '../contract/papers.ts';
import {
  CASE_TEMPLATES,
  CIRCULAR_ANNEXES,
  CIRCULAR_PARTS,
  type CircularTexts,
  DEMAND_CONDITIONS,
  SENTENCES,
  type SentenceKey,
} from '../core/circularTexts.ts';
import { Refusal } from '../core/refusal.ts';

/**
 * Wording of a circular: `circular/circular.json` of the resources folder, which no notice colours, with what a profile's own
 * `circular.json` says in the words of its notice. Single sentences and limits take the place of theirs, lists that of the whole list. A broken file
 * is refused with file, place and reason.
 */
export function loadCircularTexts(resourcesFolder: string, profile?: string): CircularTexts {
  const neutral = read(path.join(resourcesFolder, 'circular', 'circular.json'), textsSchema);
  const file = path.join(resourcesFolder, 'profiles', profile ?? '', 'circular.json');
  if (profile === undefined || !existsSync(file)) return neutral;
  const { sentences, sections, demands, limits } = read(file, ownTextsSchema);
  return {
    ...neutral,
    sentences: { ...neutral.sentences, ...sentences },
    sections: sections ?? neutral.sections,
    demands: demands ?? neutral.demands,
    limits: { ...neutral.limits, ...limits },
  };
}

function read<T>(file: string, schema: z.ZodType<T>): T {
  const checked = schema.safeParse(readJson(file));
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

const sectionsSchema = z
  .array(
    z.strictObject({
      key: z.string().regex(/^[a-z-]+$/u),
      heading: z.string().min(1),
      parts: z.array(z.strictObject({ part: z.enum(CIRCULAR_PARTS), heading: z.string() })).min(1),
    }),
  )
  .min(1);

const demandsSchema = z.array(
  z.strictObject({
    when: z.enum(DEMAND_CONDITIONS),
    heading: z.string().min(1),
    text: wording(['shortOffice', 'term']),
    about: z.array(z.string().min(1)).exactOptional(),
  }),
);

const limit = z.number().int().min(1);

const share = z.number().min(0).max(100);

const limitsSchema = z.strictObject({
  namesInText: limit,
  rowsPerUnit: limit,
  criticiseFrom: limit,
  criticiseFaultyFrom: limit,
  reportRateBelow: share,
  complianceRateBelow: share,
  minDenominator: limit,
});

const textsSchema = z.strictObject({
  sentences: sentencesSchema,
  sections: sectionsSchema,
  demands: demandsSchema,
  annexes: z.array(
    z.strictObject({
      annex: z.enum(CIRCULAR_ANNEXES),
      caption: wording(['period', 'step']),
      note: wording(['period', 'step', 'formula']),
      kinds: z.array(z.enum(CIRCULAR_KINDS)).exactOptional(),
    }),
  ),
  cases: casesSchema,
  limits: limitsSchema,
});

const ownSentencesSchema: z.ZodType<Partial<Record<SentenceKey, string>>> = z.strictObject(
  Object.fromEntries(
    Object.entries(SENTENCES).map(([key, allowed]) => [key, z.exactOptional(wording(allowed).min(1))]),
  ),
);

const ownLimitsSchema: z.ZodType<Partial<CircularTexts['limits']>> = z.strictObject({
  namesInText: limit.exactOptional(),
  rowsPerUnit: limit.exactOptional(),
  criticiseFrom: limit.exactOptional(),
  criticiseFaultyFrom: limit.exactOptional(),
  reportRateBelow: share.exactOptional(),
  complianceRateBelow: share.exactOptional(),
  minDenominator: limit.exactOptional(),
});

/** What a profile may word itself. */
const ownTextsSchema = z.strictObject({
  sentences: ownSentencesSchema.optional(),
  sections: sectionsSchema.optional(),
  demands: demandsSchema.min(1).optional(),
  limits: ownLimitsSchema.optional(),
});

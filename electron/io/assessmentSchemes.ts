import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type AssessmentScheme, type PointSource, RATE_NAMES } from '../contract/assessment.ts';
import { type SchemeNames, schemeFault } from '../core/assessmentScheme.ts';
import { Refusal } from '../core/refusal.ts';

const words = z.string().min(1).max(400);
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/u, '只能用字母、数字和连字符');
const ids = z.array(z.string().min(1)).min(1);
const points = z.number().positive().max(1000);

const sourceSchema: z.ZodType<PointSource> = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('typed'),
    each: points.exactOptional(),
    less: points.exactOptional(),
    full: z.number().positive().exactOptional(),
    unit: z.string().min(1).max(4).exactOptional(),
  }),
  z.strictObject({
    from: z.literal('rate'),
    rate: z.enum(RATE_NAMES),
    full: z.number().positive().max(100).exactOptional(),
    steps: z
      .array(z.strictObject({ atLeast: z.number().min(0).max(100), share: z.number().min(0).max(1) }))
      .min(1)
      .exactOptional(),
    templates: ids.exactOptional(),
    duties: ids.exactOptional(),
  }),
  z.strictObject({
    from: z.literal('duties'),
    duties: ids.exactOptional(),
    templates: ids.exactOptional(),
    onTime: z.boolean().exactOptional(),
  }),
  z.strictObject({
    from: z.literal('count'),
    templates: ids,
    each: points.exactOptional(),
    atLeast: z.int().min(1).exactOptional(),
    adoptedOnly: z.boolean().exactOptional(),
  }),
  z.strictObject({ from: z.literal('zeroReports') }),
  z.strictObject({ from: z.literal('chases'), each: points }),
  z.strictObject({ from: z.literal('indicator'), indicator: z.string().min(1) }),
]);

/** Shape of a scheme of the year's score; what it means is `schemeFault`'s. */
export const assessmentSchemeSchema: z.ZodType<AssessmentScheme> = z.strictObject({
  id,
  title: words,
  source: z.string().max(2000),
  total: z.number().positive().max(1000).exactOptional(),
  groups: z
    .array(
      z.strictObject({
        id,
        title: words,
        items: z
          .array(z.strictObject({ id, title: words, points, basis: z.string().max(1000), source: sourceSchema }))
          .min(1),
      }),
    )
    .min(1),
  bonus: z.array(z.strictObject({ id, title: words, each: points.nullable(), max: points })),
  bonusMax: z.number().min(0).max(1000),
  deductions: z.array(
    z.strictObject({
      id,
      title: words,
      each: points,
      max: points.nullable(),
      source: z.strictObject({ from: z.enum(['typed', 'late', 'missing']) }),
    }),
  ),
  notApplicable: z.enum(['average', 'rescale']),
  bands: z.array(z.strictObject({ title: words, atLeast: z.number().min(0).max(100) })).min(1),
});

/** The scheme used where the office has none. */
export const DEFAULT_SCHEME = 'default';

/**
 * The schemes that ship (`resources/assessment/*.json`), the default one first. The first fault is refused as `resource_invalid` naming file,
 * place and fault. They name templates; a duty or an indicator they name must be one of a shipped county.
 */
export function loadAssessmentSchemes(dir: string, names: SchemeNames): readonly AssessmentScheme[] {
  const schemes = readdirSync(path.join(dir, FOLDER))
    .filter((name) => name.endsWith('.json') && name !== TEXTS)
    .toSorted()
    .map((name) => loadScheme(dir, name, names));
  const own = schemes.filter((scheme) => scheme.id === DEFAULT_SCHEME);
  if (own.length === 0) fault(`${FOLDER}/${DEFAULT_SCHEME}.json`, '', '缺少文件');
  return [...own, ...schemes.filter((scheme) => scheme.id !== DEFAULT_SCHEME)];
}

const FOLDER = 'assessment';
/** Wording of the papers, beside the schemes. */
const TEXTS = 'texts.json';

function loadScheme(dir: string, name: string, names: SchemeNames): AssessmentScheme {
  const file = `${FOLDER}/${name}`;
  const checked = assessmentSchemeSchema.safeParse(readJson(dir, file), { error: z.locales.zhCN().localeError });
  if (!checked.success) {
    const [issue] = checked.error.issues;
    return fault(file, placeOf(issue?.path ?? []), issue?.message ?? '内容不符');
  }
  const scheme = checked.data;
  if (`${scheme.id}.json` !== name) fault(file, 'id', `与文件名不符：${scheme.id}`);
  const wrong = schemeFault(scheme, names);
  return wrong === null ? scheme : fault(file, wrong.at, wrong.what);
}

/** `groups[0].items[0].source` */
function placeOf(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>((at, key) => {
    if (typeof key === 'number') return `${at}[${key}]`;
    return at === '' ? String(key) : `${at}.${String(key)}`;
  }, '');
}

function readJson(dir: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(path.join(dir, file), 'utf8'));
  } catch (error) {
    return fault(file, '', error instanceof Error ? error.message : String(error));
  }
}

function fault(file: string, at: string, what: string): never {
  throw new Refusal('resource_invalid', `${file}${at === '' ? '' : ` ${at}`}: ${what}`);
}

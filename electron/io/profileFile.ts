import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Moment } from '../contract/time.ts';
import type { PortableProfile } from '../core/profile.ts';
import { additionsShape, faultOfAdditions } from './profileAdditions.ts';
import { checkProfile } from './resourceChecks.ts';
import { dutiesSchema, groupsSchema, indicatorsSchema, officeSchema, unitsSchema } from './resourceSchemas.ts';
import { pathText } from './resources.ts';

/** A profile file as read: the profile, or why it is none. `newer`: a later version of this program wrote it. */
export type ProfileReading =
  | { readonly kind: 'profile'; readonly profile: PortableProfile }
  | { readonly kind: 'damaged' | 'newer'; readonly why: string };

/** What is told of a profile beside it; a reader needs none of it. */
export interface ProfileOrigin {
  readonly writtenAt: Moment;
  /** Version of the program. */
  readonly program: string;
}

/**
 * A profile as one file: readable JSON with its format, the format's version and the SHA-256 of what it holds, so that a copy cut
 * short or edited by hand is noticed.
 */
export function profileFileText(profile: PortableProfile, { writtenAt, program }: ProfileOrigin): string {
  const { office, units, groups, duties, indicators, assignments, allotments, calendar } = profile;
  const content = { office, units, groups, duties, indicators, assignments, allotments, calendar };
  const file = { format: FORMAT, version: VERSION, writtenAt, program, sha256: hashOf(content), profile: content };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads what `profileFileText` wrote; `templates` are the ids this program has. */
export function readProfileFile(text: string, templates: ReadonlySet<string>): ProfileReading {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return damaged('内容不完整，或不是县情文件');
  }
  const head = headSchema.safeParse(json);
  if (!head.success) return damaged('不是县情文件（缺少格式标记）');
  const { version, program, sha256, profile } = head.data;
  if (version > VERSION) return { kind: 'newer', why: `程序 ${program}，文件格式 ${version}，本程序只认到 ${VERSION}` };
  if (hashOf(profile) !== sha256) return damaged('内容与校验码不符，传送中损坏或被改动过');
  return readProfile(profile, templates);
}

/** A profile of unknown origin, checked by the very rules that hold for those shipped. */
export function readProfile(content: unknown, templates: ReadonlySet<string>): ProfileReading {
  const checked = profileSchema.safeParse(content, { error: z.locales.zhCN().localeError });
  if (!checked.success) {
    const [issue] = checked.error.issues;
    return damaged(`${pathText(issue?.path ?? [])}：${issue?.message ?? '内容不符'}`);
  }
  try {
    checkProfile('', checked.data, templates, (file, path, what) => {
      throw new Fault(`${file.replace(/^\/|\.json$/gu, '')}${path}：${what}`);
    });
  } catch (error) {
    if (error instanceof Fault) return damaged(error.message);
    throw error;
  }
  const fault = faultOfAdditions(checked.data);
  return fault === null ? { kind: 'profile', profile: checked.data } : damaged(fault);
}

const FORMAT = 'credit-desk-profile';
const VERSION = 1;

/** How a fault leaves the checks, which know no other end. */
class Fault extends Error {}

const headSchema = z.object({
  format: z.literal(FORMAT),
  version: z.int().min(1),
  program: z.string().default(''),
  sha256: z.string(),
  profile: z.unknown(),
});

const profileSchema: z.ZodType<PortableProfile> = z.strictObject({
  office: officeSchema,
  units: unitsSchema,
  groups: groupsSchema,
  duties: dutiesSchema,
  indicators: indicatorsSchema,
  ...additionsShape,
});

const damaged = (why: string): ProfileReading => ({ kind: 'damaged', why });

/** Of the content as it stands in the file: keys in their order, without the blanks that make it readable. */
function hashOf(content: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(content) ?? '')
    .digest('hex');
}

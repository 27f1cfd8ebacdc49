import { z } from 'zod';

/** An object of these keys and no other: a mistyped one would have no effect, and nobody would see that. */
export function exactly<S extends z.ZodRawShape>(shape: S) {
  const known = Object.keys(shape).join('、');
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `不认识 ${issue.keys.map((key) => `“${key}”`).join('、')}，可用的有 ${known}`
        : undefined,
  });
}

export const text = z.string().max(4000);
export const period = z.string().max(20);
export const asOf = { asOf: z.string().max(30).optional() };
export const nothing = z.object({}).strict();

export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u, '日期应写作 2022-04-29');
export const moment = z.string().max(30);
export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, '时间应写作 18:00');
export const by = text.optional();
export const out = text.optional();

const chosen = z.array(text).min(1, '请至少选一个，或选全部').max(2000).nullable();
/** What of a paper its data are about. */
export const scope = exactly({ duties: chosen, units: chosen });

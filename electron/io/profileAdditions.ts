import { z } from 'zod';
import { isMoment, isPeriod } from '../core/period.ts';
import type { PortableProfile, ProfileAdditions } from '../core/profile.ts';
import { isPeriodOf } from '../core/rhythms.ts';

const text = z.string();
const day = z.iso.date();
const moment = text.refine(isMoment, '不是时间');
const calendarDay = { day, kind: z.enum(['off', 'work']), name: text };

/** The parts of a profile file that no shipped profile has; a file without them is one of an office that added nothing. */
export const additionsShape = {
  assignments: z
    .array(
      z.strictObject({
        unit: text,
        duty: text,
        role: z.enum(['responsible', 'lead', 'none']),
        from: day.nullable(),
        to: day.nullable(),
        reason: text,
        documentNo: text,
        by: text,
        at: moment,
      }),
    )
    .default([]),
  allotments: z
    .array(
      z.strictObject({
        duty: text,
        period: text.refine(isPeriod, '不是报送期'),
        unit: text,
        count: z.int().min(0).max(1_000_000),
      }),
    )
    .default([]),
  calendar: z
    .strictObject({
      years: z.array(
        z.strictObject({
          year: z.int().min(1900).max(2200),
          days: z.array(z.strictObject(calendarDay)),
          source: text,
        }),
      ),
      county: z.array(z.strictObject({ ...calendarDay, reason: text, by: text, at: moment })),
    })
    .default({ years: [], county: [] }),
} satisfies Record<keyof ProfileAdditions, z.ZodType>;

/** What ties them to the profile: units and duties that exist, periods of the duty. Tells the first place and fault, or null. */
export function faultOfAdditions({ units, duties, assignments, allotments }: PortableProfile): string | null {
  const unitIds = new Set(units.map(({ id }) => id));
  const dutyOf = new Map(duties.map((duty) => [duty.id, duty]));
  const strange = ({ unit, duty }: { readonly unit: string; readonly duty: string }): string | null => {
    if (!unitIds.has(unit)) return `没有这个单位：${unit}`;
    return dutyOf.has(duty) ? null : `没有这个报送事项：${duty}`;
  };
  for (const [n, one] of assignments.entries()) {
    const fault = strange(one);
    if (fault !== null) return `assignments[${n}]：${fault}`;
  }
  for (const [n, one] of allotments.entries()) {
    const duty = dutyOf.get(one.duty);
    const fault = strange(one);
    if (fault !== null) return `allotments[${n}]：${fault}`;
    if (duty && !isPeriodOf(duty, one.period)) return `allotments[${n}]：不是这个事项的报送期：${one.period}`;
  }
  return null;
}

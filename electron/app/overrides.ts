import type { Override } from '../contract/imports.ts';
import { cadenceKind, isPeriod, periodKind } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context, Directory } from './context.ts';

/**
 * The clerk's answers of one import, with unit names turned into ids. An answer that names what does not exist is refused: left out
 * silently it would let the program guess after all.
 */
export function checkOverrides(
  overrides: readonly Override[],
  directory: Directory,
  { resources }: Context,
): readonly Override[] {
  const fields = new Set(resources.templates.flatMap((template) => template.columns.map((column) => column.id)));
  return overrides.map((override) => {
    const { unit, duty, period, template, columns } = override;
    const named = directory.units.find((u) => u.id === unit || u.name === unit || u.officialName === unit);
    if (unit !== undefined && !named) throw new Refusal('unit_unknown', unit);
    const owed = directory.duties.find((d) => d.id === duty);
    if (duty !== undefined && !owed) throw new Refusal('duty_unknown', duty);
    if (template !== undefined && !resources.templates.some((t) => t.id === template))
      throw new Refusal('template_unknown', template);
    if (period !== undefined && !isPeriod(period)) throw new Refusal('period_invalid', period);
    const kind = owed ? cadenceKind(owed.cadence) : null;
    if (owed && period !== undefined && kind !== null && periodKind(period) !== kind)
      throw new Refusal('period_not_of_duty', `${period}（${owed.title}）`);
    const field = Object.values(columns ?? {}).find((id) => id !== null && !fields.has(id));
    if (field) throw new Refusal('usage', `没有字段 ${field}`);
    return named ? { ...override, unit: named.id } : override;
  });
}

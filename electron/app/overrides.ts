import type { FilePlan, Override } from '../contract/imports.ts';
import { isPeriod } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context, Directory } from './context.ts';
import { refusePeriodNotOf, refuseZeroNotTaken } from './dutySquare.ts';

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
    if ([...(override.cells ?? []), ...(override.confirmations ?? [])].some(({ reason }) => reason.trim() === ''))
      throw new Refusal('reason_required', override.file);
    const named = directory.units.find((u) => u.id === unit || u.name === unit || u.officialName === unit);
    if (unit !== undefined && !named) throw new Refusal('unit_unknown', unit);
    const owed = directory.duties.find((d) => d.id === duty);
    if (duty !== undefined && !owed) throw new Refusal('duty_unknown', duty);
    if (template !== undefined && !resources.templates.some((t) => t.id === template))
      throw new Refusal('template_unknown', template);
    if (period !== undefined && !isPeriod(period)) throw new Refusal('period_invalid', period);
    if (owed && period !== undefined) refusePeriodNotOf(owed, period);
    if (owed && period !== undefined && override.fileAs === 'statement') refuseZeroNotTaken(owed, period);
    const field = Object.values(columns ?? {}).find((id) => id !== null && !fields.has(id));
    if (field) throw new Refusal('usage', `没有字段 ${field}`);
    return named ? { ...override, unit: named.id } : override;
  });
}

/**
 * An answer comes with the files it speaks of. One for a file, sheet, table or cell that is not among them is refused: it would have no
 * effect, and nobody would see that.
 */
export function refuseUnmatched(overrides: readonly Override[], files: readonly FilePlan[]): void {
  for (const { file: name, sheet, part, cells } of overrides) {
    const matching = files.filter((file) => file.name === name || file.sha256 === name);
    if (matching.length === 0) throw new Refusal('usage', `没有文件“${name}”，它的答复无处可用`);
    // Of a file that could not be read the sheets are not known.
    const read = matching.filter((file) => file.tables.length + file.leftOut.length > 0);
    if (read.length === 0) continue;
    const leftOut = read.flatMap((file) => file.leftOut).filter((one) => sheet === undefined || one.sheet === sheet);
    const tables = read.flatMap((file) => file.tables).filter((one) => sheet === undefined || one.sheet === sheet);
    if (sheet !== undefined && tables.length + leftOut.length === 0)
      throw new Refusal('usage', `“${name}”里没有工作表“${sheet}”`);
    const parts = tables.filter((table) => part === undefined || table.part === part);
    const isLeftOut = leftOut.some((one) => (one.part ?? '') === part);
    if (part !== undefined && tables.length > 0 && parts.length === 0 && !isLeftOut)
      throw new Refusal('usage', `“${name}”的工作表“${sheet ?? ''}”里没有表“${part}”`);
    const mended = new Set(parts.flatMap((table) => table.corrections.map((correction) => correction.cell)));
    const lost = parts.length === 0 ? undefined : cells?.find(({ cell }) => !mended.has(cell));
    if (lost) throw new Refusal('usage', `“${name}”里没有可以更正的单元格 ${lost.cell}`);
  }
}

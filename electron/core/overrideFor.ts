import type { Override } from '../contract/imports.ts';

/**
 * The answers that hold for a table: those of the whole file, of its sheet, then its own. A null part asks for the whole sheet. An answer for a
 * part that names no sheet is for the part of that name on any.
 */
export function overrideFor(overrides: readonly Override[], sheet: string, part: string | null): Partial<Override> {
  const merged: Record<string, unknown> = {};
  for (const override of [
    ...overrides.filter((o) => o.sheet === undefined && o.part === undefined),
    ...overrides.filter((o) => o.sheet === sheet && o.part === undefined),
    ...overrides.filter((o) => (o.sheet ?? sheet) === sheet && o.part !== undefined && o.part === part),
  ])
    for (const [key, value] of Object.entries(override)) {
      const before = merged[key];
      if (value === undefined) continue;
      // Columns, date orders, mended cells and confirmations add up, answer by answer.
      if (Array.isArray(before) && Array.isArray(value)) merged[key] = [...before, ...value];
      else merged[key] = isMap(before) && isMap(value) ? { ...before, ...value } : value;
    }
  return merged;
}

const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

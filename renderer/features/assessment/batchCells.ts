import type { AssessmentEntry } from '../../../electron/contract/assessment.ts';
import type { SchemeLine } from './schemeLines.ts';

/** What a clerk's line of the quick table means. `empty`: nothing is to change. */
export type BatchCell =
  | { readonly is: 'empty' }
  | { readonly is: 'na' }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'wrong'; readonly why: string };

/** Whether points or pieces are typed. */
export type BatchUnitOf = 'points' | 'pieces';

/** One unit's entry to be sent. */
export interface BatchChange {
  readonly unit: string;
  readonly points: number | null;
  readonly pieces: number | null;
  readonly evidence: string;
}

const NOT_APPLICABLE = new Set(['缺', '缺项', '-', '—']);

/** Reads what was typed for a unit: a number, 缺 (an item that does not apply), or nothing. Full-width digits count. */
export function batchCell(text: string, line: Pick<SchemeLine, 'kind' | 'max' | 'pieces'>, as: BatchUnitOf): BatchCell {
  const written = text.normalize('NFKC').trim();
  if (written === '') return { is: 'empty' };
  if (NOT_APPLICABLE.has(written))
    return line.kind === 'item' ? { is: 'na' } : { is: 'wrong', why: '加分、扣分没有缺项，没有的填 0' };
  const value = Number(written);
  if (!/^\d+(\.\d+)?$/u.test(written)) return { is: 'wrong', why: '请填数字，缺项填“缺”' };
  if (!/^\d+(\.\d{1,2})?$/u.test(written)) return { is: 'wrong', why: '最多两位小数' };
  if (as === 'points' && line.max !== null && value > line.max)
    return { is: 'wrong', why: `满分 ${line.max} 分，填的是 ${written}` };
  if (as === 'pieces' && line.pieces?.unit === '%') {
    if (value > 100) return { is: 'wrong', why: `百分比不超过 100，填的是 ${written}` };
  } else if (as === 'pieces' && !Number.isInteger(value)) {
    return { is: 'wrong', why: `请填整${line.pieces?.unit ?? '件'}数` };
  }
  return { is: 'number', value };
}

/** What the newest entry says, as it would be typed; empty: nothing was typed, or it was the other of points and pieces. */
export function enteredText(entry: AssessmentEntry | undefined, as: BatchUnitOf): string {
  if (entry === undefined) return '';
  if (entry.points === null && entry.pieces === null) return '缺';
  return String(entry[as] ?? '');
}

/** The newest entry of every unit for an item. */
export function newestByUnit(entries: readonly AssessmentEntry[], item: string): ReadonlyMap<string, AssessmentEntry> {
  const newest = new Map<string, AssessmentEntry>();
  for (const entry of entries) {
    if (entry.item !== item) continue;
    if ((newest.get(entry.unit)?.id ?? 0) < entry.id) newest.set(entry.unit, entry);
  }
  return newest;
}

/** What was typed as entries to be sent, in the order of the table; lines left empty or wrong are none. */
export function batchChanges(
  units: readonly string[],
  typed: { readonly texts: ReadonlyMap<string, string>; readonly evidence: ReadonlyMap<string, string> },
  { line, as, common }: { readonly line: SchemeLine; readonly as: BatchUnitOf; readonly common: string },
): readonly BatchChange[] {
  return units.flatMap((unit) => {
    const cell = batchCell(typed.texts.get(unit) ?? '', line, as);
    if (cell.is === 'empty' || cell.is === 'wrong') return [];
    const own = (typed.evidence.get(unit) ?? '').trim();
    const value = cell.is === 'number' ? cell.value : null;
    return {
      unit,
      points: as === 'points' ? value : null,
      pieces: as === 'pieces' ? value : null,
      evidence: own === '' ? common.trim() : own,
    };
  });
}

import type { Assessment, AssessmentEntry, ItemScore } from '../../../electron/contract/assessment.ts';
import { SHEET_WORDS } from '../../words/assessment.ts';
import { newestByUnit } from './batchCells.ts';
import { type SchemeLine, type SchemeLineGroup, schemeLines } from './schemeLines.ts';
import type { AssessmentView } from './useAssessment.ts';

/** A unit in the table of one item. */
export interface BatchLine {
  readonly unit: string;
  readonly name: string;
  /** Null: the unit is not scored. */
  readonly score: ItemScore | null;
  readonly entry: AssessmentEntry | undefined;
}

/** The lines of the scheme in force that are typed, by group. */
export function typedGroups(assessment: Assessment): readonly SchemeLineGroup[] {
  const words = { bonus: SHEET_WORDS.bonusTitle, deduction: SHEET_WORDS.deductionTitle };
  return schemeLines(assessment.version.scheme, words)
    .map((group) => ({ ...group, lines: group.lines.filter(({ isTyped }) => isTyped) }))
    .filter(({ lines }) => lines.length > 0);
}

/** How many units wait for points, by item. */
export function openByItem({ units }: Assessment): ReadonlyMap<string, number> {
  const open = new Map<string, number>();
  for (const { items } of units)
    for (const { item, state } of items) if (state === 'open') open.set(item, (open.get(item) ?? 0) + 1);
  return open;
}

/** Units in the order of the office's list, as a clerk's own papers have them; those that are not scored last. */
export function batchLines(
  page: AssessmentView,
  assessment: Assessment,
  line: SchemeLine,
  withOthers: boolean,
): readonly BatchLine[] {
  const entries = newestByUnit(page.entries, line.id);
  const scores = new Map(assessment.units.map((unit) => [unit.unit, unit]));
  const order = new Map(page.directory.units.map(({ id }, place) => [id, place]));
  const scored = assessment.units
    .toSorted((a, b) => (order.get(a.unit) ?? Infinity) - (order.get(b.unit) ?? Infinity))
    .map((unit): BatchLine => {
      const own = [...unit.items, ...unit.bonuses, ...unit.deductions].find(({ item }) => item === line.id);
      return { unit: unit.unit, name: unit.name, score: own ?? null, entry: entries.get(unit.unit) };
    });
  const day = `${assessment.year}-12-31`;
  const others = page.directory
    .unitsOn(day < assessment.asOf.slice(0, 10) ? day : assessment.asOf.slice(0, 10))
    .filter(({ id, activeTo }) => !scores.has(id) && (activeTo === null || activeTo >= `${assessment.year}-01-01`))
    .map(({ id, name }): BatchLine => ({ unit: id, name, score: null, entry: entries.get(id) }));
  return withOthers || scored.length === 0 ? [...scored, ...others] : scored;
}

import type {
  AssessmentEntry,
  AssessmentScheme,
  ItemScore,
  Objection,
  UnitScore,
} from '../../../electron/contract/assessment.ts';
import type { Moment } from '../../../electron/contract/time.ts';
import { type SchemeLine, schemeLines } from './schemeLines.ts';

/** A line of a unit's score sheet with all that was decided about it, oldest first. */
export interface SheetLine extends SchemeLine {
  readonly score: ItemScore;
  readonly entries: readonly AssessmentEntry[];
  readonly objections: readonly Objection[];
  /** The one that waits for an answer. */
  readonly openObjection: Objection | null;
  /** False: a bonus or deduction that nobody gave or took. */
  readonly isJudged: boolean;
}

export interface SheetGroup {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly SheetLine[];
}

/** A unit's score sheet: every line of the scheme with its points, what was typed and what was objected to. */
export function sheetGroups(
  scheme: AssessmentScheme,
  unit: UnitScore,
  decided: { readonly entries: readonly AssessmentEntry[]; readonly objections: readonly Objection[] },
  words: { readonly bonus: string; readonly deduction: string },
): readonly SheetGroup[] {
  const scores = new Map([...unit.items, ...unit.bonuses, ...unit.deductions].map((one) => [one.item, one]));
  return schemeLines(scheme, words).map(({ id, title, lines }) => ({
    id,
    title,
    lines: lines.flatMap((line) => {
      const score = scores.get(line.id);
      if (score === undefined) return [];
      const entries = decided.entries.filter((one) => one.unit === unit.unit && one.item === line.id);
      const objections = decided.objections.filter((one) => one.unit === unit.unit && one.item === line.id);
      return {
        ...line,
        score,
        entries,
        objections,
        openObjection: objections.find(({ state }) => state === 'open') ?? null,
        isJudged:
          line.kind === 'item' ||
          score.state !== 'typed' ||
          entries.some(({ points, pieces }) => (points ?? pieces) !== null),
      };
    }),
  }));
}

/** One thing that happened to a line. */
export type TrailStep =
  | { readonly is: 'entry'; readonly key: string; readonly at: Moment; readonly entry: AssessmentEntry }
  | { readonly is: 'claim'; readonly key: string; readonly at: Moment; readonly objection: Objection }
  | { readonly is: 'decision'; readonly key: string; readonly at: Moment; readonly objection: Objection };

/** What happened to a line, oldest first: typed, objected to, decided. */
export function trailOf({ entries, objections }: Pick<SheetLine, 'entries' | 'objections'>): readonly TrailStep[] {
  const steps: TrailStep[] = [
    ...entries.map((entry): TrailStep => ({ is: 'entry', key: `e${entry.id}`, at: entry.at, entry })),
    ...objections.map(
      (objection): TrailStep => ({ is: 'claim', key: `c${objection.id}`, at: objection.at, objection }),
    ),
    ...objections.flatMap((objection): TrailStep[] =>
      objection.decidedAt === null
        ? []
        : [{ is: 'decision', key: `d${objection.id}`, at: objection.decidedAt, objection }],
    ),
  ];
  return steps.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

/** `3.50 分`, `2 件`, `缺项`: what an entry says. */
export function entryText({ points, pieces }: Pick<AssessmentEntry, 'points' | 'pieces'>): string {
  if (points !== null) return `${points} 分`;
  return pieces === null ? '缺项' : `数量 ${pieces}`;
}

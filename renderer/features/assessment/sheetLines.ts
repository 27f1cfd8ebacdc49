import type {
  AssessmentEntry,
  AssessmentScheme,
  ItemScore,
  Objection,
  UnitScore,
} from '../../../electron/contract/assessment.ts';
import type { Moment } from '../../../electron/contract/time.ts';
import { dayText, momentText } from '../../parts/periods.ts';
import { OBJECTION_STATE_WORDS } from '../../words/assessment.ts';
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

/**
 * What counts once an entry is taken back: the same as now, what a granted objection gave, the entry before, or nothing. `decided`: it cannot
 * be, a granted objection was decided on it.
 */
export function withdrawal(
  { entries, objections }: Pick<SheetLine, 'entries' | 'objections'>,
  { id }: Pick<AssessmentEntry, 'id'>,
): 'same' | 'decided' | 'toDecision' | 'toEntry' | 'toNothing' {
  const granted = objections.filter(({ state }) => state === 'granted').toSorted((a, b) => a.id - b.id);
  const last = granted.at(-1)?.lastEntry;
  if (last !== undefined && entries.findLast((one) => one.id <= last)?.id === id) return 'decided';
  if (entries.at(-1)?.id !== id) return 'same';
  const before = entries.at(-2);
  if (last !== undefined && (before === undefined || before.id <= last)) return 'toDecision';
  return before === undefined ? 'toNothing' : 'toEntry';
}

/** `3.5 分`, `2 件`, `缺项`: what an entry says; `unit`: what the line counts. */
export function entryText({ points, pieces }: Pick<AssessmentEntry, 'points' | 'pieces'>, unit = '件'): string {
  if (points !== null) return `${points} 分`;
  return pieces === null ? '缺项' : `${pieces} ${unit}`;
}

/** A step of the trail in words; `unit`: what the line counts. */
export function stepText(step: TrailStep, unit: string | undefined): string {
  switch (step.is) {
    case 'entry': {
      const { at, by, evidence } = step.entry;
      return `${momentText(at)} ${by} 评分：${entryText(step.entry, unit)}。佐证：${evidence}`;
    }
    case 'claim': {
      const { at, by, claim, before } = step.objection;
      const had = before === null ? '缺项' : `${before} 分`;
      return `${dayText(at)} ${by} 登记申诉（当时 ${had}）：${claim}`;
    }
    case 'decision': {
      const { decidedAt, decidedBy, decision, state, after, decidedFrom } = step.objection;
      const from = decidedFrom === null ? '缺项' : `${decidedFrom} 分`;
      const points = after === null ? '' : `，由${decidedFrom === null ? '' : ' '}${from}改为 ${after} 分`;
      return `${momentText(decidedAt)} ${decidedBy} 处理：${OBJECTION_STATE_WORDS[state]}${points}。${decision}`;
    }
    default:
      return step satisfies never;
  }
}

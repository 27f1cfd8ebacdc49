import type { AssessmentEntry, ItemState, Objection, PointSource } from '../contract/assessment.ts';
import type { Measure } from './assessmentCounts.ts';
import { type Hundredths, hundredths, lessPieces, pointsText, shareOf, tenThousandths, timesPieces } from './points.ts';

/** What the office decided about one line of a unit's score: its newest entry and the newest objection it granted. */
export interface Decided {
  readonly entry: AssessmentEntry | undefined;
  readonly granted: Objection | undefined;
}

/** The points of one line; null: it does not apply. */
export interface Resolved {
  readonly points: Hundredths | null;
  readonly state: ItemState;
  readonly how: string;
  readonly evidence: string;
}

type Pieces = Omit<Extract<PointSource, { readonly from: 'typed' }>, 'from'>;

/** Points of a line that the program counts: what it counted, unless an objection was granted. */
export function computedPoints(measure: Measure, max: Hundredths | null, { granted }: Decided): Resolved {
  const counted: Resolved = measure.applies
    ? { points: measure.points, state: 'computed', how: measure.how, evidence: '' }
    : { points: null, state: 'na', how: `缺项：${measure.how}`, evidence: '' };
  return granted === undefined ? counted : objected(granted, max);
}

/** Points of a line that the office types: the newest of what was entered and what an objection gave. `open`: neither yet, or a number that does not fit. */
export function typedPoints(rule: Pieces, max: Hundredths | null, { entry, granted }: Decided): Resolved {
  const typed = entry === undefined ? OPEN : entered(rule, max, entry);
  // By the order they were written: moments are whole minutes.
  const isOverruled = entry !== undefined && granted !== undefined && entry.id > granted.lastEntry;
  return granted === undefined || isOverruled ? typed : objected(granted, max);
}

/** The newest granted objection of a line, of which one is open at a time; undefined: none. */
export function newestGranted(objections: readonly Objection[]): Objection | undefined {
  return objections
    .filter(({ state }) => state === 'granted')
    .toSorted((a, b) => a.id - b.id)
    .at(-1);
}

const OPEN: Resolved = { points: 0, state: 'open', how: '尚未评分，暂计0.00分', evidence: '' };

function entered(rule: Pieces, max: Hundredths | null, { points, pieces, evidence }: AssessmentEntry): Resolved {
  if (points === null && pieces === null) return { points: null, state: 'na', how: '缺项：不适用于本单位', evidence };
  if (points !== null) {
    const own = within(hundredths(points), max);
    const how =
      own < hundredths(points)
        ? `评定${pointsText(hundredths(points))}分，以${pointsText(own)}分为限`
        : `评定${pointsText(own)}分`;
    return { points: own, state: 'typed', how, evidence };
  }
  // Typed under an earlier version of the scheme, in which this line was judged by pieces: points can't be made of it.
  if (rule.each === undefined && rule.less === undefined && rule.full === undefined) {
    const how = `填写的是件数（${pieces}），现行考核方案按分值评定，请重新填写，暂计0.00分`;
    return { points: 0, state: 'open', how, evidence };
  }
  return { ...byPieces(rule, max, pieces ?? 0), state: 'typed', evidence };
}

function byPieces(
  { each, less, full, unit = '件' }: Pieces,
  max: Hundredths | null,
  pieces: number,
): Pick<Resolved, 'points' | 'how'> {
  if (each !== undefined) {
    const earned = timesPieces(each, pieces);
    const points = within(earned, max);
    const cap = points < earned ? `，以${pointsText(points)}分为限` : '';
    return { points, how: `${pieces}${unit}，每${unit}${each}分${cap}，计${pointsText(points)}分` };
  }
  if (less !== undefined) {
    const points = lessPieces(max ?? 0, less, pieces);
    return { points, how: `${pieces}${unit}，每${unit}扣${less}分，得${pointsText(points)}分` };
  }
  const whole = full ?? 0;
  const points = shareOf(max ?? 0, tenThousandths(pieces), tenThousandths(whole));
  const told = pieces >= whole ? `达到${whole}${unit}，得满分` : `按${pieces}÷${whole}的比例得`;
  return { points, how: `完成${pieces}${unit}，${told}${pointsText(points)}分` };
}

/** An objection's points, kept within what the scheme in force gives, and what they were when it was decided. */
function objected({ after, decidedFrom, decision }: Objection, max: Hundredths | null): Resolved {
  const given = hundredths(after ?? 0);
  const points = within(given, max);
  const was = decidedFrom === null ? '缺项' : `${pointsText(hundredths(decidedFrom))}分`;
  const cap = points < given ? `，以${pointsText(points)}分为限` : '';
  return {
    points,
    state: 'objected',
    how: `申诉成立，由${was}改为${pointsText(given)}分${cap}`,
    evidence: decision,
  };
}

function within(points: Hundredths, max: Hundredths | null): Hundredths {
  return Math.max(0, max === null ? points : Math.min(max, points));
}

import type { Assessment, UnitScore } from '../contract/assessment.ts';
import { type Hundredths, hundredths, meanOf, sumOf } from './points.ts';

/** A mean as printed, and what it is made of. */
export interface PointsMean {
  readonly mean: Hundredths;
  readonly sum: Hundredths;
  readonly units: number;
}

/** The mean score of the units; who is gone stands in the table only. */
export function scoreMean({ units }: Pick<Assessment, 'units'>): PointsMean {
  return meanFrom(units.flatMap(({ ended, score }) => (ended === undefined ? [hundredths(score)] : [])));
}

/** The mean points for a line of the units that it applies to and that were judged, without who is gone. */
export function lineMean({ units }: Pick<Assessment, 'units'>, item: string): PointsMean {
  return meanFrom(
    units.flatMap((unit) => {
      const line = lineOfUnit(unit, item);
      if (
        unit.ended !== undefined ||
        line === undefined ||
        line.points === null ||
        line.state === 'na' ||
        line.state === 'open'
      )
        return [];
      return [hundredths(line.points)];
    }),
  );
}

/** A unit's line of an id: an item, a bonus or a deduction. */
export function lineOfUnit({ items, bonuses, deductions }: UnitScore, item: string) {
  return [...items, ...bonuses, ...deductions].find((one) => one.item === item);
}

function meanFrom(points: readonly Hundredths[]): PointsMean {
  return { mean: meanOf(points), sum: sumOf(points), units: points.length };
}

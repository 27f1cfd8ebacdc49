import type { CellState, FigureRef, RecordState } from '../contract/figures.ts';
import type { PaperScope } from '../contract/papers.ts';
import type { CircularInput } from './circularInput.ts';
import type { PeriodRates } from './comparison.ts';

interface Narrowed {
  readonly duties?: readonly string[];
  readonly units?: readonly string[];
}

/** Questions for the rows behind a circular's numbers: of its period and moment, within its scope. */
export interface CircularRefs {
  readonly cells: (state: CellState, within?: Narrowed) => FigureRef;
  readonly records: (state: RecordState, within?: Narrowed & { readonly templates?: readonly string[] }) => FigureRef;
  /** Exactly these units, or all that owe something. */
  readonly units: (units?: readonly string[]) => FigureRef;
  /** Records of the units that the rates count: those that owe something. */
  readonly rated: (state: RecordState) => FigureRef;
}

type Asked = Pick<CircularInput, 'period' | 'asOf' | 'scope'>;

function refsAt({ period, asOf, scope }: Asked, ratedUnits?: readonly string[]): CircularRefs {
  const at = { period, asOf };
  const within = (narrowed: Narrowed) => {
    const duties = narrowed.duties ?? scope?.duties ?? undefined;
    const units = narrowed.units ?? scope?.units ?? undefined;
    return { ...(duties && { duties }), ...(units && { units }) };
  };
  const records: CircularRefs['records'] = (state, { templates, ...narrowed } = {}) => ({
    kind: 'records',
    ...at,
    state,
    ...(templates && { templates }),
    ...within(narrowed),
  });
  return {
    cells: (state, narrowed = {}) => ({ kind: 'cells', ...at, state, ...within(narrowed) }),
    records,
    units: (units) => ({ kind: 'units', ...at, ...within(units ? { units } : {}) }),
    rated: (state) => records(state, ratedUnits ? { units: ratedUnits } : {}),
  };
}

/** The questions of a circular's own period. */
export function refsOf({ period, asOf, rates, counts, scope }: CircularInput): CircularRefs {
  const known = new Set(rates.units.map(({ unit }) => unit));
  const hasOthers = counts.some(({ unit, records }) => records > 0 && !known.has(unit));
  return refsOfPeriod({ period, asOf, rates, hasOthers }, scope);
}

/** The questions of any period that rates were computed of. The units are named only where records came from others, too. */
export function refsOfPeriod({ rates, hasOthers, ...at }: PeriodRates, scope: PaperScope): CircularRefs {
  return refsAt({ ...at, scope }, hasOthers ? rates.units.map(({ unit }) => unit) : undefined);
}

import type { FigureRef } from '../contract/figures.ts';
import { unitList } from './chineseList.ts';
import type { UnitTimes } from './circularFacts.ts';
import type { CircularInput } from './circularInput.ts';
import { counted, joined, plain, type Worded } from './worded.ts';

/** Names of units by id. */
export function nameOf(input: CircularInput): (unit: string) => string {
  const names = new Map(input.units.map((unit) => [unit.id, unit.name]));
  return (unit) => names.get(unit) ?? unit;
}

/** Praise and criticism name every unit, however many. */
export function allNames(input: CircularInput, units: readonly string[], ref: FigureRef): Worded {
  return unitList(units.map(nameOf(input)).map(plain), { limit: units.length, see: '', ref });
}

/** `甲（3条）、乙`: the number stands behind a name where it is more than one, or where it counts records. */
export function withTimes(
  input: CircularInput,
  rows: readonly UnitTimes[],
  {
    word,
    see,
    ref,
    all,
  }: {
    readonly word: '期' | '条';
    readonly see: string;
    readonly ref: (unit: string) => FigureRef;
    readonly all: (units: readonly string[]) => FigureRef;
  },
): Worded {
  const name = nameOf(input);
  const items = rows.map(({ unit, times }) =>
    times === 1 && word === '期'
      ? plain(name(unit))
      : joined([plain(`${name(unit)}（`), counted(times, ref(unit)), plain(`${word}）`)]),
  );
  return unitList(items, { limit: input.texts.limits.namesInText, see, ref: all(rows.map(({ unit }) => unit)) });
}

/** `甲（33.33%）、乙（50.00%）等2家单位` */
export function withRates(
  input: CircularInput,
  units: readonly string[],
  {
    printed,
    ref,
    see,
    all,
  }: {
    readonly printed: (unit: string) => string;
    readonly ref: (unit: string) => FigureRef;
    readonly see: string;
    readonly all: (units: readonly string[]) => FigureRef;
  },
): Worded {
  const name = nameOf(input);
  const items = units.map((unit) => joined([plain(`${name(unit)}（`), counted(printed(unit), ref(unit)), plain('）')]));
  return unitList(items, { limit: input.texts.limits.namesInText, see, ref: all(units) });
}

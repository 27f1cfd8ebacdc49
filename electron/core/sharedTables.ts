import type { SharedTable } from '../contract/duties.ts';

/** What of a duty decides whose tables it collects. */
interface Collecting {
  readonly id: string;
  readonly templates: readonly string[];
  readonly units: readonly string[];
}

/**
 * The tables of a duty that another one collects of a same unit, too. A 情况说明 is asked for by several duties, and the program asks which
 * one is meant in any case.
 */
export function sharedTables(duty: Collecting, duties: readonly Collecting[]): SharedTable[] {
  const own = new Set(duty.units);
  const others = duties.filter(({ id }) => id !== duty.id);
  return duty.templates
    .filter((template) => template !== STATEMENT)
    .flatMap((template) =>
      others.flatMap(({ id, templates, units }) => {
        const both = templates.includes(template) ? units.filter((unit) => own.has(unit)).length : 0;
        return both === 0 ? [] : [{ template, duty: id, units: both }];
      }),
    );
}

const STATEMENT = 'statement';

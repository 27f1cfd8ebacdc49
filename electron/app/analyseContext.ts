import type { Override } from '../contract/imports.ts';
import { DEFAULT_INTAKE_POLICY } from '../contract/profiles.ts';
import type { Day } from '../contract/time.ts';
import type { AnalyseContext } from '../core/analysed.ts';
import { scheduleOf } from '../core/arrivalPeriod.ts';
import { dayOf, filingKind } from '../core/period.ts';
import { termsOf } from '../core/recordTerms.ts';
import { keyOf } from './analysisCache.ts';
import type { Context, Directory } from './context.ts';
import type { ImportItem } from './importSources.ts';
import { recall } from './memory.ts';

/** What the analysis of each file of one call depends on, and one text that is equal for equal contexts. */
export function createAnalyseContexts(
  context: Context,
  directory: Directory,
): (
  item: ImportItem,
  overrides: readonly Override[],
) => { readonly analyse: AnalyseContext; readonly key: readonly unknown[] } {
  // Resources are read once per process; what the office may change is hashed once per call, not per file.
  const memory = recall(context, directory);
  const desk: Omit<AnalyseContext, 'file' | 'receivedAt' | 'sender' | 'overrides' | 'senderUnit' | BaseKey> = {
    ...memory.desk,
    policy: directory.office.settings.intake ?? DEFAULT_INTAKE_POLICY,
    profile: directory.office.id,
    county: directory.office.county,
    calendarExtra: context.calendar.extra,
    duties: directory.duties.map((duty) => {
      const { id, title, templates, cadence, units } = duty;
      const schedule = scheduleOf(duty, directory.office.settings);
      const takesStatements = duty.zeroReport === 'statement';
      const routing = { periodKind: filingKind(cadence), schedule, takesStatements };
      return { id, title, templates, ...routing, ...termsOf(duty), units };
    }),
  };
  const deskKey = keyOf(desk, directory.units);
  const bases = new Map<Day, Pick<AnalyseContext, BaseKey>>();
  /** The same objects for all files of a day: they cross to the worker once. */
  const baseFor = (day: Day): Pick<AnalyseContext, BaseKey> => {
    const base = bases.get(day) ?? baseOf(context, directory, day);
    bases.set(day, base);
    return base;
  };
  return ({ source, receivedAt, mail }, overrides) => {
    const own = { file: source.name, receivedAt, sender: mail?.sender ?? null, ...memory.senderOf(mail), overrides };
    // What is confirmed, removed or called a re-send is decided after the analysis.
    const read = overrides.map(({ confirmations: _c, removedRows: _removed, resend: _resend, ...rest }) => rest);
    const key = [deskKey, { ...own, overrides: read }];
    return { analyse: { ...baseFor(dayOf(receivedAt)), ...desk, ...own }, key };
  };
}

type BaseKey = 'templates' | 'severities' | 'units';

function baseOf({ resources }: Context, directory: Directory, today: Day): Pick<AnalyseContext, BaseKey> {
  return {
    templates: resources.templates,
    severities: resources.severities,
    units: directory.units.map(({ id, name, officialName, aliases, kind, activeTo, ...unit }) => ({
      id,
      name,
      officialName,
      aliases,
      sends: kind !== 'office' && kind !== 'supervision',
      isPast: activeTo !== null && activeTo < today,
      pastNames: unit.formerNames?.flatMap((former) => [former.name, former.officialName]) ?? [],
      parent: unit.parent ?? null,
      successors: unit.succession?.units ?? [],
    })),
  };
}

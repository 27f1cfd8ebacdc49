import { useMemo } from 'react';
import type { Duty } from '../../electron/contract/duties.ts';
import { nameAt, titleAt, unitsAt } from '../../electron/contract/nameAt.ts';
import type { TemplateSummary } from '../../electron/contract/templates.ts';
import type { Day, Period } from '../../electron/contract/time.ts';
import type { Unit } from '../../electron/contract/units.ts';
import { lastDayOf } from '../parts/periods.ts';
import { useAppInfo } from '../state/appInfo.ts';
import { useRequest } from './useRequest.ts';

export interface Directory {
  /** Under the names they bear today. */
  readonly units: readonly Unit[];
  /** Under the names they bore on a day. */
  readonly unitsOn: (day: Day) => readonly Unit[];
  readonly duties: readonly Duty[];
  /** Under the titles they bore on a day. */
  readonly dutiesOn: (day: Day) => readonly Duty[];
  readonly templates: readonly TemplateSummary[];
  /** Names by id; an unknown id is shown as it is. */
  readonly unitName: (id: string) => string;
  /** The name a unit bore at the end of a period: what stands beside an earlier period says the name of then. */
  readonly unitNameIn: (id: string, period: Period) => string;
  readonly dutyTitle: (id: string) => string;
  /** The title a duty bore at the end of a period. */
  readonly dutyTitleIn: (id: string, period: Period) => string;
  readonly templateTitle: (id: string) => string;
  readonly loading: boolean;
}

/** Units, duties and templates with their names: what nearly every page needs to show ids as words. */
export function useDirectory(): Directory {
  const units = useRequest('units.list', {});
  const duties = useRequest('duties.list', {});
  const templates = useRequest('templates.list', {});
  const today = useAppInfo().now.slice(0, 10);
  return useMemo(() => {
    const stored = units.data ?? [];
    const byId = new Map(stored.map((unit) => [unit.id, unit]));
    const nameOn = (id: string, day: Day): string => {
      const unit = byId.get(id);
      return unit ? nameAt(unit, day).name : id;
    };
    const dutiesById = new Map(duties.data?.map((duty) => [duty.id, duty]));
    const templateTitles = new Map(templates.data?.map((template) => [template.id, template.title]));
    return {
      units: unitsAt(stored, today),
      unitsOn: (day) => unitsAt(stored, day),
      duties: duties.data ?? [],
      dutiesOn: (day) => (duties.data ?? []).map((duty) => ({ ...duty, title: titleAt(duty, day) })),
      templates: templates.data ?? [],
      unitName: (id) => nameOn(id, today),
      unitNameIn: (id, period) => nameOn(id, lastDayOf(period)),
      dutyTitle: (id) => dutiesById.get(id)?.title ?? id,
      dutyTitleIn: (id, period) => {
        const duty = dutiesById.get(id);
        return duty ? titleAt(duty, lastDayOf(period)) : id;
      },
      templateTitle: (id) => templateTitles.get(id) ?? id,
      loading: units.loading || duties.loading || templates.loading,
    };
  }, [units.data, units.loading, duties.data, duties.loading, templates.data, templates.loading, today]);
}

import { useMemo } from 'react';
import type { Duty } from '../../electron/contract/duties.ts';
import type { TemplateSummary } from '../../electron/contract/templates.ts';
import type { Unit } from '../../electron/contract/units.ts';
import { useRequest } from './useRequest.ts';

export interface Directory {
  readonly units: readonly Unit[];
  readonly duties: readonly Duty[];
  readonly templates: readonly TemplateSummary[];
  /** Names by id; an unknown id is shown as it is. */
  readonly unitName: (id: string) => string;
  readonly dutyTitle: (id: string) => string;
  readonly templateTitle: (id: string) => string;
  readonly loading: boolean;
}

/** Units, duties and templates with their names: what nearly every page needs to show ids as words. */
export function useDirectory(): Directory {
  const units = useRequest('units.list', {});
  const duties = useRequest('duties.list', {});
  const templates = useRequest('templates.list', {});
  return useMemo(() => {
    const unitNames = new Map(units.data?.map((unit) => [unit.id, unit.name]));
    const dutyTitles = new Map(duties.data?.map((duty) => [duty.id, duty.title]));
    const templateTitles = new Map(templates.data?.map((template) => [template.id, template.title]));
    return {
      units: units.data ?? [],
      duties: duties.data ?? [],
      templates: templates.data ?? [],
      unitName: (id) => unitNames.get(id) ?? id,
      dutyTitle: (id) => dutyTitles.get(id) ?? id,
      templateTitle: (id) => templateTitles.get(id) ?? id,
      loading: units.loading || duties.loading || templates.loading,
    };
  }, [units.data, units.loading, duties.data, duties.loading, templates.data, templates.loading]);
}

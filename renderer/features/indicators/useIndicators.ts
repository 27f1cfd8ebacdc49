import { App } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Indicator, IndicatorEntry } from '../../../electron/contract/indicators.ts';
import { useAction } from '../../api/useAction.ts';
import { useDirectory } from '../../api/useDirectory.ts';
import { useRequest } from '../../api/useRequest.ts';
import { byOperator } from '../../state/operator.ts';
import { usePeriod } from '../../state/usePeriod.ts';
import { INDICATOR_WORDS as W } from '../../words/indicators.ts';

/** The indicators of a year, the one looked at, and what is typed of it. */
export function useIndicators() {
  const { message } = App.useApp();
  const [period] = usePeriod();
  const [chosenYear, setYear] = useState<number | null>(null);
  const year = chosenYear ?? Number(period.slice(0, 4));
  const [params, setParams] = useSearchParams();
  const directory = useDirectory();
  const answer = useRequest('indicators.list', { year });
  const entering = useAction('indicators.enter');
  const saving = useAction('indicators.save');
  const [edited, edit] = useState<Indicator | 'new' | null>(null);
  const years = answer.data ?? [];
  const shown = years.find(({ indicator }) => indicator.id === params.get('indicator')) ?? years[0] ?? null;

  const enter = async (entry: IndicatorEntry): Promise<void> => {
    await entering.run({ ...entry, ...byOperator() });
  };
  const save = async (indicator: Indicator): Promise<void> => {
    if (!(await saving.run({ indicator, ...byOperator() }))) return;
    message.success(W.saved);
    edit(null);
    setParams({ indicator: indicator.id });
  };
  return {
    year,
    setYear,
    answer,
    years,
    shown,
    show: (id: string) => setParams({ indicator: id }),
    directory,
    enter,
    entering,
    save,
    saving,
    edited,
    edit,
  };
}

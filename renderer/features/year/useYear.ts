import { useEffect, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Directory } from '../../api/useDirectory.ts';
import { useRequest } from '../../api/useRequest.ts';
import { sameInYear } from '../../parts/periods.ts';
import { usePeriod } from '../../state/usePeriod.ts';
import { useYearChoice } from './yearChoice.ts';
import { type YearSubject, yearModel } from './yearModel.ts';

/** The year of the chosen unit or duty, in the year of the period the window works on. Asks nothing until it is shown. */
export function useYear(directory: Directory, isShown: boolean) {
  const [period, choosePeriod] = usePeriod();
  const year = Number(period.slice(0, 4));
  useLinkedChoice(isShown);
  const { subject, choose, ...chosen } = useYearChoice();
  const units = useMemo(() => directory.unitsOn(`${year}-12-31`), [directory, year]);
  const duties = useMemo(
    () => directory.dutiesOn(`${year}-12-31`).filter(({ kind, due }) => kind === 'scheduled' || due !== null),
    [directory, year],
  );
  const list: readonly { readonly id: string }[] = subject === 'unit' ? units : duties;
  const id = list.find((one) => one.id === chosen[subject])?.id ?? list[0]?.id ?? null;

  const answer = useRequest('status.year', isShown && id !== null ? { year, [subject]: id } : null);
  // The answer for another year, unit or duty stays until the new one comes.
  const grid =
    answer.data?.period === String(year) && answer.data.cells.every((cell) => cell[subject] === id)
      ? answer.data
      : undefined;
  const model = useMemo(() => {
    if (!grid) return undefined;
    const named = subject === 'unit' ? duties : units.map((unit) => ({ id: unit.id, title: unit.name }));
    return yearModel(grid, subject, named);
  }, [grid, subject, units, duties]);

  return {
    year,
    subject,
    id,
    units,
    duties,
    grid,
    model,
    error: answer.error,
    reload: answer.reload,
    chooseSubject: (next: YearSubject) => choose({ subject: next }),
    choose: (next: string) => choose(subject === 'unit' ? { unit: next } : { duty: next }),
    step: (years: number) => choosePeriod(sameInYear(period, year + years)),
  };
}

export type YearView = ReturnType<typeof useYear>;

/** A link may bring the unit or duty along: `#/status?tab=year&duty=000-02`. */
function useLinkedChoice(isShown: boolean): void {
  const [params] = useSearchParams();
  const unit = params.get('unit');
  const duty = params.get('duty');
  const choose = useYearChoice((state) => state.choose);
  useEffect(() => {
    if (!isShown) return;
    if (unit !== null) choose({ subject: 'unit', unit });
    else if (duty !== null) choose({ subject: 'duty', duty });
  }, [isShown, unit, duty, choose]);
}

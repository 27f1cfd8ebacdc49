import dayjs from 'dayjs';
import { useState } from 'react';
import type { CalendarYear, DueItem } from '../../../electron/contract/calendar.ts';
import type { GridCell } from '../../../electron/contract/status.ts';
import type { Day } from '../../../electron/contract/time.ts';
import type { RequestError } from '../../api/requestError.ts';
import { useRequest } from '../../api/useRequest.ts';
import { useAppInfo } from '../../state/appInfo.ts';

/** The units of a duty that have not met it. */
export interface OpenUnits {
  readonly item: DueItem;
  readonly cells: readonly GridCell[];
}

export interface DueMonthView {
  /** `2022-04`. */
  readonly month: string;
  readonly today: Day;
  readonly items: readonly DueItem[];
  readonly year: CalendarYear | undefined;
  readonly error: RequestError | undefined;
  /** The answer for this month is still to come: no day can be said to be free. */
  readonly loading: boolean;
  readonly day: Day | null;
  readonly open: OpenUnits | null;
  readonly show: (month: string) => void;
  readonly step: (months: number) => void;
  readonly chooseDay: (day: Day) => void;
  readonly openItem: (item: DueItem | null) => void;
  readonly reload: () => void;
}

/** What falls due in a month, the chosen day, and the units still open of the chosen duty. */
export function useDueMonth(isShown: boolean): DueMonthView {
  const { now } = useAppInfo();
  const today = now.slice(0, 10);
  const [month, setMonth] = useState(today.slice(0, 7));
  const [chosen, setDay] = useState<Day | null>(null);
  const [item, setItem] = useState<DueItem | null>(null);
  const to = dayjs(`${month}-01`).endOf('month').format('YYYY-MM-DD');
  const due = useRequest('calendar.due', isShown ? { from: `${month}-01`, to } : null);
  const year = useRequest('calendar.show', isShown ? { year: Number(month.slice(0, 4)) } : null);
  const grid = useRequest('status.grid', item ? { period: item.period, duty: item.duty } : null);
  const show = (next: string) => {
    setMonth(next);
    setDay(null);
    setItem(null);
  };
  // The answer for another month stays until the new one comes.
  const items = due.data?.filter((one) => one.day.startsWith(month)) ?? [];
  // Until a day is chosen: the next one on which something falls due, the last where the month is over.
  const days = items.map((one) => one.day).sort();
  const day = chosen ?? days.find((one) => one >= today) ?? days.at(-1) ?? null;
  const cells = grid.data?.cells.filter((cell) => item !== null && isOpen(cell, item)) ?? [];
  return {
    month,
    today,
    items,
    year: year.data?.year === Number(month.slice(0, 4)) ? year.data : undefined,
    error: due.error ?? grid.error,
    loading: due.loading,
    day,
    open: item ? { item, cells } : null,
    show,
    step: (months) => show(dayjs(`${month}-01`).add(months, 'month').format('YYYY-MM')),
    chooseDay: (next) => {
      setDay(next);
      setItem(due.data?.find((one) => one.day === next) ?? null);
    },
    openItem: setItem,
    reload: due.reload,
  };
}

const MET: ReadonlySet<GridCell['status']> = new Set(['reported', 'late', 'zero', 'exempt']);

function isOpen(cell: GridCell, { duty, period, due }: DueItem): boolean {
  const isIts = cell.duty === duty && cell.period === period && cell.due === due && cell.assigned;
  return isIts && !MET.has(cell.status) && cell.returnedCounts !== true;
}

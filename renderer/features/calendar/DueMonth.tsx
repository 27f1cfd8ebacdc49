import type { CalendarYear, DueItem } from '../../../electron/contract/calendar.ts';
import type { Day } from '../../../electron/contract/time.ts';
import { WEEKDAYS } from '../../words/calendar.ts';
import { type DayMark, dayMarks } from './dayMarks.ts';
import { monthWeeks } from './monthWeeks.ts';

interface DueMonthProps {
  /** `2022-04`. */
  readonly month: string;
  readonly items: readonly DueItem[];
  readonly year: CalendarYear | undefined;
  readonly today: Day;
  readonly chosen: Day | null;
  readonly onChoose: (day: Day) => void;
}

/** Lines a day shows before it says how many more there are. */
const LINES = 3;

/** A month with what falls due on each day: the duty, and how many of its units have not reported. */
export function DueMonth({ month, items, year, today, chosen, onChoose }: DueMonthProps) {
  const byDay = Map.groupBy(items, ({ day }) => day);
  const marks = year ? dayMarks(year) : new Map<Day, DayMark>();
  return (
    <div className="due-month" data-testid="due-month">
      <div className="due-week due-head">
        {WEEKDAYS.map((name) => (
          <span key={name}>周{name}</span>
        ))}
      </div>
      {monthWeeks(month).map((week) => (
        <div key={week[0]?.day} className="due-week">
          {week.map(({ day, isOutside, isWeekend }) => {
            if (isOutside) return <span key={day} className="due-empty" />;
            const mark = marks.get(day);
            const kind = mark?.kind ?? (isWeekend ? 'weekend' : 'plain');
            const state = `${day === today ? ' today' : ''}${day === chosen ? ' chosen' : ''}`;
            return (
              <button
                key={day}
                type="button"
                className={`due-day ${kind}${mark?.county ? ' county' : ''}${state}`}
                aria-pressed={day === chosen}
                data-testid={`due-${day}`}
                onClick={() => onChoose(day)}
              >
                <span className="due-date" title={mark?.title}>
                  {Number(day.slice(8))}
                  {mark ? <sup>{mark.sign}</sup> : null}
                </span>
                <DayLines items={byDay.get(day) ?? []} isPast={day < today} />
              </button>
            );
          })}
        </div>
      ))}
    </div>
  );
}

function DayLines({ items, isPast }: { readonly items: readonly DueItem[]; readonly isPast: boolean }) {
  const shown = items.length > LINES ? items.slice(0, LINES - 1) : items;
  return (
    <>
      {shown.map((item) => (
        <span
          key={`${item.duty} ${item.period} ${item.due}`}
          className={`due-line ${signOf(item, isPast).tone}`}
          title={item.title}
        >
          <b>{signOf(item, isPast).text}</b> {item.title}
        </span>
      ))}
      {items.length > shown.length ? <span className="due-more">还有 {items.length - shown.length} 项</span> : null}
    </>
  );
}

/** `✓` all have reported, `✗3` three are overdue, `…3` three have not reported yet. */
export function signOf({ open }: DueItem, isPast: boolean): { readonly text: string; readonly tone: string } {
  if (open === 0) return { text: '✓', tone: 'met' };
  return isPast ? { text: `✗${open}`, tone: 'overdue' } : { text: `…${open}`, tone: 'open' };
}

import type { CalendarYear } from '../../../electron/contract/calendar.ts';
import type { Day } from '../../../electron/contract/time.ts';
import { WEEKDAYS } from '../../words/calendar.ts';
import { type DayMark, dayMarks } from './dayMarks.ts';
import { monthsOf, monthWeeks } from './monthWeeks.ts';

interface YearGridProps {
  readonly year: CalendarYear;
  readonly today: Day;
  readonly onChoose: (day: Day) => void;
}

/** A year at a glance: twelve months, holidays, make-up workdays and county days marked by colour and sign. */
export function YearGrid({ year, today, onChoose }: YearGridProps) {
  const marks = dayMarks(year);
  return (
    <div className={`calendar-year ${year.state}`} data-testid="calendar-year">
      {monthsOf(year.year).map((month) => (
        <section key={month} className="calendar-month" aria-label={`${Number(month.slice(5))}月`}>
          <h2>{Number(month.slice(5))}月</h2>
          <div className="calendar-week calendar-head">
            {WEEKDAYS.map((name) => (
              <span key={name}>{name}</span>
            ))}
          </div>
          {monthWeeks(month).map((week) => (
            <div key={week[0]?.day} className="calendar-week">
              {week.map(({ day, isOutside, isWeekend }) =>
                isOutside ? (
                  <span key={day} />
                ) : (
                  <DaySquare
                    key={day}
                    day={day}
                    mark={marks.get(day)}
                    isWeekend={isWeekend}
                    isToday={day === today}
                    isKnown={year.state !== 'unknown'}
                    onChoose={onChoose}
                  />
                ),
              )}
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

interface DaySquareProps {
  readonly day: Day;
  readonly mark: DayMark | undefined;
  readonly isWeekend: boolean;
  readonly isToday: boolean;
  readonly isKnown: boolean;
  readonly onChoose: (day: Day) => void;
}

function DaySquare({ day, mark, isWeekend, isToday, isKnown, onChoose }: DaySquareProps) {
  const kind = mark?.kind ?? (isWeekend ? 'weekend' : 'plain');
  const title = mark?.title ?? (!isKnown ? '放假安排未载入' : isWeekend ? '周末' : '工作日');
  return (
    <button
      type="button"
      className={`calendar-day ${kind}${mark?.county ? ' county' : ''}${isToday ? ' today' : ''}`}
      title={`${day} ${title}`}
      aria-label={`${day} ${title}`}
      data-testid={`day-${day}`}
      onClick={() => onChoose(day)}
    >
      {Number(day.slice(8))}
      {mark ? <sup>{mark.sign}</sup> : null}
    </button>
  );
}

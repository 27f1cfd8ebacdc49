import type { RecordTerm } from '../contract/duties.ts';
import type { Finding, RuleCode, Severity } from '../contract/findings.ts';
import type { Column } from '../contract/templates.ts';
import type { Day } from '../contract/time.ts';
import type { WorkCalendar } from './calendar.ts';
import { isTimely, recordDueDay } from './due.ts';
import { rowFinding } from './validate.ts';

interface LateInput {
  readonly row: number;
  /** The column of the decision date, as the file headed it; `cell` null where its place is not known any more. */
  readonly at: {
    readonly column: Column;
    readonly header: string;
    readonly cell: string | null;
    readonly value: string;
  };
  readonly decided: Day | null;
  readonly received: Day;
  readonly term: RecordTerm;
  readonly calendar: WorkCalendar;
  readonly severities: Readonly<Record<RuleCode, Severity>>;
}

/** The `late_record` of a stored row by its first receipt, or null: timely, without a date, or decided after it came (cli.md, Clock). */
export function lateFinding({ row, at, decided, received, term, calendar, severities }: LateInput): Finding | null {
  if (decided === null || decided > received || isTimely(decided, received, term, calendar)) return null;
  const year = Number(decided.slice(0, 4));
  // A decision before the known calendar is late all the same; only its last day cannot be named.
  const isKnown = year >= calendar.from && year <= calendar.to;
  return rowFinding('late_record', row, severities, isKnown ? recordDueDay(decided, term, calendar) : '规定时限', at);
}

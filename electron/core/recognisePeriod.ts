import type { Candidate, Question } from '../contract/imports.ts';
import type { Day, Moment, Period, PeriodKind } from '../contract/time.ts';
import { columnLetters } from './address.ts';
import { type DutySchedule, periodsAtArrival } from './arrivalPeriod.ts';
import { MARKED } from './blankMark.ts';
import type { WorkCalendar } from './calendar.ts';
import { dayOf, firstDay, lastDay, periodOf, periodTitle } from './period.ts';
import { dayInText, periodsInText } from './periodText.ts';
import type { SheetView } from './sheetView.ts';
import type { ColumnText } from './surveyRows.ts';

export type PeriodResult =
  | { readonly kind: 'found'; readonly period: Period; readonly evidence: string }
  | { readonly kind: 'question'; readonly question: Question };

export interface PeriodPlaces {
  readonly view: SheetView;
  readonly topRow: number;
  readonly sheet: string;
  readonly file: string;
  readonly receivedAt: Moment;
  readonly kind: PeriodKind;
  readonly schedule?: DutySchedule | undefined;
  readonly calendar: WorkCalendar;
  /** What a handed-out template was made for. */
  readonly marked?: Period | null;
  /** What the table's own column of periods (统计期) says, cell by cell. */
  readonly column?: readonly ColumnText[];
}

interface Statement {
  readonly place: string;
  readonly periods: readonly Period[];
}

/**
 * The period a table speaks of: its own title or 统计期 beats the file name, which beats the received time (cli.md, “Periods”).
 * Title against file name, or a period that begins after the arrival, is a question. What the received time says is the duty's
 * (`periodsAtArrival`): of one that reports the month before, the month before.
 */
export function recognisePeriod(places: PeriodPlaces): PeriodResult {
  const { file, kind, receivedAt, marked } = places;
  const received = dayOf(receivedAt);
  const titles = titleStatements(places);
  const mark = marked ? [{ place: MARKED, periods: [marked] }] : [];
  const stated = [...mark, ...titles, ...nameStatements(file, kind, received)];

  const byArrival = periodsAtArrival(receivedAt, places);
  const arrival: Statement = { place: `收件时间 ${receivedAt}`, periods: byArrival };

  if (stated.length === 0) {
    // A bare day names no period; it only says more than the arrival does.
    const dated = titleDays(places).at(0) ?? dayIn(stem(file), `文件名“${file}”`, received);
    return dated ? ofDay(dated, places) : ofArrival(byArrival, arrival.place);
  }
  const common = stated.map((s) => s.periods).reduce((a, b) => a.filter((period) => b.includes(period)));
  if (common.length === 0) return conflict(stated, '报送期有不同说法');
  const evidence = stated[0]?.place ?? '';
  const [only] = common;
  if (only !== undefined && common.length === 1) {
    if (firstDay(only) <= received) return found(only, evidence);
    return conflict([...stated, arrival], '报送期晚于收件时间');
  }
  // What has not begun cannot be meant; when nothing has, the arrival contradicts.
  if (common.every((period) => firstDay(period) > received))
    return conflict([...stated, arrival], '报送期晚于收件时间');
  const meant = byArrival.filter((period) => common.includes(period));
  if (meant.length > 0) return ofArrival(meant, `${evidence}，${arrival.place}`);
  return unknown(common, `${evidence} 没有说明是哪一期（${common.length} 种可能）`, evidence);
}

/** What the arrival says: one period, or a question between two. */
function ofArrival(periods: readonly Period[], place: string): PeriodResult {
  const [first] = periods;
  if (first !== undefined && periods.length === 1) return found(first, place);
  return unknown(
    periods,
    `没有写明报送期，按${place}和截止时间，${periods.map(periodTitle).join('和')}都有可能`,
    place,
  );
}

/** The last day of a period is what its numbers reach to (截至4月30日); any other says when the table was made. */
function ofDay({ day, place }: DatedPlace, places: PeriodPlaces): PeriodResult {
  const said = `${place}中的日期 ${day}`;
  const own = periodOf(places.kind, day);
  return day === lastDay(own) ? found(own, said) : ofArrival(periodsAtArrival(`${day}T00:00`, places), said);
}

function unknown(periods: readonly Period[], why: string, evidence: string): PeriodResult {
  const candidates = periods.map((period) => candidate(period, evidence));
  return { kind: 'question', question: { code: 'period_unknown', message: `${why}。请选定报送期。`, candidates } };
}

function titleStatements({ view, topRow, sheet, kind, receivedAt, column = [] }: PeriodPlaces): Statement[] {
  const received = dayOf(receivedAt);
  const statements = titleTexts(view, topRow).map(({ place, text }) => ({
    place: `${place} ${text}`,
    periods: periodsInText(text, kind, received),
  }));
  statements.push({ place: `工作表名“${sheet}”`, periods: periodsInText(sheet, kind, received) });
  const [first] = column;
  const inColumn = new Set(column.flatMap(({ text }) => periodsInText(text, kind, received)));
  if (first) statements.push({ place: `${first.cell} ${first.text}`, periods: [...inColumn].sort() });
  return statements.filter(({ periods }) => periods.length > 0);
}

/** The file's own name, or, where it is silent, the nearest folder, archive or mail around it. */
function nameStatements(file: string, kind: PeriodKind, received: Day): Statement[] {
  for (const part of file.split(/[/\\]| › /u).reverse()) {
    const periods = periodsInText(stem(part), kind, received);
    if (periods.length > 0) return [{ place: `文件名“${part}”`, periods }];
  }
  return [];
}

interface DatedPlace {
  readonly place: string;
  readonly day: Day;
}

function titleDays({ view, topRow, receivedAt }: PeriodPlaces): DatedPlace[] {
  return titleTexts(view, topRow).flatMap(({ place, text }) => dayIn(text, place, dayOf(receivedAt)) ?? []);
}

function dayIn(text: string, place: string, received: Day): DatedPlace | null {
  const day = dayInText(text);
  return day !== null && day <= received ? { place, day } : null;
}

/** Cells above the header, a label with the value beside it; not the day the table was filled in, not explanations. */
function titleTexts(view: SheetView, topRow: number): { place: string; text: string }[] {
  return view.rowNumbers
    .filter((row) => row < topRow)
    .flatMap((row) => {
      const cells = view.row(row)?.cells ?? [];
      return cells.flatMap((cell, index) => {
        if (FILLED_IN.test(cell.text) || FILLED_IN.test(cells[index - 1]?.text ?? '')) return [];
        if (EXPLANATION.test(cell.text) || cell.text.length > MAX_TITLE) return [];
        const next = /[:：]\s*$/u.test(cell.text) ? (cells[index + 1]?.text ?? '') : '';
        return [{ place: `${columnLetters(cell.column)}${row}`, text: `${cell.text}${next}` }];
      });
    });
}

/** 填报日期： or 报送截止时间： alone in its cell; 统计日期 and 所属时间 speak of the period. */
const FILLED_IN =
  /^\s*((填报|填表|制表|报送|上报|报出|打印|制作|提交)\s*)?(截止\s*)?(日\s*期|时\s*间|期\s*限)\s*[:：]?\s*$/u;
const EXPLANATION = /^\s*(注|说明|备注|填表说明|填报说明|填写说明|注意事项)[:：\d]/u;
const MAX_TITLE = 80;

function conflict(stated: readonly Statement[], why: string): PeriodResult {
  const said = stated.map((s) => `${s.place} → ${s.periods.map(periodTitle).join('、')}`);
  const candidates = new Map<Period, Candidate>();
  for (const { place, periods } of stated)
    for (const period of periods) if (!candidates.has(period)) candidates.set(period, candidate(period, place));
  return {
    kind: 'question',
    question: {
      code: 'period_conflict',
      message: `${why}：${said.join('；')}。请选定报送期。`,
      candidates: [...candidates.values()],
    },
  };
}

function candidate(period: Period, evidence: string): Candidate {
  return { value: period, label: periodTitle(period), evidence, choice: { period } };
}

const found = (period: Period, evidence: string): PeriodResult => ({ kind: 'found', period, evidence });
const stem = (file: string): string => file.replace(/\.[A-Za-z]{2,5}$/u, '');

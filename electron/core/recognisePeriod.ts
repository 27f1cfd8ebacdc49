import type { Candidate, Question } from '../contract/imports.ts';
import type { Moment, Period, PeriodKind } from '../contract/time.ts';
import { columnLetters } from './address.ts';
import { dayOf, firstDay, periodOf, periodTitle } from './period.ts';
import { dayInText, periodsInText } from './periodText.ts';
import type { SheetView } from './sheetView.ts';

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
}

interface Statement {
  readonly place: string;
  readonly periods: readonly Period[];
}

/**
 * The period a table speaks of: its own title or 统计期 beats the file name, which beats the received time (cli.md, “Periods”).
 * Title against file name, or a period that begins after the arrival, is a question.
 */
export function recognisePeriod(places: PeriodPlaces): PeriodResult {
  const { file, kind, receivedAt } = places;
  const received = dayOf(receivedAt);
  const titles = titleStatements(places);
  const named: Statement = { place: `文件名“${file}”`, periods: periodsInText(stem(file), kind, received) };
  const stated = [...titles, ...(named.periods.length > 0 ? [named] : [])];

  if (stated.length === 0) {
    const dated = dayInText(stem(file));
    if (dated !== null && dated <= received) return found(periodOf(kind, dated), `文件名“${file}”中的日期 ${dated}`);
    return found(periodOf(kind, received), `收件时间 ${receivedAt}`);
  }
  const common = stated.map((s) => s.periods).reduce((a, b) => a.filter((period) => b.includes(period)));
  if (common.length === 0) return conflict(stated, '报送期有不同说法');
  const evidence = stated[0]?.place ?? '';
  const [only] = common;
  if (only !== undefined && common.length === 1) {
    if (firstDay(only) <= received) return found(only, evidence);
    const arrival: Statement = { place: `收件时间 ${receivedAt}`, periods: [periodOf(kind, received)] };
    return conflict([...stated, arrival], '报送期晚于收件时间');
  }
  const arrived = periodOf(kind, received);
  if (common.includes(arrived)) return found(arrived, `${evidence}，收件时间 ${receivedAt}`);
  return {
    kind: 'question',
    question: {
      code: 'period_unknown',
      message: `${evidence} 没有说明是哪一期（${common.length} 种可能）。请选定报送期。`,
      candidates: common.map((period) => candidate(period, evidence)),
    },
  };
}

function titleStatements({ view, topRow, sheet, kind, receivedAt }: PeriodPlaces): Statement[] {
  const received = dayOf(receivedAt);
  const statements: Statement[] = [];
  for (const row of view.rowNumbers.filter((number) => number < topRow)) {
    const cells = view.row(row)?.cells ?? [];
    cells.forEach((cell, index) => {
      // 统计期： | 2022-04: the label in one cell, the value in the next.
      const next =
        /[:：]\s*$/u.test(cell.text) && !/日期\s*[:：]\s*$/u.test(cell.text) ? (cells[index + 1]?.text ?? '') : '';
      const before = /日期\s*[:：]\s*$/u.test(cells[index - 1]?.text ?? '');
      const periods = before ? [] : periodsInText(`${cell.text}${next}`, kind, received);
      if (periods.length > 0)
        statements.push({ place: `${columnLetters(cell.column)}${row} ${cell.text}${next}`, periods });
    });
  }
  const periods = periodsInText(sheet, kind, received);
  if (periods.length > 0) statements.push({ place: `工作表名“${sheet}”`, periods });
  return statements;
}

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

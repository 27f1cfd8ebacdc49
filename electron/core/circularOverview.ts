import { ratePrinted } from '../contract/words.ts';
import type { CircularFacts } from './circularFacts.ts';
import type { CircularInput } from './circularInput.ts';
import { CASE_TEMPLATES, type CaseTemplate, sentence } from './circularTexts.ts';
import { chineseMoment, periodTitle } from './period.ts';

/** 总体情况: expectations met, records received, and both clocks by name. `term` is empty where no record has a clock. */
export function overviewParagraphs(input: CircularInput, facts: CircularFacts, term: string): string[] {
  const { texts, rates } = input;
  const { total } = rates;
  const asOf = chineseMoment(input.asOf);
  const period = periodTitle(input.period);
  const due =
    total.expected === 0
      ? sentence(texts, 'totalNothingDue', { asOf, period })
      : sentence(texts, 'total', {
          asOf,
          period,
          units: facts.units,
          expected: total.expected,
          met: total.met,
          zero: facts.zero,
          late: total.late,
          missing: total.expected - total.met,
          reportRate: ratePrinted(total.reportRate),
        });
  const pending = facts.pending > 0 ? sentence(texts, 'totalPending', { pending: facts.pending }) : '';
  return [
    due + pending,
    recordsSentence(input, term),
    term === '' ? sentence(texts, 'clocksWithoutTerm', {}) : sentence(texts, 'clocks', { term }),
  ];
}

function recordsSentence({ texts, rates, period }: CircularInput, term: string): string {
  const { total } = rates;
  if (total.records === 0) return sentence(texts, 'recordsNone', { period: periodTitle(period) });
  const records = sentence(texts, 'records', {
    records: total.records,
    compliant: total.compliant,
    complianceRate: ratePrinted(total.complianceRate),
  });
  if (total.clocked === 0) return records + sentence(texts, 'clockedNone', {});
  return (
    records +
    sentence(texts, 'clocked', {
      clocked: total.clocked,
      term,
      timely: total.timely ?? 0,
      timelinessRate: ratePrinted(total.timelinessRate),
    })
  );
}

const PERMITS = ['permit-legal', 'permit-person'];
const PENALTIES = ['penalty-legal', 'penalty-person'];
const OTHER_ACTS = [
  'coercion',
  'confirmation',
  'collection',
  'payment',
  'adjudication',
  'compensation',
  'award',
  'inspection',
];

/** 分类情况: one numbered paragraph per kind of information that is owed in the period (a week owes no monthly cases) or came. */
export function categoryParagraphs(input: CircularInput, facts: CircularFacts): string[] {
  const paragraphs = [
    doublePublicity(input),
    otherActs(input),
    commitments(input),
    cases(input, facts),
    publicity(input, facts),
    otherTables(input),
  ].filter((text) => text !== '');
  return paragraphs.map((text, index) => `${index + 1}.${text}`);
}

function sums({ counts }: CircularInput, templates: readonly string[]) {
  const rows = counts.filter((row) => templates.includes(row.template) && row.records > 0);
  return {
    records: rows.reduce((sum, row) => sum + row.records, 0),
    compliant: rows.reduce((sum, row) => sum + row.compliant, 0),
    units: new Set(rows.map((row) => row.unit)).size,
  };
}

function doublePublicity(input: CircularInput): string {
  const permits = sums(input, PERMITS);
  const penalties = sums(input, PENALTIES);
  const total = permits.records + penalties.records;
  if (total === 0) return sentence(input.texts, 'doublePublicityNone', {});
  return sentence(input.texts, 'doublePublicity', {
    total,
    permit: permits.records,
    permitCompliant: permits.compliant,
    penalty: penalties.records,
    penaltyCompliant: penalties.compliant,
  });
}

/** The other eight acts are named only where some came. */
function otherActs(input: CircularInput): string {
  return listed(input, 'otherActs', OTHER_ACTS);
}

const WORDED = new Set<string>([...PERMITS, ...PENALTIES, ...OTHER_ACTS, 'commitment', ...CASE_TEMPLATES]);

/** Templates an office added have no sentence of their own, yet the kinds must add up to the records received. */
function otherTables(input: CircularInput): string {
  const templates = new Set(input.counts.map((row) => row.template).filter((template) => !WORDED.has(template)));
  return listed(input, 'otherTables', [...templates]);
}

function listed(input: CircularInput, key: 'otherActs' | 'otherTables', templates: readonly string[]): string {
  const titles = new Map(input.counts.map((row) => [row.template, row.templateTitle]));
  const kinds = templates.flatMap((template) => {
    const { records } = sums(input, [template]);
    return records === 0 ? [] : [`${titles.get(template) ?? template}${records}条`];
  });
  if (kinds.length === 0) return '';
  return sentence(input.texts, key, { total: sums(input, templates).records, list: kinds.join('、') });
}

/** Whether a duty with one of these templates is in the period's grid; an empty grid leaves nothing out. */
function isExpected({ cells, duties }: CircularInput, templates: readonly string[]): boolean {
  const ids = new Set(duties.filter((duty) => duty.templates.some((id) => templates.includes(id))).map(({ id }) => id));
  return cells.length === 0 || cells.some((cell) => ids.has(cell.duty));
}

function commitments(input: CircularInput): string {
  const { records, compliant, units } = sums(input, ['commitment']);
  if (records > 0) return sentence(input.texts, 'commitments', { total: records, compliant, units });
  return isExpected(input, ['commitment']) ? sentence(input.texts, 'commitmentsNone', {}) : '';
}

function caseTotal(facts: CircularFacts, template: CaseTemplate): { count: number; units: number } {
  const counts = facts.cases.map((row) => row.counts[template]?.count ?? 0);
  return { count: counts.reduce((sum, n) => sum + n, 0), units: counts.filter((n) => n > 0).length };
}

function cases(input: CircularInput, facts: CircularFacts): string {
  const jointCase = caseTotal(facts, 'joint-case').count;
  const reportUse = caseTotal(facts, 'report-use').count;
  if (jointCase + reportUse > 0) return sentence(input.texts, 'cases', { jointCase, reportUse });
  return isExpected(input, ['joint-case', 'report-use']) ? sentence(input.texts, 'casesNone', {}) : '';
}

function publicity(input: CircularInput, facts: CircularFacts): string {
  const { count, units } = caseTotal(facts, 'publicity');
  if (count > 0) return sentence(input.texts, 'publicity', { total: count, units });
  return isExpected(input, ['publicity']) ? sentence(input.texts, 'publicityNone', {}) : '';
}

import type { FigureRef } from '../contract/figures.ts';
import { ratePrinted } from '../contract/words.ts';
import { compareLines, trendLines } from './circularCompare.ts';
import type { CircularFacts } from './circularFacts.ts';
import type { CircularInput } from './circularInput.ts';
import { circularPeriod } from './circularPeriod.ts';
import type { CircularRefs } from './circularRefs.ts';
import { isNarrow, speaksOfRecords } from './circularScope.ts';
import { CASE_TEMPLATES, type CaseTemplate, sentence } from './circularTexts.ts';
import { officialMoment } from './officialMoment.ts';
import { counted, joined, plain, type Worded } from './worded.ts';

/** A paragraph of a part, by the last word of its key. */
export interface PartLine {
  readonly key: string;
  readonly said: Worded;
}

/** What a part of the circular is worded from. */
export interface Wording {
  readonly input: CircularInput;
  readonly facts: CircularFacts;
  readonly refs: CircularRefs;
}

/** 总体情况: expectations met, records received, both against the period before and by month, and both clocks by name. `term` is empty where no record has a clock. */
export function overviewLines({ input, facts, refs }: Wording, term: string): PartLine[] {
  const { texts, rates } = input;
  const { total } = rates;
  const asOf = officialMoment(input.asOf, input.cells);
  const period = circularPeriod(input.period);
  const due =
    total.expected === 0
      ? sentence(texts, 'totalNothingDue', { asOf, period })
      : sentence(texts, 'total', {
          asOf,
          period,
          units: counted(facts.units, refs.units()),
          expected: counted(total.expected, refs.cells('expected')),
          met: counted(total.met, refs.cells('met')),
          zero: counted(facts.zero, refs.cells('zero')),
          late: counted(total.late, refs.cells('late')),
          missing: counted(total.expected - total.met, refs.cells('owed')),
          reportRate: counted(ratePrinted(total.reportRate), refs.cells('expected')),
        });
  const pending =
    facts.pending > 0
      ? sentence(texts, 'totalPending', { pending: counted(facts.pending, refs.cells('pending')) })
      : plain('');
  return [
    { key: 'total', said: joined([due, pending]) },
    ...(speaksOfRecords(input) ? [{ key: 'records', said: recordsSentence(input, refs, term) }] : []),
    ...compareLines(input),
    ...trendLines(input),
    {
      key: 'clocks',
      said: term === '' ? sentence(texts, 'clocksWithoutTerm', {}) : sentence(texts, 'clocks', { term }),
    },
  ];
}

function recordsSentence({ texts, rates, period }: CircularInput, { rated }: CircularRefs, term: string): Worded {
  const { total } = rates;
  if (total.records === 0) return sentence(texts, 'recordsNone', { period: circularPeriod(period) });
  const records = sentence(texts, 'records', {
    records: counted(total.records, rated('all')),
    compliant: counted(total.compliant, rated('compliant')),
    complianceRate: counted(ratePrinted(total.complianceRate), rated('all')),
  });
  if (total.clocked === 0) return joined([records, sentence(texts, 'clockedNone', {})]);
  const clocked = sentence(texts, 'clocked', {
    clocked: counted(total.clocked, rated('clocked')),
    term,
    timely: counted(total.timely ?? 0, rated('timely')),
    timelinessRate: counted(ratePrinted(total.timelinessRate), rated('clocked')),
  });
  return joined([records, clocked]);
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

/** 分类情况: one paragraph per kind of information that is owed in the period (a week owes no monthly cases) or came. */
export function categoryLines(wording: Wording): PartLine[] {
  return [
    { key: 'double-publicity', said: doublePublicity(wording) },
    { key: 'other-acts', said: listed(wording, 'otherActs', OTHER_ACTS) },
    { key: 'commitment', said: commitments(wording) },
    { key: 'cases', said: cases(wording) },
    { key: 'publicity', said: publicity(wording) },
    { key: 'other', said: otherTables(wording) },
  ].flatMap(({ key, said }) => (said === null ? [] : [{ key, said }]));
}

function sums({ counts }: CircularInput, templates: readonly string[]) {
  const rows = counts.filter((row) => templates.includes(row.template) && row.records > 0);
  return {
    records: rows.reduce((sum, row) => sum + row.records, 0),
    compliant: rows.reduce((sum, row) => sum + row.compliant, 0),
    units: [...new Set(rows.map((row) => row.unit))],
  };
}

function doublePublicity({ input, refs }: Wording): Worded | null {
  const permits = sums(input, PERMITS);
  const penalties = sums(input, PENALTIES);
  const total = permits.records + penalties.records;
  if (total === 0) {
    const isMissed = !isNarrow(input.scope) || isExpected(input, [...PERMITS, ...PENALTIES]);
    return isMissed ? sentence(input.texts, 'doublePublicityNone', {}) : null;
  }
  return sentence(input.texts, 'doublePublicity', {
    total: counted(total, refs.records('all', { templates: [...PERMITS, ...PENALTIES] })),
    permit: counted(permits.records, refs.records('all', { templates: PERMITS })),
    permitCompliant: counted(permits.compliant, refs.records('compliant', { templates: PERMITS })),
    penalty: counted(penalties.records, refs.records('all', { templates: PENALTIES })),
    penaltyCompliant: counted(penalties.compliant, refs.records('compliant', { templates: PENALTIES })),
  });
}

const WORDED = new Set<string>([...PERMITS, ...PENALTIES, ...OTHER_ACTS, 'commitment', ...CASE_TEMPLATES]);

/** Templates an office added have no sentence of their own, yet the kinds must add up to the records received. */
function otherTables(wording: Wording): Worded | null {
  const { counts } = wording.input;
  const templates = new Set(counts.map((row) => row.template).filter((template) => !WORDED.has(template)));
  return listed(wording, 'otherTables', [...templates]);
}

/** Kinds are named only where some came. */
function listed(
  { input, refs }: Wording,
  key: 'otherActs' | 'otherTables',
  templates: readonly string[],
): Worded | null {
  const titles = new Map(input.counts.map((row) => [row.template, row.templateTitle]));
  const kinds = templates.flatMap((template) => {
    const { records } = sums(input, [template]);
    const number = counted(records, refs.records('all', { templates: [template] }));
    return records === 0 ? [] : [joined([plain(titles.get(template) ?? template), number, plain('条')])];
  });
  if (kinds.length === 0) return null;
  const total = counted(sums(input, templates).records, refs.records('all', { templates }));
  return sentence(input.texts, key, { total, list: joined(kinds, '、') });
}

/** Whether a duty with one of these templates is in the period's grid; an empty grid leaves nothing out, but of a scope everything. */
function isExpected({ cells, duties, scope }: CircularInput, templates: readonly string[]): boolean {
  const ids = new Set(duties.filter((duty) => duty.templates.some((id) => templates.includes(id))).map(({ id }) => id));
  return (cells.length === 0 && !isNarrow(scope)) || cells.some((cell) => ids.has(cell.duty));
}

function commitments({ input, refs }: Wording): Worded | null {
  const templates = ['commitment'];
  const { records, compliant, units } = sums(input, templates);
  if (records === 0) return isExpected(input, templates) ? sentence(input.texts, 'commitmentsNone', {}) : null;
  return sentence(input.texts, 'commitments', {
    total: counted(records, refs.records('all', { templates })),
    compliant: counted(compliant, refs.records('compliant', { templates })),
    units: counted(units.length, refs.units(units)),
  });
}

/** Cases of a kind in all, or of one unit. */
function caseTotal(facts: CircularFacts, template: CaseTemplate, unit?: string) {
  const rows = facts.cases.filter((row) => unit === undefined || row.unit === unit);
  const sent = rows.filter((row) => (row.counts[template]?.count ?? 0) > 0);
  const count = sent.reduce((sum, row) => sum + (row.counts[template]?.count ?? 0), 0);
  return { count, units: sent.map((row) => row.unit) };
}

/**
 * The rows behind a number of cases: its records; where papers registered by hand are among them, which have no rows, the squares whose
 * counts add up to it.
 */
export function caseRef({ input, facts, refs }: Wording, templates: readonly CaseTemplate[], unit?: string): FigureRef {
  const units = unit === undefined ? {} : { units: [unit] };
  const count = templates.reduce((sum, template) => sum + caseTotal(facts, template, unit).count, 0);
  const records = input.counts
    .filter((row) => templates.some((template) => template === row.template) && (unit ?? row.unit) === row.unit)
    .reduce((sum, row) => sum + row.records, 0);
  if (records === count) return refs.records('all', { templates, ...units });
  const duties = input.duties.filter(
    ({ templates: [only, ...more] }) => more.length === 0 && templates.some((t) => t === only),
  );
  return refs.cells('sent', { duties: duties.map(({ id }) => id), ...units });
}

const CASE_KINDS = ['joint-case', 'report-use'] as const satisfies readonly CaseTemplate[];

function cases(wording: Wording): Worded | null {
  const { input, facts } = wording;
  const { texts } = input;
  // A kind nobody has to report is not said to be nought.
  const kinds = CASE_KINDS.map((template) => ({ template, count: caseTotal(facts, template).count })).filter(
    ({ template, count }) => count > 0 || isExpected(input, [template]),
  );
  if (kinds.length === 0) return null;
  if (kinds.every(({ count }) => count === 0)) {
    return sentence(texts, 'casesNone', { kinds: kinds.map(({ template }) => texts.cases[template]).join('和') });
  }
  const items = kinds.map(({ template, count }) =>
    joined([plain(texts.cases[template]), counted(count, caseRef(wording, [template])), plain('件')]),
  );
  return sentence(texts, 'cases', { list: joined(items, '，') });
}

function publicity(wording: Wording): Worded | null {
  const { input, facts, refs } = wording;
  const { count, units } = caseTotal(facts, 'publicity');
  if (count === 0) return isExpected(input, ['publicity']) ? sentence(input.texts, 'publicityNone', {}) : null;
  return sentence(input.texts, 'publicity', {
    total: counted(count, caseRef(wording, ['publicity'])),
    units: counted(units.length, refs.units(units)),
  });
}

import type { CircularTable } from '../contract/circulars.ts';
import { casesTable, missingTable, qualityTable } from './circularAnnexes.ts';
import { type CircularFacts, caseTemplateOf } from './circularFacts.ts';
import type { CircularInput } from './circularInput.ts';
import type { Wording } from './circularOverview.ts';
import { circularPeriod } from './circularPeriod.ts';
import { periodsTable, rankingTable, stepWord } from './circularRanking.ts';
import { refsOf } from './circularRefs.ts';
import { isNarrow } from './circularScope.ts';
import { type TableBody, tableRows } from './circularTable.ts';
import type { CircularAnnex, CircularTexts } from './circularTexts.ts';
import { periodKind } from './period.ts';
import { filled } from './worded.ts';

/** An annex with what is in it. */
export interface FilledAnnex {
  readonly annex: CircularAnnex;
  readonly caption: string;
  readonly note: string;
  readonly content: Pick<CircularTable, 'columns' | 'rows' | 'landscape' | 'figures' | 'charts'>;
}

/** The annexes in the order chosen, each with its rows or charts; one with nothing to say is left out, and those behind it move up. */
export function filledAnnexes(input: CircularInput, facts: CircularFacts): FilledAnnex[] {
  const wording: Wording = { input, facts, refs: refsOf(input) };
  const values = valuesOf(input);
  return annexesOf(input).flatMap(({ annex, caption, note }): FilledAnnex[] => {
    const texts = { annex, caption: filled(caption, values).text, note: filled(note, values).text };
    if (annex === 'charts') {
      return [{ ...texts, content: { columns: [], rows: [], landscape: false, charts: input.charts } }];
    }
    const { rows, note: more = '', ...body } = TABLES[annex](wording);
    if (rows.length === 0) return [];
    return [{ ...texts, note: `${texts.note}${more}`, content: { ...body, ...tableRows(rows) } }];
  });
}

/** `附件2`, `附件` where there is only one, empty where the paper has no such annex. */
export function annexLabelOf(annexes: readonly FilledAnnex[], annex: CircularAnnex): string {
  const place = annexes.findIndex((entry) => entry.annex === annex);
  if (place === -1) return '';
  return annexes.length === 1 ? '附件' : `附件${place + 1}`;
}

/** The annexes as they are printed. */
export function circularTables(annexes: readonly FilledAnnex[]): CircularTable[] {
  return annexes.map(({ annex, caption, note, content }) => ({
    key: annex,
    label: annexLabelOf(annexes, annex),
    caption,
    note,
    ...content,
  }));
}

const TABLES: Readonly<Record<Exclude<CircularAnnex, 'charts'>, (wording: Wording) => TableBody>> = {
  ranking: rankingTable,
  missing: missingTable,
  quality: qualityTable,
  cases: casesTable,
  periods: periodsTable,
};

/** Every annex that could be chosen, in the order of the texts. */
export function annexesToChoose(input: CircularInput): { annex: CircularAnnex; caption: string }[] {
  const values = valuesOf(input);
  return possibleAnnexes(input).map(({ annex, caption }) => ({ annex, caption: filled(caption, values).text }));
}

/** The annexes asked for: those chosen, else those the texts give a paper of its kind. */
export function annexesOf(input: CircularInput): CircularTexts['annexes'] {
  const possible = possibleAnnexes(input);
  if (input.annexes === null) return possible.filter(({ kinds }) => kinds?.includes(input.kind) ?? true);
  return input.annexes.flatMap((annex) => possible.find((entry) => entry.annex === annex) ?? []);
}

/** No annex of cases where the scope holds no duty about them, none of months where there are none. */
function possibleAnnexes({ texts, scope, duties, period }: CircularInput): CircularTexts['annexes'] {
  const hasCases = !isNarrow(scope) || duties.some((duty) => caseTemplateOf(duty) !== null);
  const hasSteps = !['week', 'month'].includes(periodKind(period));
  return texts.annexes.filter(({ annex }) => (annex !== 'cases' || hasCases) && (annex !== 'periods' || hasSteps));
}

function valuesOf(input: CircularInput) {
  return { period: circularPeriod(input.period), formula: input.rates.formula, step: stepWord(input) };
}

import type { CircularDocument } from '../contract/circulars.ts';
import type { BlockMark, Paper, PaperView } from '../contract/papers.ts';
import type { Day, Period, PeriodKind } from '../contract/time.ts';
import { numberText, numberYear } from '../core/documentNumbers.ts';
import { chineseDay, periodKind } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { composeFor } from './circulars.ts';
import { type Context, readDirectory } from './context.ts';

/** What a draft says now. */
export interface PaperContent {
  /** What the data alone say, headings without numbers. */
  readonly composed: CircularDocument;
  /** As printed: edits put on, headings numbered. */
  readonly document: CircularDocument;
  readonly marks: readonly BlockMark[];
  readonly advice: readonly string[];
  readonly annexChoice: PaperView['annexChoice'];
}

/** What decides the content of a draft. */
export type PaperInput = Pick<
  Paper,
  'kind' | 'period' | 'asOf' | 'scope' | 'form' | 'annexes' | 'edits' | 'about' | 'date'
>;

/** Composes a draft from the data as they stand, as of its own moment, and puts the clerk's edits on. `today`: its date while it has none. */
export function contentOf(context: Context, paper: PaperInput, today: Day): PaperContent {
  const date = paper.date ?? today;
  const { draft, annexChoice, advice } = draftOf(context, paper, date);
  const composed = { ...draft, documentNo: blankNumber(context, date), date: chineseDay(date) };
  return { composed, document: composed, marks: [], advice, annexChoice };
}

/** Refuses a kind that is not about such a period (`paper_kind`), and one that is made elsewhere (`usage`). */
export function refuseKind(kind: Paper['kind'], period: Period): void {
  const of = periodKind(period);
  if (kind === 'letter') throw new Refusal('usage', '催报函在“催报”中生成');
  if (kind === 'correction') throw new Refusal('usage', '更正从已印发的文稿起草');
  const wanted = WANTED[kind];
  if (wanted !== null && wanted !== of) throw new Refusal('paper_kind', period);
}

/** Kind of the period that a paper of a kind is about; null: any. */
const WANTED: Readonly<Record<Exclude<Paper['kind'], 'letter' | 'correction'>, PeriodKind | null>> = {
  monthly: 'month',
  quarterly: 'quarter',
  annual: 'year',
  special: null,
  assessment: 'year',
};

interface Draft {
  readonly draft: CircularDocument;
  readonly annexChoice: PaperView['annexChoice'];
  readonly advice: readonly string[];
}

function draftOf(context: Context, { period, asOf, form }: PaperInput, _date: Day): Draft {
  const draft = { ...composeFor(context, { period: period ?? '', asOf }), form };
  return { draft, annexChoice: [], advice: [] };
}

/** `西信用办〔2022〕　号`: the number is given when the paper is issued. */
function blankNumber(context: Context, date: Day): string {
  const { office } = readDirectory(context.store().read);
  return numberText(office.documentNoPattern, numberYear(date), null);
}

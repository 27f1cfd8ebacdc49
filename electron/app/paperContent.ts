import type { StoredPaper } from '../../db/queries/papers.ts';
import type { CircularDocument } from '../contract/circulars.ts';
import type { BlockMark, Paper, PaperView } from '../contract/papers.ts';
import type { Day, Period } from '../contract/time.ts';
import { circularKindOf } from '../core/circularKind.ts';
import { numberText, numberYear } from '../core/documentNumbers.ts';
import { numberDocument } from '../core/numberDocument.ts';
import { applyEdits } from '../core/paperEdits.ts';
import { chineseDay, dayOf, periodKind } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { assessmentPaper } from './assessmentPaper.ts';
import { draftFor } from './circulars.ts';
import { type Context, readDirectory } from './context.ts';
import { documentFonts } from './fonts.ts';
import { asThen } from './paperBasis.ts';
import { correctionDraft } from './paperCorrections.ts';

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
  const form = { fonts: documentFonts(), ...paper.form };
  const composed = { ...draft, form, documentNo: blankNumber(context, date), date: chineseDay(date) };
  const { document, marks } = applyEdits(composed, paper.edits);
  return { composed, document: numberDocument(document), marks, advice, annexChoice };
}

/** Refuses a kind that is not about such a period (`paper_kind`), and one that begins elsewhere (`usage`). */
export function refuseKind(kind: Paper['kind'], period: Period): void {
  switch (kind) {
    case 'monthly':
    case 'quarterly':
    case 'special':
    case 'annual':
      circularKindOf(period, kind);
      return;
    case 'assessment':
      if (periodKind(period) !== 'year') throw new Refusal('paper_kind', period);
      return;
    case 'letter':
      throw new Refusal('usage', '催报函在“催报”中生成');
    case 'correction':
      throw new Refusal('usage', '更正从已印发的文稿起草');
    default:
      kind satisfies never;
  }
}

interface Draft {
  readonly draft: CircularDocument;
  readonly annexChoice: PaperView['annexChoice'];
  readonly advice: readonly string[];
}

/** Asks whoever composes such a paper. */
function draftOf(context: Context, paper: PaperInput, date: Day): Draft {
  const { kind, period, asOf, form, scope, annexes } = paper;
  switch (kind) {
    case 'monthly':
    case 'quarterly':
    case 'special':
    case 'annual':
      return draftFor(context, { kind, period: period ?? '', asOf, scope, form, annexes, date });
    case 'correction':
      return { ...correctionDraft(context, paper, date, (original) => composedOf(context, original)), annexChoice: [] };
    case 'assessment':
      return { ...assessmentPaper(context, { year: Number(period), asOf, date, form }), annexChoice: [] };
    case 'letter':
      // It is made whole and frozen at once, never composed again.
      throw new Refusal('paper_kind', period ?? '');
    default:
      return kind satisfies never;
  }
}

/** What the data say now in an issued paper, at its own moment and date, under the office and in the words of then. */
export function composedOf(context: Context, paper: StoredPaper): CircularDocument {
  const basis = paper.frozen?.basis;
  return draftOf(basis ? asThen(context, basis) : context, paper, paper.date ?? dayOf(paper.asOf)).draft;
}

/** `西信用办〔2022〕　号`: the number is given when the paper is issued. */
function blankNumber(context: Context, date: Day): string {
  const { office } = readDirectory(context.store().read);
  return numberText(office.documentNoPattern, numberYear(date), null);
}

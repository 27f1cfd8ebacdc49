import { logAction } from '../../db/queries/audit.ts';
import {
  getPaper,
  insertPaper,
  type StoredPaper,
  listPapers as storedPapers,
  updatePaper,
} from '../../db/queries/papers.ts';
import type { ReadDb, WriteDb } from '../../db/types.ts';
import type { CircularDocument } from '../contract/circulars.ts';
import type { PaperKind, PaperScope, PaperStep, PaperSummary } from '../contract/papers.ts';
import type { Day, Moment, Period } from '../contract/time.ts';
import type { Args } from '../contract.ts';
import { numberYear } from '../core/documentNumbers.ts';
import type { PaperBasis } from '../core/paperBasis.ts';
import { chineseDay, isPeriod } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';
import { takeNumber } from './documentNumbers.ts';
import { documentFonts } from './fonts.ts';
import { chosenTemplate } from './wordTemplate.ts';

/** All papers of the register, newest first: circulars, letters, corrections, the year's score; every filter may be left out. Refuses `period_invalid`. */
export function listPapers(context: Context, query: Args<'papers.list'>): readonly PaperSummary[] {
  if (query.period !== undefined && !isPeriod(query.period)) throw new Refusal('period_invalid', query.period);
  return storedPapers(context.store().read, query);
}

/** A paper by its number in the register; refuses `paper_unknown`. */
export function paperOf(db: ReadDb, id: number): StoredPaper {
  const found = getPaper(db, id);
  if (!found) throw new Refusal('paper_unknown', String(id));
  return found;
}

/** Its line of the register. */
export function summaryOf(paper: StoredPaper): PaperSummary {
  const { id, kind, period, state, title, documentNo, date, addressee, steps, voidReason, about } = paper;
  return { id, kind, period, state, title, documentNo, date, addressee, steps, voidReason, about };
}

/** A paper that was made whole elsewhere (催报函) and leaves the office at once. */
export interface MadePaper {
  readonly kind: PaperKind;
  readonly period: Period | null;
  readonly asOf: Moment;
  /** As printed, but for its number and date. */
  readonly document: CircularDocument;
  readonly numbered: boolean;
  /** 成文日期; without it today. */
  readonly date?: Day | undefined;
  readonly by?: string | undefined;
  readonly about?: number | null | undefined;
  readonly scope?: PaperScope | undefined;
}

/**
 * Enters a finished paper, gives it its number and freezes it, inside the caller's transaction: what the register says, the number and what
 * the caller writes beside it come together or not at all.
 */
export function registerIssued(db: WriteDb, made: MadePaper, context: Pick<Context, 'deps'>): PaperSummary {
  const { kind, period, asOf, document, numbered, by = '', about = null } = made;
  const at = context.deps.now();
  const date = made.date ?? at.slice(0, 10);
  const { title, addressee, form } = document;
  const steps: PaperStep[] = [
    { step: 'drafted', by, at, note: '' },
    { step: 'issued', by, at, note: '' },
  ];
  const id = insertPaper(db, {
    ...{ kind, period, asOf, state: 'issued', title, addressee, date, form, about, steps },
    ...{ scope: made.scope ?? EVERYTHING, annexes: null, edits: [], revision: 1, frozen: null, voidReason: '' },
  });
  const printed = { ...document, form: { fonts: documentFonts(), ...form } };
  freeze(db, id, { document: printed, composed: document, numbered, no: undefined, date, by, at });
  const paper = paperOf(db, id);
  logAction(db, at, 'paper.issue', String(id), `${kind} ${paper.documentNo} ${title}`, by);
  return summaryOf(paper);
}

/** No choice among duties and units. */
export const EVERYTHING: PaperScope = { duties: null, units: null };

/** Puts number and date on a document and keeps it, with what the data alone had. Returns the document as printed. */
export function freeze(
  db: WriteDb,
  id: number,
  {
    document,
    composed,
    basis,
    numbered,
    no,
    date,
    by,
    at,
  }: {
    readonly document: CircularDocument;
    readonly composed: CircularDocument;
    /** Of a paper that is compared with what the data say later. */
    readonly basis?: PaperBasis;
    readonly numbered: boolean;
    readonly no: number | undefined;
    readonly date: Day;
    readonly by: string;
    readonly at: Moment;
  },
): CircularDocument {
  const year = numberYear(date);
  const documentNo = numbered ? takeNumber(db, { year, no, paper: id, subject: document.title, by, at }) : '';
  const printed = { ...document, documentNo, date: chineseDay(date) };
  updatePaper(db, id, {
    frozen: { document: printed, composed, template: chosenTemplate(db), ...(basis ? { basis } : {}) },
  });
  return printed;
}

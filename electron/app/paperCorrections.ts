import { getPaper, listPapers, type StoredPaper } from '../../db/queries/papers.ts';
import { getSetting } from '../../db/queries/settings.ts';
import type { ReadDb } from '../../db/types.ts';
import type { CircularDocument, CircularParagraph, CircularTable } from '../contract/circulars.ts';
import type { Paper } from '../contract/papers.ts';
import type { Office } from '../contract/profiles.ts';
import type { Day } from '../contract/time.ts';
import { errorSentence } from '../contract/words.ts';
import { composeCorrection, toldBy } from '../core/correctionNotice.ts';
import { findCorrections, type KeyedCorrection } from '../core/corrections.ts';
import { Refusal } from '../core/refusal.ts';
import { leftToPeople } from '../core/textCorrections.ts';
import type { Context } from './context.ts';
import { paperOf } from './paperRegister.ts';

/** What the data say now otherwise than an issued paper; `hindered`: why that cannot be told any more, else empty. */
export interface CorrectionsNow {
  readonly corrections: readonly KeyedCorrection[];
  /** Its annexes as they are now. */
  readonly tables: readonly CircularTable[];
  /** Places worded by hand that the data contradict now, with no words to exchange: people must look. */
  readonly unsure: readonly string[];
  readonly hindered: string;
}

/** Composes the paper of now, without edits and numbers. */
export type Compose = (paper: StoredPaper) => CircularDocument;

/**
 * Compares an issued paper with what the data say now about its own moment. Letters and corrections are made from no data of their own. A
 * paper that cannot be composed any more (a year whose calendar was taken back, a duty that is gone) is still shown, with the reason.
 */
export function correctionsNow(paper: StoredPaper, compose: Compose): CorrectionsNow {
  if (paper.frozen === null || paper.state !== 'issued' || paper.kind === 'letter' || paper.kind === 'correction')
    return { corrections: [], tables: [], unsure: [], hindered: '' };
  const { document, composed } = paper.frozen;
  try {
    const now = compose(paper);
    const compared = { printed: document, composed, now };
    return {
      corrections: findCorrections(compared),
      tables: now.tables,
      unsure: leftToPeople(compared),
      hindered: '',
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { corrections: [], tables: [], unsure: [], hindered: errorSentence(error.code, error.subject) };
  }
}

/** The draft of a 更正 as the data stand now, without edits and numbers. */
export function correctionDraft(
  context: Context,
  { about, asOf, form }: Pick<Paper, 'about' | 'asOf' | 'form'>,
  date: Day,
  compose: Compose,
): { readonly draft: CircularDocument; readonly advice: readonly string[] } {
  const db = context.store().read;
  const original = paperOf(db, about ?? 0);
  const office = getSetting<Office>(db, 'office');
  if (!original.frozen || !office) throw new Refusal('paper_unknown', String(about));
  const { corrections, tables: now, unsure, hindered } = correctionsNow(original, compose);
  const told = toldBefore(context, original.id);
  const printed = original.frozen.document;
  const draft = composeCorrection({ office, original: printed, corrections, now, told, asOf, date, form });
  if (original.state === 'void') return { draft, advice: [barredBy(original)] };
  if (hindered !== '') return { draft, advice: [`不能与现在的数据比对（${hindered}），请手工写明更正内容。`] };
  const advice = unsureAdvice(unsure);
  if (draft.sections.length > 0 || advice.length > 0) return { draft, advice };
  return { draft, advice: ['现在的数据与印发时没有不同，请手工写明更正内容。'] };
}

/** Why a 更正 can be neither checked nor issued any more: its original was made void since; undefined: it can. */
export function correctionBarred(db: ReadDb, { kind, about }: Pick<Paper, 'kind' | 'about'>): string | undefined {
  if (kind !== 'correction') return undefined;
  const original = paperOf(db, about ?? 0);
  return original.state === 'void' ? barredBy(original) : undefined;
}

const barredBy = (original: StoredPaper) =>
  `所更正的${nameOf(original)}已经作废，作废的文稿不能更正：这份更正不能再审核、印发，请把它也作废或删除。`;

/** What to look at in an issued paper because nothing could be put into the words of a clerk. */
export function unsureAdvice(places: readonly string[]): string[] {
  if (places.length === 0) return [];
  const named = places.map((place) => `“${place}”`).join('、');
  return [`${named}中有手工改写的文字，所依据的数据后来变了，不能自动更正，请核对是否要手工写明更正内容。`];
}

/** Refuses a 更正 of a paper that is no longer in force (`paper_state`): made void since it was begun, there is nothing to correct. */
export function refuseWithoutOriginal(
  db: ReadDb,
  { kind, about, title }: Pick<Paper, 'kind' | 'about' | 'title'>,
): void {
  if (kind !== 'correction') return;
  const original = paperOf(db, about ?? 0);
  if (original.state !== 'issued')
    throw new Refusal(
      'paper_state',
      `《${title}》所更正的${nameOf(original)}已经作废，请把这份更正也作废，原文另发一份`,
    );
}

/** What to say of a void paper: corrections of it that were begun and are not out yet. */
export function begunCorrections(db: ReadDb, about: number): string[] {
  const begun = (['draft', 'checked'] as const).flatMap((state) =>
    listPapers(db, { about, kind: 'correction', state }),
  );
  return begun.map(({ id }) => `这份文稿的更正（编号${id}）还没有印发，原文已经作废，请把它也作废或删除。`);
}

function nameOf({ title, documentNo }: Pick<Paper, 'title' | 'documentNo'>): string {
  return `《${title}》${documentNo === '' ? '' : `（${documentNo}）`}`;
}

/** Items of the corrections of a paper that were issued before; one that a clerk struck out was not said. */
function toldBefore(context: Context, about: number): ReadonlySet<string> {
  const db = context.store().read;
  const issued = listPapers(db, { about, kind: 'correction', state: 'issued' });
  const told = issued.flatMap(({ id }) => {
    const frozen = getPaper(db, id)?.frozen;
    if (!frozen) return [];
    const kept = new Set(itemsOf(frozen.document).map(({ key }) => key));
    const items = itemsOf(frozen.composed).filter(({ key }) => kept.has(key));
    return toldBy(
      items.map(({ text }) => text),
      frozen.document.tables,
    );
  });
  return new Set(told);
}

function itemsOf({ sections }: CircularDocument): readonly CircularParagraph[] {
  return sections.flatMap(({ paragraphs }) => paragraphs);
}

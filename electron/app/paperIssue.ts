import { logAction } from '../../db/queries/audit.ts';
import { numberOfPaper, updateNumber } from '../../db/queries/documentNumbers.ts';
import { type StoredPaper, updatePaper } from '../../db/queries/papers.ts';
import { PLAIN_FORM } from '../contract/circulars.ts';
import type { PaperView } from '../contract/papers.ts';
import type { Args } from '../contract.ts';
import { refuseAhead, refuseDate } from '../core/paperDates.ts';
import { dayOf, isDay } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { withdrawOfPaper } from './chases.ts';
import type { Context } from './context.ts';
import { basisOf } from './paperBasis.ts';
import { contentOf } from './paperContent.ts';
import { refuseWithoutOriginal } from './paperCorrections.ts';
import { keepPrints } from './paperPrints.ts';
import { freeze, paperOf } from './paperRegister.ts';
import { refuseNameless, refuseOlder, refuseState } from './paperState.ts';
import { begin } from './papers.ts';
import { changedPlaces, changedSince, viewOf } from './paperView.ts';

/**
 * 印发: gives the paper its number and date and freezes what is printed, all in one transaction. Only what was checked leaves the office: a
 * draft is refused, and a checked paper whose data have changed since (`paper_state`). Its files are kept at once: they are what it comes out
 * as for ever.
 */
export async function issuePaper(context: Context, args: Args<'papers.issue'>): Promise<PaperView> {
  const view = issue(context, args);
  // It is issued by now; a file that cannot be kept is made and kept when it is asked for, which says why it cannot be.
  await keepPrints(context, args.id).catch(() => undefined);
  return view;
}

function issue(
  context: Context,
  { id, revision, no, numbered = true, by = '', ...more }: Args<'papers.issue'>,
): PaperView {
  const at = context.deps.now();
  if (more.date !== undefined && !isDay(more.date)) throw new Refusal('moment_invalid', more.date);
  if (!numbered && no !== undefined) throw new Refusal('usage', '不编号的文稿不能写号');
  return context.store().write((db) => {
    const before = paperOf(db, id);
    refuseOlder(before, revision);
    refuseState(before, ['checked'], '印发');
    refuseNameless(by, '印发');
    refuseWithoutOriginal(db, before);
    refuseAhead(before.asOf, at);
    const changed = changedSince(context, before);
    if (changed === 'otherwise' || changed.length > 0)
      throw new Refusal(
        'paper_state',
        `《${before.title}》审核后内容有变化（${changedPlaces(changed)}），请退回修改后重新审核`,
      );
    const date = more.date ?? before.date ?? dayOf(at);
    refuseDate(date, { asOf: before.asOf, now: at });
    const content = contentOf(context, { ...before, date }, date);
    const { document, composed } = content;
    if (before.kind === 'correction' && document.sections.length === 0)
      throw new Refusal('paper_nothing', `《${document.title}》还没有写明更正内容`);
    const basis = basisOf(context, before.kind);
    const printed = freeze(db, id, { document, composed, basis, numbered, no, date, by, at });
    const { title, addressee, documentNo } = printed;
    const steps = [...before.steps, { step: 'issued', by, at, note: '' } as const];
    updatePaper(db, id, { state: 'issued', steps, date, title, addressee });
    logAction(db, at, 'paper.issue', String(id), `${before.kind} ${documentNo} ${title}`, by);
    return viewOf(context, paperOf(db, id), content);
  });
}

/** 作废, with a reason: the paper stays in the register as it was, its number stays in its place and is never given again. */
export function voidPaper(context: Context, { id, revision, reason, by = '' }: Args<'papers.void'>): PaperView {
  const at = context.deps.now();
  const written = reason.trim();
  if (written === '') throw new Refusal('reason_required');
  return context.store().write((db) => {
    const before = paperOf(db, id);
    refuseOlder(before, revision);
    refuseState(before, ['draft', 'checked', 'issued'], '作废');
    const number = numberOfPaper(db, id);
    if (number) updateNumber(db, number.id, { state: 'void', reason: written, by, at });
    const frozen = before.frozen ?? lastContent(context, before);
    const steps = [...before.steps, { step: 'voided', by, at, note: written } as const];
    updatePaper(db, id, { state: 'void', voidReason: written, steps, frozen });
    const was = { state: before.state, documentNo: before.documentNo, title: before.title };
    logAction(db, at, 'paper.void', String(id), JSON.stringify({ reason: written, was }), by);
    withdrawOfPaper(db, id, { at, by });
    return viewOf(context, paperOf(db, id));
  });
}

/**
 * Begins a 更正 of an issued paper from what the data say otherwise now; a void one is made anew instead. It quotes the paper, so it is as
 * secret (密级); how urgent it is, and the numbers of its copies, are its own.
 */
export function correctPaper(context: Context, { id, by = '' }: Args<'papers.correct'>): PaperView {
  const original = paperOf(context.store().read, id);
  refuseState(original, ['issued'], '更正');
  const { period, scope } = original;
  const form = { ...PLAIN_FORM, secrecy: original.form.secrecy };
  return begin(context, { kind: 'correction', period, scope, asOf: context.deps.now(), about: id, form }, by);
}

/** What a paper that was never issued said last; null where it cannot be composed any more. */
function lastContent(context: Context, paper: StoredPaper): StoredPaper['frozen'] {
  try {
    const { document, composed } = contentOf(context, paper, dayOf(context.deps.now()));
    return { document, composed };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return null;
  }
}

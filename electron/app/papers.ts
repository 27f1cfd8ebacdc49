import { logAction } from '../../db/queries/audit.ts';
import { insertPaper, removePaper as putAway, type StoredPaper, updatePaper } from '../../db/queries/papers.ts';
import type { WriteDb } from '../../db/types.ts';
import { PLAIN_FORM } from '../contract/circulars.ts';
import type { PaperStep, PaperSummary, PaperView } from '../contract/papers.ts';
import { quoted } from '../contract/quotation.ts';
import type { Args } from '../contract.ts';
import { paperChange } from '../core/paperChange.ts';
import { refuseAhead } from '../core/paperDates.ts';
import { dayOf, isDay } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { strangeEdit } from '../core/strangeEdit.ts';
import { type Context, readDirectory } from './context.ts';
import { dutyOf, unitOf } from './dutySquare.ts';
import { nowOf } from './moments.ts';
import { contentOf, type PaperContent, refuseKind } from './paperContent.ts';
import { refuseWithoutOriginal } from './paperCorrections.ts';
import { refuseUnfinished } from './paperReady.ts';
import { EVERYTHING, paperOf, summaryOf } from './paperRegister.ts';
import { refuseNameless, refuseOlder, refuseState } from './paperState.ts';
import { viewOf } from './paperView.ts';

/** A paper as it stands: a draft composed now, an issued one as it was frozen. */
export function getPaper(context: Context, { id }: Args<'papers.get'>): PaperView {
  return viewOf(context, paperOf(context.store().read, id));
}

/** Begins a draft about a period, speaking of the data as of a moment (without one: of now). */
export function createPaper(context: Context, { kind, period, by = '', ...more }: Args<'papers.create'>): PaperView {
  refuseKind(kind, period);
  const asOf = nowOf(more.asOf, context.deps.now);
  return begin(context, { kind, period, asOf, scope: more.scope ?? EVERYTHING, about: null }, by);
}

/** Begins a draft of any kind, inside a transaction of its own: it is kept only if it can be composed. */
export function begin(
  context: Context,
  what: Pick<StoredPaper, 'kind' | 'period' | 'asOf' | 'scope' | 'about'> & Partial<Pick<StoredPaper, 'form'>>,
  by: string,
): PaperView {
  const at = context.deps.now();
  return context.store().write((db) => {
    refuseScope(context, what.scope);
    const blank = { form: what.form ?? PLAIN_FORM, annexes: null, edits: [], date: null };
    const content = contentOf(context, { ...what, ...blank }, dayOf(at));
    const { title, addressee } = content.document;
    const id = insertPaper(db, {
      ...what,
      ...blank,
      title,
      addressee,
      state: 'draft',
      revision: 1,
      frozen: null,
      voidReason: '',
      steps: [{ step: 'drafted', by, at, note: '' }],
    });
    const action = what.about === null ? 'paper.create' : 'paper.correct';
    const of = what.about === null ? '' : ` ${what.about}`;
    logAction(db, at, action, String(id), `${what.kind} ${what.period ?? ''}${of} ${title}`, by);
    return viewOf(context, paperOf(db, id), content);
  });
}

/** Changes a draft; refused against an older revision (`paper_changed`), of any but a draft (`paper_state`). */
export function savePaper(context: Context, { id, revision, change, by = '' }: Args<'papers.save'>): PaperView {
  const at = context.deps.now();
  return context.store().write((db) => {
    const before = paperOf(db, id);
    refuseOlder(before, revision);
    refuseState(before, ['draft'], '修改');
    if (change.scope !== undefined) refuseScope(context, change.scope);
    const date = change.date === undefined ? before.date : change.date;
    if (date !== null && !isDay(date)) throw new Refusal('moment_invalid', date);
    const values = {
      asOf: change.asOf === undefined ? before.asOf : nowOf(change.asOf, context.deps.now),
      scope: change.scope ?? before.scope,
      form: change.form ?? before.form,
      annexes: change.annexes === undefined ? before.annexes : change.annexes,
      edits: change.edits ?? before.edits,
      date,
    };
    const content = contentOf(context, { ...before, ...values }, dayOf(at));
    // The paragraphs of other papers come and go with their facts: none of them is strange.
    const isCircular = before.kind !== 'assessment' && before.kind !== 'correction';
    const strange = isCircular ? strangeEdit(content.composed, values.edits, before.edits) : null;
    if (strange !== null) throw new Refusal('usage', `文稿中没有${quoted(strange)}这一段，不能修改`);
    const { title, addressee } = content.document;
    updatePaper(db, id, { ...values, title, addressee });
    logAction(db, at, 'paper.save', String(id), JSON.stringify(paperChange(before, values)), by);
    return viewOf(context, paperOf(db, id), content);
  });
}

/** 审核: the paper as it reads now; what is issued later must still read so. */
export function checkPaper(context: Context, { id, revision, note = '', by = '' }: Args<'papers.check'>): PaperView {
  const at = context.deps.now();
  return context.store().write((db) => {
    const before = paperOf(db, id);
    refuseOlder(before, revision);
    refuseState(before, ['draft'], '审核');
    refuseNameless(by, '审核');
    refuseWithoutOriginal(db, before);
    refuseAhead(before.asOf, at);
    const content = contentOf(context, before, dayOf(at));
    const { document, composed } = content;
    refuseUnfinished(document);
    const { title, addressee } = document;
    updatePaper(db, id, { title, addressee, frozen: { document, composed } });
    const made = { step: 'checked', by, at, note: note.trim() } as const;
    return recordStep(context, db, { before, made, known: content });
  });
}

/** Back to draft, with a reason. */
export function reopenPaper(context: Context, { id, revision, reason, by = '' }: Args<'papers.reopen'>): PaperView {
  const at = context.deps.now();
  const written = reason.trim();
  if (written === '') throw new Refusal('reason_required');
  return context.store().write((db) => {
    const before = paperOf(db, id);
    refuseOlder(before, revision);
    refuseState(before, ['checked'], '退回修改');
    updatePaper(db, id, { frozen: null });
    const made = { step: 'reopened', by, at, note: written } as const;
    return recordStep(context, db, { before, made });
  });
}

/** Throws away a draft that was never checked; one that was is made void instead and keeps its place. */
export function removePaper(context: Context, { id, by = '' }: Args<'papers.remove'>): PaperSummary {
  const at = context.deps.now();
  return context.store().write((db) => {
    const paper = paperOf(db, id);
    refuseState(paper, ['draft'], '删除');
    if (paper.steps.some((one) => one.step === 'checked'))
      throw new Refusal('paper_state', `《${paper.title}》送审过，不能删除，请写明理由作废`);
    putAway(db, id, at);
    logAction(db, at, 'paper.remove', String(id), JSON.stringify(paper), by);
    return summaryOf(paper);
  });
}

/** Records who did what, and the state it led to. */
function recordStep(
  context: Context,
  db: WriteDb,
  { before, made, known }: { readonly before: StoredPaper; readonly made: PaperStep; readonly known?: PaperContent },
): PaperView {
  const state = made.step === 'checked' ? 'checked' : 'draft';
  updatePaper(db, before.id, { state, steps: [...before.steps, made] });
  const action = made.step === 'checked' ? 'paper.check' : 'paper.reopen';
  const what = [before.title, made.note].filter((part) => part !== '').join(' ');
  logAction(db, made.at, action, String(before.id), what, made.by);
  return viewOf(context, paperOf(db, before.id), known);
}

/** Refuses units and duties that there are not: a paper about nobody would look whole. */
function refuseScope(context: Context, { duties, units }: StoredPaper['scope']): void {
  if (duties === null && units === null) return;
  const directory = readDirectory(context.store().read);
  for (const duty of duties ?? []) dutyOf(directory, duty);
  for (const unit of units ?? []) unitOf(directory, unit);
}

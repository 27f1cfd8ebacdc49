import type { DocumentForm } from '../../../electron/contract/circulars.ts';
import type { Paper, PaperChange } from '../../../electron/contract/papers.ts';

/** What is chosen of a paper; of its form only what is changed, so that the rest may change elsewhere. */
export type Fields = Omit<PaperChange, 'edits' | 'form'> & { readonly form?: Partial<DocumentForm> | undefined };

/** The paper with what was chosen here and not answered yet. */
export function paperChosen(paper: Paper, { date, form, ...fields }: Fields): Paper {
  const chosen = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return { ...paper, ...chosen, form: { ...paper.form, ...form }, ...(date === undefined ? {} : { date }) };
}

/** What was chosen before, with what is chosen now. */
export function fieldsAnd(before: Fields, fields: Fields): Fields {
  return { ...before, ...fields, ...(fields.form ? { form: { ...before.form, ...fields.form } } : {}) };
}

/** As it is stored: the form whole, as the paper has it now where nothing was chosen. */
export function fieldsOf(paper: Paper, { form, ...fields }: Fields): Omit<PaperChange, 'edits'> {
  return { ...fields, ...(form ? { form: { ...paper.form, ...form } } : {}) };
}

/** What was chosen while the answer was on its way. */
export function stillWaiting({ form, ...now }: Fields, { form: sentForm, ...sent }: Fields): Fields {
  const formLeft = changedSince(form ?? {}, sentForm ?? {});
  return { ...changedSince(now, sent), ...(Object.keys(formLeft).length === 0 ? {} : { form: formLeft }) };
}

function changedSince<T extends object>(now: T, sent: T): Partial<T> {
  const names = Object.keys(now) as (keyof T)[]; // keys of a value of this very type
  const left: Partial<T> = {};
  for (const name of names) if (now[name] !== sent[name]) left[name] = now[name];
  return left;
}

import { setImmediate } from 'node:timers/promises';
import { logAction } from '../../db/queries/audit.ts';
import { insertChases, listChases } from '../../db/queries/chases.ts';
import { getPaper } from '../../db/queries/papers.ts';
import type { ReadDb, WriteDb } from '../../db/types.ts';
import type { CircularDocument, WrittenFile } from '../contract/circulars.ts';
import type { PaperSummary } from '../contract/papers.ts';
import type { OwedItem } from '../contract/reminders.ts';
import type { Day } from '../contract/time.ts';
import type { Unit } from '../contract/units.ts';
import type { Args, Result } from '../contract.ts';
import { refuseAhead, refuseDate } from '../core/paperDates.ts';
import { dayOf, isDay } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { letterItems, reminderLetter } from '../core/reminderLetter.ts';
import { asOfPhrase, nobodyBecause } from '../core/reminderTexts.ts';
import { type Context, type DispatchOptions, readDirectory } from './context.ts';
import { freePath } from './freePath.ts';
import { createOutputSet, type OutputSet } from './outputs.ts';
import { archive } from './paperPrints.ts';
import { registerIssued } from './paperRegister.ts';
import { refuseNameless } from './paperState.ts';
import { settingsIn } from './reminderSettings.ts';
import { listReminders, printedAt } from './reminders.ts';
import { returnFolder } from './returnFiles.ts';

/**
 * Writes a 催报函 to every unit that is late with something, has something to send again or to settle. Each is entered in the register of
 * papers with its number, frozen, and logged as a contact about all it lists; register and log come together or not at all. The files get
 * their names after that: the register knows every letter in the folder, and prints again one that is missing there.
 */
export async function writeLetters(
  context: Context,
  { merged, out, by = '', ...asked }: Args<'reminders.letters'>,
  options: DispatchOptions = {},
): Promise<Result<'reminders.letters'>> {
  // Whoever issues a paper with a number answers for it, as of a circular.
  if (asked.numbered) refuseNameless(by, '印发');
  const letters = composeLetters(context, asked);
  const folder = await returnFolder(context, out);
  const issue = { ...asked, by };
  // The files show numbers that only the register can give: it is asked once without keeping anything.
  const rehearsed = rehearse(context, (db) => asFrozen(db, register(db, context, letters, issue)));
  const outputs = createOutputSet();
  try {
    const { files, prints } = await writeFiles(rehearsed, { folder, outputs, merged }, options);
    refuseCancelled(options);
    const papers = context.store().write((db) => {
      const issued = register(db, context, letters, issue);
      // Another paper may have taken a number meanwhile.
      for (const [index, { paper }] of issued.entries())
        if (paper.documentNo !== rehearsed[index]?.paper.documentNo)
          throw new Refusal('number_taken', paper.documentNo);
      logLetters(db, context, issued, issue);
      return issued.map(({ paper }) => paper);
    });
    placeRegistered(outputs);
    for (const [index, { id }] of papers.entries()) await keepLetter(context, id, prints[index]);
    return { papers, files };
  } finally {
    await outputs.discard();
  }
}

/** Gives the files their names; letters whose files cannot have them are registered all the same, and it is said where they are. */
function placeRegistered(outputs: OutputSet): void {
  try {
    outputs.place();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const remedy = '催报函已经编号、登记，请在“文稿”登记簿中打开导出，不要重新生成';
    throw new Refusal(error.code, `${error.subject}（${remedy}）`);
  }
}

/** A letter that is to be. */
interface Letter {
  readonly unit: Unit;
  readonly owed: readonly OwedItem[];
  readonly document: CircularDocument;
}

type Asked = Omit<Args<'reminders.letters'>, 'merged' | 'out'>;

function composeLetters(context: Context, asked: Asked): Letter[] {
  const db = context.store().read;
  const list = listReminders(context, asked);
  const day = dateOf(context, asked);
  const now = context.deps.now();
  refuseAhead(list.asOf, now);
  refuseDate(day, { asOf: list.asOf, now });
  const directory = readDirectory(db);
  const { wording } = settingsIn(db, context);
  const printed = printedAt(db, directory, list);
  const texts = {
    ...{ office: directory.office, asOf: list.asOf, wording, period: list.period, day },
    duties: new Map(printed.duties.map((duty) => [duty.id, duty])),
  };
  const units = new Map(printed.units.map((unit) => [unit.id, unit]));
  const letters = list.items.flatMap((item): Letter[] => {
    const unit = units.get(item.unit);
    const owed = letterItems(item);
    // Nobody would open it where the unit is no more; the list names who goes on from it.
    if (unit === undefined || owed.length === 0 || item.ended !== undefined) return [];
    return [{ unit, owed, document: reminderLetter({ ...texts, unit, owed }) }];
  });
  if (letters.length === 0)
    throw new Refusal(
      'nobody_to_remind',
      nobodyBecause(`截至${asOfPhrase(list.asOf)}，所选单位和事项没有逾期、退回未重报或待核实的`, list.refused),
    );
  return letters.toSorted((a, b) => a.unit.order - b.unit.order);
}

/** 成文日期; without it today. */
function dateOf(context: Context, { date }: Pick<Asked, 'date'>): Day {
  if (date !== undefined && !isDay(date)) throw new Refusal('moment_invalid', date);
  return date ?? dayOf(context.deps.now());
}

interface Issued extends Letter {
  readonly paper: PaperSummary;
}

function register(
  db: WriteDb,
  context: Context,
  letters: readonly Letter[],
  { numbered, again = false, date, by = '' }: Pick<Asked, 'numbered' | 'again' | 'date' | 'by'>,
): Issued[] {
  const at = context.deps.now();
  if (!again) refuseAgain(db, letters, dayOf(at));
  return letters.map((letter) => {
    const { unit, owed, document } = letter;
    const { period, asOf } = document;
    const duties = [...new Set(owed.map(({ duty }) => duty))];
    const made = { kind: 'letter' as const, period, asOf, document, numbered, date, by };
    const paper = registerIssued(db, { ...made, scope: { duties, units: [unit.id] } }, context);
    return { ...letter, paper };
  });
}

/** The letters with the document the register keeps of each. */
function asFrozen(db: ReadDb, letters: readonly Issued[]): Issued[] {
  return letters.map((letter) => ({
    ...letter,
    document: getPaper(db, letter.paper.id)?.frozen?.document ?? letter.document,
  }));
}

/** Logs each letter as a contact about all it lists. */
function logLetters(db: WriteDb, context: Context, letters: readonly Issued[], { by = '' }: Pick<Asked, 'by'>): void {
  const at = context.deps.now();
  const said = { at, how: 'letter' as const, whom: '', answer: '', promised: null, by };
  const lines = letters.flatMap(({ unit, owed, paper }) =>
    owed.map(({ duty, period }) => ({ ...said, unit: unit.id, duty, period, paper: paper.id })),
  );
  for (const chases of Map.groupBy(insertChases(db, lines), ({ paper }) => paper).values())
    logAction(db, at, 'chase.add', chases.map(({ id }) => id).join(','), JSON.stringify(chases), by);
}

/** Refuses a second letter about the same on one day (`letter_again`): a click too many would use up numbers and count each contact twice. */
function refuseAgain(db: WriteDb, letters: readonly Letter[], today: Day): void {
  const square = (of: { readonly unit: string; readonly duty: string; readonly period: string }) =>
    `${of.unit}\n${of.duty}\n${of.period}`;
  const said = new Set(
    listChases(db, { from: today })
      .filter(({ paper, at }) => paper !== null && dayOf(at) === today)
      .map(square),
  );
  const again = letters.filter(({ unit, owed }) => owed.some((one) => said.has(square({ ...one, unit: unit.id }))));
  if (again.length === 0) return;
  const names = again.slice(0, MOST_NAMES).map(({ unit }) => unit.name);
  const rest = again.length > MOST_NAMES ? `等${again.length}家` : '';
  throw new Refusal('letter_again', `${names.join('、')}${rest}`);
}

const MOST_NAMES = 5;

/** What a change would give, with nothing kept of it. */
function rehearse<T>(context: Context, change: (db: WriteDb) => T): T {
  let result: { readonly value: T } | undefined;
  try {
    context.store().write((db) => {
      result = { value: change(db) };
      throw new Rehearsal();
    });
  } catch (error) {
    if (!(error instanceof Rehearsal) || result === undefined) throw error;
    return result.value;
  }
  throw new Error('the rehearsal was kept');
}

class Rehearsal extends Error {}

/** Writes the files; `prints`: each letter as a document of its own, as the register hands it out again. */
async function writeFiles(
  letters: readonly Issued[],
  { folder, outputs, merged }: { readonly folder: string; readonly outputs: OutputSet; readonly merged: boolean },
  options: DispatchOptions,
): Promise<{ readonly files: WrittenFile[]; readonly prints: Uint8Array[] }> {
  // The library is large and rarely needed: it loads with the first document, not with the program.
  const { writeDocumentsDocx } = await import('../io/documents/circularDocx.ts');
  const day = letters[0]?.paper.date ?? '';
  const place = (of: string) => freePath(folder, `催报函-${of}-${day}`, '.docx', outputs);
  const total = letters.length + (merged ? 1 : 0);
  const prints: Uint8Array[] = [];
  const files: WrittenFile[] = [];
  for (const { unit, document } of letters) {
    refuseCancelled(options);
    options.onProgress?.({ step: 'write', done: prints.length, total, label: unit.name });
    const print = await writeDocumentsDocx([document]);
    prints.push(print);
    if (!merged) files.push(await outputs.add(place(unit.name), print));
    // Another window may ask something meanwhile.
    await setImmediate();
  }
  if (merged) {
    const stack = `${letters.length}家`;
    options.onProgress?.({ step: 'write', done: prints.length, total, label: stack });
    files.push(await outputs.add(place(stack), await writeDocumentsDocx(letters.map(({ document }) => document))));
  }
  return { files, prints };
}

function refuseCancelled({ signal }: DispatchOptions): void {
  if (signal?.aborted) throw new Refusal('cancelled');
}

/** It is registered by now: what cannot be kept is made and kept when it is asked for, which says why it cannot be. */
async function keepLetter(context: Context, id: number, print: Uint8Array | undefined): Promise<void> {
  if (print) await archive(context, id, 'docx', print).catch(() => undefined);
}

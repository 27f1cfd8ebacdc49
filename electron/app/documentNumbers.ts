import { logAction } from '../../db/queries/audit.ts';
import {
  deleteNumber,
  findNumber,
  getNumber,
  insertNumber,
  type StoredNumber,
  listNumbers as storedNumbers,
  updateNumber,
} from '../../db/queries/documentNumbers.ts';
import { getSetting } from '../../db/queries/settings.ts';
import type { ReadDb, WriteDb } from '../../db/types.ts';
import type { DocumentNumber, NumberRegister } from '../contract/papers.ts';
import type { Office } from '../contract/profiles.ts';
import type { Moment } from '../contract/time.ts';
import type { Args } from '../contract.ts';
import {
  begunWith,
  gapsOf,
  type NumberBook,
  nextNumber,
  numberText,
  refuseNumber,
  slippedNumbers,
} from '../core/documentNumbers.ts';
import { dayOf } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

/** The numbers of a year (without one: of this year) with what comes next, under the office's pattern of today. */
export function listNumbers(context: Context, { year }: Args<'numbers.list'>): NumberRegister {
  const db = context.store().read;
  const of = year ?? thisYear(context);
  const book = bookOf(db, of);
  return { year: of, next: nextNumber(book), gaps: gapsOf(book), numbers: storedNumbers(db, of).map(printed) };
}

/** Keeps a number for a paper to come; without `seq` the next one. */
export function reserveNumber(
  context: Context,
  { subject, year, seq, by = '' }: Args<'numbers.reserve'>,
): DocumentNumber {
  return addNumber(context, { state: 'reserved', subject, year: year ?? thisYear(context), seq, by });
}

/** Enters a number that a paper made elsewhere has. */
export function enterNumber(context: Context, { subject, year, seq, by = '' }: Args<'numbers.enter'>): DocumentNumber {
  return addNumber(context, { state: 'outside', subject, year, seq, by });
}

/**
 * Makes void a number that no paper of the program has; its place is kept, so that the year has no hole. One that the clerk says was mistyped
 * (66 for 6) goes from the register, with a line in the log: else the year would go on behind it.
 */
export function voidNumber(
  context: Context,
  { id, reason, mistyped = false, by = '' }: Args<'numbers.void'>,
): DocumentNumber {
  const at = context.deps.now();
  const written = reason.trim();
  if (written === '') throw new Refusal('reason_required');
  return context.store().write((db) => {
    const before = getNumber(db, id);
    if (!before) throw new Refusal('number_unknown', String(id));
    const text = printed(before).text;
    if (before.state === 'void') throw new Refusal('number_state', `${text}已经作废`);
    if (before.state === 'used')
      throw new Refusal('number_state', `${text}已用于《${before.subject}》，请作废那份文稿`);
    updateNumber(db, id, { state: 'void', reason: written, by, at });
    logAction(db, at, 'number.void', text, JSON.stringify({ reason: written, before }), by);
    if (mistyped && !takeOutSlipped(db, before, { at, by }))
      throw new Refusal(
        'number_state',
        `${text}不能取消登记：只有最后一个、前面还有空号、没有用于文稿的号才是打错的，请作废并保留`,
      );
    return printed({ ...before, state: 'void', reason: written, by, at });
  });
}

/**
 * Gives a paper its number: the one asked for (reserved, or not yet given), else the next of the year. Call it inside the transaction that
 * issues the paper: a second one at the same time waits and takes the number after. Refuses `number_taken` and `number_gap`.
 */
export function takeNumber(
  db: WriteDb,
  {
    year,
    no,
    ...line
  }: {
    readonly year: number;
    readonly no: number | undefined;
    readonly paper: number;
    readonly subject: string;
    readonly by: string;
    readonly at: Moment;
  },
): string {
  const book = bookOf(db, year);
  const seq = no ?? nextNumber(book);
  const text = numberText(book.pattern, year, seq);
  const known = findNumber(db, book.pattern, year, seq);
  if (known?.state === 'reserved') {
    updateNumber(db, known.id, { ...line, state: 'used' });
    return text;
  }
  refuseNumber(book, seq);
  insertNumber(db, { ...line, pattern: book.pattern, year, seq, state: 'used', reason: '' });
  return text;
}

/** Takes out a number with the void ones behind it (`slippedNumbers`); false: it is none of them, and all stay. */
function takeOutSlipped(
  db: WriteDb,
  { pattern, year, seq: mistyped }: StoredNumber,
  { at, by }: { readonly at: Moment; readonly by: string },
): boolean {
  const book = bookOf(db, year);
  if (pattern !== book.pattern) return false;
  const lines = new Map(
    storedNumbers(db, year)
      .filter((line) => line.pattern === pattern)
      .map((line) => [line.seq, line]),
  );
  const isVoidOfNobody = (seq: number): boolean => {
    const line = lines.get(seq);
    return line?.state === 'void' && line.paper === null;
  };
  const slipped = slippedNumbers(book, isVoidOfNobody);
  if (!slipped.includes(mistyped)) return false;
  for (const seq of slipped) {
    const line = lines.get(seq);
    if (!line) continue;
    deleteNumber(db, line.id);
    logAction(db, at, 'number.takeOut', printed(line).text, JSON.stringify(line), by);
  }
  return true;
}

/** What the register says of a year under the office's pattern of today. */
function bookOf(db: ReadDb, year: number): NumberBook {
  const office = getSetting<Office>(db, 'office');
  if (!office) throw new Refusal('not_initialised');
  const pattern = office.documentNoPattern;
  const lines = storedNumbers(db, year).filter((line) => line.pattern === pattern);
  return { pattern, year, taken: lines.map(({ seq }) => seq), begun: begunWith(office, year) };
}

function addNumber(
  context: Context,
  {
    seq: asked,
    ...line
  }: Pick<StoredNumber, 'state' | 'subject' | 'year' | 'by'> & { readonly seq: number | undefined },
): DocumentNumber {
  const at = context.deps.now();
  const subject = line.subject.trim();
  if (subject === '') throw new Refusal('usage', '请写明用于什么文');
  return context.store().write((db) => {
    const book = bookOf(db, line.year);
    const seq = asked ?? nextNumber(book);
    refuseNumber(book, seq, line.state === 'outside' ? 'outside' : 'paper');
    const values = { ...line, subject, at, pattern: book.pattern, seq, paper: null, reason: '' };
    const made = printed({ ...values, id: insertNumber(db, values) });
    logAction(db, at, line.state === 'outside' ? 'number.enter' : 'number.reserve', made.text, subject, line.by);
    return made;
  });
}

function thisYear(context: Context): number {
  return Number(dayOf(context.deps.now()).slice(0, 4));
}

function printed({ pattern, ...line }: StoredNumber): DocumentNumber {
  return { ...line, text: numberText(pattern, line.year, line.seq) };
}

import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { WrittenFile } from '../contract/circulars.ts';
import type { ReturnEnclosure, ReturnMark } from '../contract/returns.ts';
import type { Workbook } from '../contract/sheets.ts';
import type { Moment } from '../contract/time.ts';
import type { Unit } from '../contract/units.ts';
import { columnNumber } from '../core/address.ts';
import { addWorkdays } from '../core/calendar.ts';
import { type ExpectationInput, expectationsOf } from '../core/expectation.ts';
import { dayOf, isAfter, periodTitle } from '../core/period.ts';
import type { Scope } from '../core/planImport.ts';
import { cellMarks } from '../core/returnItems.ts';
import { composeNotice, type NoticeInput, returnMailText, subjectOf } from '../core/returnNotice.ts';
import { whereKnown } from '../core/whereKnown.ts';
import { writeDraftMail } from '../io/draftMail.ts';
import { findOriginal } from '../io/originals.ts';
import { safeFileName } from '../io/safePath.ts';
import type { AnnotatedWorkbook } from '../io/workbooks/annotate/annotateWorkbook.ts';
import type { Context, Directory } from './context.ts';
import { documentFonts } from './fonts.ts';
import { askedOutputFolder, ownOutputFolder } from './outputFolder.ts';
import type { OutputSet } from './outputs.ts';
import type { ReturningFile } from './returnPlan.ts';

/** The three files of one return. */
export interface ReturnFiles {
  readonly workbook: WrittenFile;
  readonly enclosed: ReturnEnclosure;
  readonly notice: WrittenFile;
  readonly mail: WrittenFile;
  readonly mailTo: string | null;
}

/** Where returns are written: the folder asked for, or the data folder's `outputs`. */
export function returnFolder(context: Context, out: string | undefined): Promise<string> {
  return out === undefined ? ownOutputFolder(context) : askedOutputFolder(out);
}

interface ReturnPlace {
  readonly folder: string;
  readonly outputs: OutputSet;
  readonly at: Moment;
  /** Tried on encrypted originals. */
  readonly passwords: readonly string[];
}

/** Adds the marked workbook, the 退回通知 and the draft mail of one file to the outputs, under names that are free. */
export async function writeReturnFiles(
  context: Context,
  directory: Directory,
  { folder, outputs, at, passwords }: ReturnPlace,
  returning: ReturningFile,
): Promise<ReturnFiles> {
  const { office, units } = directory;
  const unit = units.find((one) => one.id === returning.unit);
  const marked = await markedWorkbook(context, returning, { author: office.shortName, profile: office.id, passwords });
  const notice = noticeInput(context, directory, returning, { unit, now: at, enclosed: marked.enclosed });
  const name = freeName(outputName(notice), marked.ending, (file) => {
    const path = join(folder, file);
    return !outputs.has(path) && !existsSync(path);
  });
  const { writeReturnNotice } = await import('../io/documents/returnNotice.ts');
  const letter = await writeReturnNotice(composeNotice(notice), documentFonts());
  const workbook = await outputs.add(join(folder, name('退回', marked.ending)), marked.bytes);
  const document = await outputs.add(join(folder, name('退回通知', '.docx')), letter);
  const to = (unit?.contacts ?? []).filter(({ role, email }) => role === 'clerk' && email.includes('@'));
  const addresses = to.map(({ email }) => email.trim());
  const mail = writeDraftMail({
    to: addresses,
    subject: `退回：${subjectOf(notice.duties)}`,
    text: returnMailText(notice),
    attachments: [
      { name: workbook.name, type: TYPES[marked.ending], bytes: marked.bytes },
      { name: document.name, type: TYPES['.docx'], bytes: letter },
    ],
  });
  return {
    workbook,
    enclosed: marked.enclosed,
    notice: document,
    mail: await outputs.add(join(folder, name('退回邮件', '.eml')), Buffer.from(mail)),
    mailTo: addresses.length === 0 ? null : addresses.join(', '),
  };
}

const TYPES = {
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xlsm': 'application/vnd.ms-excel.sheet.macroEnabled.12',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

async function markedWorkbook(
  context: Context,
  { file, unit, tables, fileTables, items }: ReturningFile,
  {
    author,
    profile,
    passwords,
  }: { readonly author: string; readonly profile: string; readonly passwords: readonly string[] },
): Promise<AnnotatedWorkbook & { readonly enclosed: ReturnEnclosure }> {
  const path = await findOriginal(context.deps.dataFolder, file.sha256, file.name);
  const first = new Map<string, number>();
  for (const { table } of tables) {
    const columns = table.columns.map(({ column }) => columnNumber(column));
    first.set(table.sheet, Math.min(first.get(table.sheet) ?? Number.POSITIVE_INFINITY, ...columns));
  }
  const marks = cellMarks(items, (sheet) => first.get(sheet) ?? 1);
  let isLocked = false;
  const read = async (): Promise<Workbook | null> => {
    const result = await context.intake.read(path, basename(file.name), passwords);
    if (result.kind === 'workbook') return result.workbook;
    isLocked = result.code === 'encrypted' || result.code === 'wrong_password';
    return null;
  };
  // What the mended file is recognised by, and what of it is not this unit's to mend.
  const whose = fileTables.map(
    ({ table: { sheet, part }, scope }): ReturnMark => ({ ...scope, sheet, part, profile, to: unit, isReturned: true }),
  );
  // The writers' libraries are large and rarely needed: they load with the first output, not with the program.
  const { annotateWorkbook } = await import('../io/workbooks/annotate/annotateWorkbook.ts');
  const marked = await annotateWorkbook(path, { marks, items, author, tables: whose }, read);
  return { ...marked, enclosed: marked.way === 'listed' ? (isLocked ? 'encrypted' : 'unreadable') : 'marked' };
}

function noticeInput(
  context: Context,
  directory: Directory,
  { file, receivedAt, tables, fileTables, items, unit: id }: ReturningFile,
  {
    unit,
    now,
    enclosed,
  }: { readonly unit: Unit | undefined; readonly now: Moment; readonly enclosed: ReturnEnclosure },
): NoticeInput {
  const { office, duties } = directory;
  const squares = [...new Map(tables.map(({ scope }) => [`${scope.duty} ${scope.period}`, scope])).values()];
  const book = { ...directory, settings: office.settings, calendar: context.calendar };
  // A due day in a year nobody knows bounds nothing yet, and what a unit was let off has none.
  const dues = squares.flatMap((square) => whereKnown(() => owedBy({ ...square, unit: id }, book), null) ?? []);
  const open = dues.filter((due) => isAfter(due, now)).sort();
  return {
    unitName: unit?.officialName || unit?.name || id,
    source: file.name,
    receivedAt,
    duties: squares.map(({ duty, period }) => ({
      title: duties.find((one) => one.id === duty)?.title ?? duty,
      period,
    })),
    records: tables.reduce((sum, { table }) => sum + table.records, 0),
    items,
    isShared: fileTables.some(({ scope }) => scope.unit !== id),
    enclosed,
    due: open[0] ?? resendBy(context, now, office.settings.dueTime),
    now,
    office,
  };
}

/** Working days a unit has to send again what was due already. */
const RESEND_WORKDAYS = 3;

/** By when the unit owes the square, its extension counted; null: it does not, or was let off (免报). */
function owedBy({ unit, duty, period }: Scope, book: Omit<ExpectationInput, 'period' | 'only'>): Moment | null {
  const [owed] = expectationsOf({ ...book, period, only: { unit, duty } }).filter((one) => one.period === period);
  return owed === undefined || owed.exempt ? null : owed.due;
}

/** Null where the year's working days are unknown: the notice then says 尽快. */
function resendBy({ calendar }: Context, now: Moment, time: string): Moment | null {
  const day = whereKnown(() => addWorkdays(dayOf(now), RESEND_WORKDAYS, calendar), null);
  return day && `${day}T${time}`;
}

/** `单位-事项-报送期`, short enough that none of the three is cut off. */
function outputName({ unitName, duties }: NoticeInput): string {
  const [first] = duties;
  const title = [...(first?.title ?? '')].slice(0, 24).join('');
  const more = duties.length > 1 ? `等${duties.length}项` : '';
  const period = first ? periodTitle(first.period).replace(/（.*）$/u, '') : '';
  return [unitName, `${title}${more}`, period].join('-').replaceAll(/[\\/]/gu, '_');
}

/** A name none of whose three files is there yet: `(2)` behind the second. */
function freeName(
  base: string,
  ending: string,
  isFree: (file: string) => boolean,
): (kind: string, ending: string) => string {
  for (let n = 1; ; n++) {
    const name = (kind: string, of: string) => safeFileName(`${kind}-${base}${n === 1 ? '' : `(${n})`}${of}`);
    const names = [name('退回', ending), name('退回通知', '.docx'), name('退回邮件', '.eml')];
    if (names.every(isFree)) return name;
  }
}

import { listAttachments } from '../../db/queries/attachments.ts';
import { listSubmissions } from '../../db/queries/submissions.ts';
import type { ReadDb } from '../../db/types.ts';
import type { AttachmentKind, Filing, Override } from '../contract/imports.ts';
import type { Article, FileCode } from '../contract/sheets.ts';
import type { Day, Period } from '../contract/time.ts';
import type { AnalyseContext } from '../core/analysed.ts';
import { scheduleOf } from '../core/arrivalPeriod.ts';
import { besideOf, type Neighbour } from '../core/besideTable.ts';
import { dutyAt } from '../core/dutyHistory.ts';
import { type FilingDesk, type RoutedArticle, routeArticle } from '../core/fileArticle.ts';
import { overrideFor } from '../core/overrideFor.ts';
import { cadenceKind, dayOf, lastDay } from '../core/period.ts';
import { createUnitMatcher } from '../core/unitNames.ts';
import { attachmentSentence } from './attachmentSentence.ts';
import { withRemarks } from './containerRemarks.ts';
import type { Context, Directory } from './context.ts';
import type { PlannedFile } from './importPlan.ts';

/** What a commit keeps of a file that is no table. */
export interface PlannedAttachment {
  readonly code: FileCode | null;
  /** Its true type in words. */
  readonly detail: string;
  readonly article: Article | null;
  readonly routed: RoutedArticle;
  /** What the clerk said it is filed as. */
  readonly chosenKind: AttachmentKind | null;
  readonly filing: Filing | null;
  /** Nothing is written: the clerk leaves it out, or the same bytes are there already. */
  readonly staysOut: 'skipped' | 'kept' | null;
}

/** Whether a commit has something to write of a file's attachment. */
export function keepsAttachment({ attachment }: Pick<PlannedFile, 'attachment'>): boolean {
  return attachment !== null && attachment.staysOut === null;
}

/** The attachments of one call: each is routed by itself, then, with all tables known, beside them. */
export function createAttachmentPlanner(context: Context, db: ReadDb, directory: Directory) {
  const duties = directory.duties.map((duty) => ({
    ...duty,
    periodKind: cadenceKind(duty.cadence),
    takesStatements: duty.zeroReport === 'statement',
    schedule: scheduleOf(duty, directory.office.settings),
  }));
  const takesAt = (id: string, period: Period): boolean => {
    const duty = directory.duties.find((one) => one.id === id);
    return duty !== undefined && dutyAt(duty, lastDay(period)).zeroReport === 'statement';
  };
  const desks = new Map<Day, FilingDesk>();
  /** The units of a day know each other's names. */
  const deskOf = (day: Day, units: AnalyseContext['units']): FilingDesk => {
    const matcher = desks.get(day)?.matcher ?? createUnitMatcher(units, directory.office.county);
    const desk = { matcher, units, templates: context.resources.templates, duties, calendar: context.calendar };
    desks.set(day, desk);
    return desk;
  };

  return {
    /** What an attachment says of itself; `given` is what its analysis would have depended on. */
    route(
      {
        item,
        read,
        given,
      }: { readonly item: PlannedFile['item']; readonly read: Papers; readonly given: AnalyseContext },
      overrides: readonly Override[],
    ): PlannedAttachment {
      const answer = overrideFor(overrides, '', null);
      const { code, detail, article } = read;
      const { receivedAt, mail, source } = item;
      const facts = { name: source.name, article, mail, receivedAt, senderUnit: given.senderUnit, answer };
      const routed = routeArticle(facts, deskOf(dayOf(receivedAt), given.units));
      const { unit, duty, period, kind } = routed;
      const filing = unit && duty && period !== null ? { unit, duty, period, kind } : null;
      const staysOut = answer.skip === true ? 'skipped' : null;
      return { code, detail, article, routed, chosenKind: answer.fileAs ?? null, filing, staysOut };
    },

    /** The same files with every attachment in its place; tables stay as they are. */
    settle(files: readonly PlannedFile[]): PlannedFile[] {
      const neighbours = files.map(neighbourOf);
      const tables = new Set(
        files.flatMap(({ tables: planned }) => planned.flatMap(({ scope }) => (scope ? [squareOf(scope)] : []))),
      );
      const kept = new Set<string>();
      return files
        .map((file, index) => {
          const { attachment } = file;
          if (attachment === null) return file;
          const place = attachment.filing ?? beside(attachment, neighbours, index);
          const filing = asTaken(withoutDoubleCount(attachment, place, tables, db), takesAt);
          const own = { ...attachment, filing };
          const staysOut = attachment.staysOut ?? (isKept(own, file.print.sha256, { db, kept }) ? 'kept' : null);
          const settled = { ...own, staysOut };
          const message = attachmentSentence(file.item.source.name, settled);
          const shown = {
            ...file.shown,
            message,
            article: attachment.article,
            filed: staysOut === 'skipped' ? null : filing,
            ...(staysOut === null ? { isNew: true as const } : {}),
          };
          return { ...file, attachment: settled, shown };
        })
        .map(withRemarks);
    },
  };
}

/** A file of the intake that is no table. */
type Papers = { readonly code: FileCode | null; readonly detail: string; readonly article: Article | null };

function neighbourOf({ item, tables }: PlannedFile): Neighbour {
  return {
    name: item.source.name,
    mail: item.mail && `${item.container?.sha256} ${JSON.stringify(item.mail)}`,
    squares: tables.map(({ scope, question, table }) => {
      const { unit, duty } = table;
      return scope === null || question !== null || unit === null || duty === null
        ? null
        : { unit: { ...unit, evidence: `随“${item.source.name}”` }, duty, period: scope.period };
    }),
  };
}

/** The square of the table beside it, unless the attachment itself says otherwise. */
function beside(
  { routed, chosenKind }: PlannedAttachment,
  neighbours: readonly Neighbour[],
  index: number,
): Filing | null {
  const square = besideOf(neighbours, index);
  if (square === null) return null;
  const { unit, duty, period, namesUnit, namesDuty } = routed;
  if (namesUnit && unit?.id !== square.unit.id) return null;
  if (namesDuty && duty?.id !== square.duty.id) return null;
  if (period !== null && period !== square.period) return null;
  return { ...square, kind: chosenKind ?? 'paper' };
}

/** A 情况说明 where no zero report is taken for its period is a paper beside what is owed: as a zero report it would be kept and never count. */
function asTaken(filing: Filing | null, takesAt: (duty: string, period: Period) => boolean): Filing | null {
  if (filing?.kind !== 'statement' || takesAt(filing.duty.id, filing.period)) return filing;
  return { ...filing, kind: 'paper' };
}

/** An article whose table is there as well is one of the table's rows: it goes with it and is not counted again. */
function withoutDoubleCount(
  { chosenKind }: PlannedAttachment,
  filing: Filing | null,
  tables: ReadonlySet<string>,
  db: ReadDb,
): Filing | null {
  if (filing === null || filing.kind === 'paper' || chosenKind !== null) return filing;
  const square = { unit: filing.unit.id, duty: filing.duty.id, period: filing.period };
  const hasTable =
    tables.has(squareOf(square)) ||
    // What was typed in lists no other piece.
    listSubmissions(db, { ...square, periods: [square.period] }).some(
      ({ kind, file }) => kind === 'file' && file !== null,
    );
  return hasTable ? { ...filing, kind: 'paper' } : filing;
}

function squareOf({ unit, duty, period }: { unit: string; duty: string; period: string }): string {
  return `${unit} ${duty} ${period}`;
}

/** The same bytes in the same square are there already; without a square, the same bytes anywhere. */
function isKept(
  { filing }: PlannedAttachment,
  sha256: string,
  { db, kept }: { readonly db: ReadDb; readonly kept: Set<string> },
): boolean {
  const square = filing === null ? '' : squareOf({ unit: filing.unit.id, duty: filing.duty.id, period: filing.period });
  const place = `${sha256} ${square}`;
  const isHere =
    kept.has(place) ||
    listAttachments(db, { sha256 }).some(
      ({ unit, duty, period }) =>
        filing === null ||
        (unit !== null && duty !== null && period !== null && squareOf({ unit, duty, period }) === square),
    );
  kept.add(place);
  return isHere;
}

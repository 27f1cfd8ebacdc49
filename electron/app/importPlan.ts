import { createHash } from 'node:crypto';
import { knownFile, type Routing } from '../../db/queries/batches.ts';
import type { ReadDb } from '../../db/types.ts';
import type { FilePlan, ImportRequest, Override } from '../contract/imports.ts';
import type { ErrorCode } from '../contract/reply.ts';
import type { FileCode } from '../contract/sheets.ts';
import type { Moment } from '../contract/time.ts';
import { errorSentence, fileSentence } from '../contract/words.ts';
import type { AnalysedTable } from '../core/analysed.ts';
import { confirmFindings } from '../core/confirmFindings.ts';
import { overrideFor } from '../core/overrideFor.ts';
import { dayOf } from '../core/period.ts';
import { type PlannedTable, planFile, writes } from '../core/planImport.ts';
import { Refusal } from '../core/refusal.ts';
import type { AnalysedFile } from '../io/intake/intakeMessages.ts';
import { type Fingerprint, fingerprint } from '../io/originals.ts';
import { createAnalyseContexts } from './analyseContext.ts';
import { analysisCacheOf, keyOf } from './analysisCache.ts';
import { createAttachmentPlanner, type PlannedAttachment } from './attachmentPlan.ts';
import { type Context, type DispatchOptions, readDirectory } from './context.ts';
import { filePlanOf, refusedFile, skippedSentence } from './filePlan.ts';
import { type ImportItem, openSources } from './importSources.ts';
import { checkOverrides, refuseUnmatched } from './overrides.ts';
import { isSettled, routingOf } from './routing.ts';
import { createPicture } from './storedPicture.ts';

/** One file of an import with what a commit will write of it. */
export interface PlannedFile {
  readonly item: ImportItem;
  readonly print: Fingerprint;
  readonly tables: readonly PlannedTable[];
  /** Of a file that is no table: what is kept of it, and where it is filed. */
  readonly attachment: PlannedAttachment | null;
  readonly overrides: readonly Override[];
  /** The answers of earlier imports of the same bytes. */
  readonly before: readonly Routing[];
  /** As shown; a dry run's numbers are those a commit gives. */
  readonly shown: FilePlan;
  /** The file itself could not be opened: it is gone, or another program holds it. */
  readonly isLost: boolean;
}

export interface ImportPlan {
  readonly files: readonly PlannedFile[];
  /** Equal plans have equal hashes. */
  readonly hash: string;
}

/** What a commit knows that a preview does not. */
export interface PlanMoment {
  /** Files that could not be kept, by name: they cost themselves only. */
  readonly lost: ReadonlyMap<string, Refusal>;
  /** When the files came that carry no moment of their own: the moment they were dropped, not the one they are committed. */
  readonly now: () => Moment;
}

/**
 * Reads, routes, checks and compares the files, one after the other, without writing anything. Preview and commit both come through here;
 * a later file of the call is compared with what the earlier ones would leave.
 */
export async function planImport(
  context: Context,
  request: ImportRequest,
  options: DispatchOptions,
  { lost, now }: PlanMoment = { lost: new Map(), now: context.deps.now },
): Promise<ImportPlan> {
  const db = context.store().read;
  const items = await openSources({ ...context, deps: { ...context.deps, now } }, request, options);
  const planner = createPlanner(context, db, request, lost);
  const read: PlannedFile[] = [];
  for (const [index, item] of items.entries()) {
    if (options.signal?.aborted) throw new Refusal('cancelled');
    options.onProgress?.({ step: 'read', done: index, total: items.length, label: item.source.name });
    read.push(await planner.plan(item));
  }
  const files = planner.settle(read);
  options.onProgress?.({ step: 'read', done: items.length, total: items.length, label: '' });
  analysisCacheOf(context).forgetOthers();
  refuseUnmatched(
    request.overrides ?? [],
    files.map((file) => file.shown),
  );
  const hash = createHash('sha256')
    .update(JSON.stringify(files.map((file) => file.shown)))
    .digest('hex');
  return { files, hash };
}

function createPlanner(context: Context, db: ReadDb, request: ImportRequest, lost: PlanMoment['lost']) {
  const directory = readDirectory(db, dayOf(context.deps.now()));
  const picture = createPicture(context, db, directory);
  const contextOf = createAnalyseContexts(context, directory);
  const cache = analysisCacheOf(context);
  const papers = createAttachmentPlanner(context, db, directory);
  /** Files of this very call, by hash: the second of two equal ones changes nothing. */
  const inCall = new Map<string, { name: string; overrides: readonly Routing[] }>();
  const answers = checkOverrides(request.overrides ?? [], directory, context);

  /** Reads and analyses a file, unless it was with the same answers. */
  const analyse = async (
    item: ImportItem,
    print: Fingerprint,
    overrides: readonly Override[],
  ): Promise<AnalysedFile> => {
    if (item.refused !== null) return { kind: 'refused', ...item.refused };
    const passwords = request.passwords ?? [];
    const { analyse: given, key } = contextOf(item, overrides);
    const place = keyOf(print.sha256, key);
    const known = cache.get(place, passwords);
    if (known) return known;
    const read = await context.intake.analyse(item.source.path, item.source.name, given, passwords);
    cache.put(place, passwords, read);
    return read;
  };

  const plan = async (item: ImportItem): Promise<PlannedFile> => {
    const { source, receivedAt, mail } = item;
    let print: Fingerprint = { sha256: '', size: 0 };
    const refused = (
      code: FileCode | ErrorCode | null,
      status: 'rejected' | 'attachment' | 'question',
      message: string,
      isLost = false,
    ): PlannedFile => ({
      item,
      print,
      tables: [],
      attachment: null,
      overrides: [],
      before: [],
      shown: refusedFile({ name: source.name, ...print, receivedAt, mail }, { code, status, message }),
      isLost,
    });
    try {
      const gone = lost.get(source.name);
      if (gone) throw gone;
      print = await fingerprint(source.path);
      const asked = answers.filter((o) => o.file === source.name || o.file === print.sha256);
      const before = inCall.get(print.sha256) ?? knownFile(db, print.sha256);
      const answered = before?.overrides ?? [];
      const overrides = [...answered, ...asked];
      const read = await analyse(item, print, overrides);
      if (read.kind === 'refused' && overrideFor(asked, '', null).skip === true)
        return refused(null, 'attachment', skippedSentence(source.name));
      if (read.kind === 'refused')
        return refused(
          read.code,
          read.code === 'encrypted' || read.code === 'wrong_password' ? 'question' : 'rejected',
          fileSentence(read.code, source.name, read.detail),
        );
      if (read.kind === 'attachment') {
        const attachment = papers.route({ item, read, given: contextOf(item, overrides).analyse }, overrides);
        return { ...refused(read.code, 'attachment', ''), attachment, overrides: asked };
      }
      const answersFor = (table: AnalysedTable) => overrideFor(asked, table.sheet, table.part);
      const tables = planFile(
        read.sheets.flatMap((sheet) =>
          sheet.kind === 'table'
            ? [confirmFindings(sheet, overrideFor(overrides, sheet.sheet, sheet.part).confirmations ?? [])]
            : [],
        ),
        {
          ...picture,
          receivedAt,
          calendar: context.calendar,
          severities: context.resources.severities,
          isStored: (table, scope) => isSettled(answered, asked, table, scope),
          answersFor,
        },
      );
      picture.note(tables);
      const facts = { name: source.name, ...print, receivedAt, mail };
      const shown = filePlanOf(facts, read.sheets, tables, before?.name ?? null);
      if (tables.some((table) => table.question === null))
        inCall.set(print.sha256, {
          name: before?.name ?? source.name,
          overrides: [...answered, ...routingOf([], asked, tables.filter(writes), print.sha256)],
        });
      return { item, print, tables, attachment: null, overrides: asked, before: answered, shown, isLost: false };
    } catch (error) {
      // One bad file never stops the others; a bug does.
      if (error instanceof Refusal && error.code !== 'cancelled')
        return refused(
          error.code,
          'rejected',
          `“${source.name}”：${errorSentence(error.code, error.subject)}`,
          LOST.has(error.code),
        );
      throw error;
    }
  };
  return { plan, settle: papers.settle };
}

const LOST: ReadonlySet<string> = new Set(['file_locked', 'file_missing', 'file_unreadable']);

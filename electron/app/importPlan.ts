import { createHash } from 'node:crypto';
import { knownFile, type Routing } from '../../db/queries/batches.ts';
import { currentRecords } from '../../db/queries/recordVersions.ts';
import type { ReadDb } from '../../db/types.ts';
import type { FilePlan, ImportRequest, ImportSource, Override } from '../contract/imports.ts';
import type { FileCode } from '../contract/sheets.ts';
import type { Moment } from '../contract/time.ts';
import { errorSentence, fileSentence } from '../contract/words.ts';
import { overrideFor } from '../core/analyse.ts';
import type { AnalyseContext } from '../core/analysed.ts';
import { cadenceKind, dayOf } from '../core/period.ts';
import {
  type KnownRecords,
  type PlanContext,
  type PlannedTable,
  planFile,
  type Scope,
  scopeKey,
} from '../core/planImport.ts';
import { Refusal } from '../core/refusal.ts';
import { expandSources, type Fingerprint, fingerprint } from '../io/originals.ts';
import { type Context, type Directory, type DispatchOptions, readDirectory } from './context.ts';
import { filePlanOf, refusedFile } from './filePlan.ts';
import { readMoment } from './moments.ts';
import { checkOverrides } from './overrides.ts';

/** One file of an import with what a commit will write of it. */
export interface PlannedFile {
  readonly source: ImportSource;
  readonly print: Fingerprint;
  readonly tables: readonly PlannedTable[];
  readonly overrides: readonly Override[];
  /** As shown; a dry run's numbers are those a commit gives. */
  readonly shown: FilePlan;
}

export interface ImportPlan {
  readonly receivedAt: Moment;
  readonly files: readonly PlannedFile[];
  /** Equal plans have equal hashes. */
  readonly hash: string;
}

/**
 * Reads, routes, checks and compares the files, one after the other, without writing anything. Preview and commit both come through here;
 * a later file of the call is compared with what the earlier ones would leave.
 */
export async function planImport(
  context: Context,
  request: ImportRequest,
  options: DispatchOptions,
): Promise<ImportPlan> {
  const db = context.store().read;
  const now = context.deps.now();
  const receivedAt = request.received === undefined ? now : readMoment(request.received, '12:00');
  const sources = await expandSources(request.sources);
  const planner = createPlanner(context, db, { receivedAt, request });
  const files: PlannedFile[] = [];
  for (const [index, source] of sources.entries()) {
    if (options.signal?.aborted) throw new Refusal('cancelled');
    options.onProgress?.({ step: 'read', done: index, total: sources.length, label: source.name });
    files.push(await planner(source));
  }
  options.onProgress?.({ step: 'read', done: sources.length, total: sources.length, label: '' });
  const hash = createHash('sha256')
    .update(JSON.stringify(files.map((file) => file.shown)))
    .digest('hex');
  return { receivedAt, files, hash };
}

interface PlannerInput {
  readonly receivedAt: Moment;
  readonly request: ImportRequest;
}

function createPlanner(context: Context, db: ReadDb, { receivedAt, request }: PlannerInput) {
  const directory = readDirectory(db);
  const known = new Map<string, KnownRecords>();
  /** Files of this very call, by hash: the second of two equal ones changes nothing. */
  const inCall = new Map<string, { name: string; overrides: readonly Routing[] }>();
  const answers = checkOverrides(request.overrides ?? [], directory, context);
  const base = analyseBase(context, directory, receivedAt);
  const termOf = (id: string) => directory.duties.find((duty) => duty.id === id)?.recordTerm ?? null;

  const knownIn: PlanContext['known'] = (scope) => {
    const key = scopeKey(scope);
    const found = known.get(key) ?? new Map(currentRecords(db, scope).map((record) => [record.key, record] as const));
    known.set(key, found);
    return found;
  };

  return async function plan(source: ImportSource): Promise<PlannedFile> {
    let print: Fingerprint = { sha256: '', size: 0 };
    const refused = (
      code: FileCode | null,
      status: 'rejected' | 'attachment' | 'question',
      message: string,
    ): PlannedFile => ({
      source,
      print,
      tables: [],
      overrides: [],
      shown: refusedFile({ name: source.name, ...print, receivedAt }, { code, status, message }),
    });
    try {
      print = await fingerprint(source.path);
      const asked = answers.filter((o) => o.file === source.name || o.file === print.sha256);
      const before = inCall.get(print.sha256) ?? knownFile(db, print.sha256);
      const overrides = [...(before?.overrides ?? []), ...asked];
      const read = await context.intake.analyse(source.path, source.name, {
        ...base,
        file: source.name,
        overrides,
      });
      if (read.kind === 'refused')
        return refused(
          read.code,
          read.code === 'encrypted' ? 'question' : 'rejected',
          fileSentence(read.code, source.name, read.detail),
        );
      if (read.kind === 'attachment')
        return refused(
          read.code,
          'attachment',
          read.code
            ? fileSentence(read.code, source.name, read.detail)
            : `“${source.name}”是${read.detail}，不是表格，已列为附件。`,
        );
      const analysed = read.sheets;
      const tables = planFile(
        analysed.filter((sheet) => sheet.kind === 'table'),
        {
          known: knownIn,
          hash: shortHash,
          receivedAt,
          termOf,
          calendar: context.calendar,
          severities: context.resources.severities,
          isStored: (sheet, scope) => isSettled(before?.overrides ?? [], asked, sheet, scope),
          answersFor: (sheet) => overrideFor(asked, sheet),
        },
      );
      const shown = filePlanOf({ name: source.name, ...print, receivedAt }, analysed, tables, before?.name ?? null);
      if (tables.some((table) => table.question === null))
        inCall.set(print.sha256, {
          name: before?.name ?? source.name,
          overrides: [...(before?.overrides ?? []), ...routingOf(tables, asked, print.sha256)],
        });
      return { source, print, tables, overrides: asked, shown };
    } catch (error) {
      // One bad file never stops the others; a bug does.
      if (error instanceof Refusal && error.code !== 'cancelled')
        return refused(null, 'rejected', `“${source.name}”：${errorSentence(error.code, error.subject)}`);
      throw error;
    }
  };
}

/** The answers that send the same bytes the same way again. */
export function routingOf(tables: readonly PlannedTable[], asked: readonly Override[], sha256: string): Routing[] {
  const given = asked.map(({ removedRows: _removed, resend: _resend, ...rest }) => ({ ...rest, file: sha256 }));
  return [
    ...given,
    ...tables.flatMap(({ table, scope, question }) =>
      scope === null || question !== null
        ? []
        : [{ file: sha256, sheet: table.sheet, ...scope, settled: true as const }],
    ),
  ];
}

/** Whether a sheet of the same bytes is stored in the scope already, and no answer of this call reads it in another way. */
function isSettled(before: readonly Routing[], asked: readonly Override[], sheet: string, scope: Scope): boolean {
  const isHere = before.some(
    (r) =>
      r.settled &&
      r.sheet === sheet &&
      r.unit === scope.unit &&
      r.duty === scope.duty &&
      r.period === scope.period &&
      r.template === scope.template,
  );
  if (!isHere) return false;
  const reading = (overrides: readonly Override[]): string => {
    const {
      file: _file,
      sheet: _sheet,
      removedRows: _removed,
      resend: _resend,
      ...rest
    } = overrideFor(overrides, sheet);
    return JSON.stringify(rest);
  };
  return reading(before) === reading([...before, ...asked]);
}

function analyseBase(
  context: Context,
  directory: Directory,
  receivedAt: Moment,
): Omit<AnalyseContext, 'file' | 'overrides'> {
  const today = dayOf(receivedAt);
  return {
    receivedAt,
    sender: null,
    county: directory.office.county,
    templates: context.resources.templates,
    severities: context.resources.severities,
    units: directory.units
      .filter((unit) => unit.activeTo === null || unit.activeTo >= today)
      .map(({ id, name, officialName, aliases, kind }) => ({
        id,
        name,
        officialName,
        aliases,
        sends: kind !== 'office' && kind !== 'supervision',
      })),
    duties: directory.duties.flatMap(({ id, title, templates, cadence, recordTerm, units }) => {
      const periodKind = cadenceKind(cadence);
      return periodKind === null ? [] : [{ id, title, templates, periodKind, recordTerm, units }];
    }),
  };
}

/** 128 bits are plenty to tell rows of one scope apart. */
function shortHash(content: string): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}

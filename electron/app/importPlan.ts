import { createHash } from 'node:crypto';
import { knownFile, type Routing } from '../../db/queries/batches.ts';
import { currentRecords } from '../../db/queries/recordVersions.ts';
import type { ReadDb } from '../../db/types.ts';
import type { FilePlan, ImportRequest, Override } from '../contract/imports.ts';
import { DEFAULT_INTAKE_POLICY } from '../contract/profiles.ts';
import type { FileCode } from '../contract/sheets.ts';
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
import { type Fingerprint, fingerprint } from '../io/originals.ts';
import { type Context, type Directory, type DispatchOptions, readDirectory } from './context.ts';
import { filePlanOf, refusedFile } from './filePlan.ts';
import { type ImportItem, openSources } from './importSources.ts';
import { checkOverrides } from './overrides.ts';

/** One file of an import with what a commit will write of it. */
export interface PlannedFile {
  readonly item: ImportItem;
  readonly print: Fingerprint;
  readonly tables: readonly PlannedTable[];
  readonly overrides: readonly Override[];
  /** As shown; a dry run's numbers are those a commit gives. */
  readonly shown: FilePlan;
}

export interface ImportPlan {
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
  const items = await openSources(context, request, options);
  const planner = createPlanner(context, db, request);
  const files: PlannedFile[] = [];
  for (const [index, item] of items.entries()) {
    if (options.signal?.aborted) throw new Refusal('cancelled');
    options.onProgress?.({ step: 'read', done: index, total: items.length, label: item.source.name });
    files.push(await planner(item));
  }
  options.onProgress?.({ step: 'read', done: items.length, total: items.length, label: '' });
  const hash = createHash('sha256')
    .update(JSON.stringify(files.map((file) => file.shown)))
    .digest('hex');
  return { files, hash };
}

function createPlanner(context: Context, db: ReadDb, request: ImportRequest) {
  const directory = readDirectory(db);
  const known = new Map<string, KnownRecords>();
  /** Files of this very call, by hash: the second of two equal ones changes nothing. */
  const inCall = new Map<string, { name: string; overrides: readonly Routing[] }>();
  const answers = checkOverrides(request.overrides ?? [], directory, context);
  const termOf = (id: string) => directory.duties.find((duty) => duty.id === id)?.recordTerm ?? null;

  const knownIn: PlanContext['known'] = (scope) => {
    const key = scopeKey(scope);
    const found = known.get(key) ?? new Map(currentRecords(db, scope).map((record) => [record.key, record] as const));
    known.set(key, found);
    return found;
  };

  return async function plan(item: ImportItem): Promise<PlannedFile> {
    const { source, receivedAt, mail } = item;
    let print: Fingerprint = { sha256: '', size: 0 };
    const refused = (
      code: FileCode | null,
      status: 'rejected' | 'attachment' | 'question',
      message: string,
    ): PlannedFile => ({
      item,
      print,
      tables: [],
      overrides: [],
      shown: refusedFile({ name: source.name, ...print, receivedAt, mail }, { code, status, message }),
    });
    try {
      print = await fingerprint(source.path);
      const asked = answers.filter((o) => o.file === source.name || o.file === print.sha256);
      const before = inCall.get(print.sha256) ?? knownFile(db, print.sha256);
      const overrides = [...(before?.overrides ?? []), ...asked];
      const read =
        item.refused === null
          ? await context.intake.analyse(
              source.path,
              source.name,
              { ...analyseBase(context, directory, item), file: source.name, overrides },
              request.passwords ?? [],
            )
          : { kind: 'refused' as const, ...item.refused };
      if (read.kind === 'refused')
        return refused(
          read.code,
          read.code === 'encrypted' || read.code === 'wrong_password' ? 'question' : 'rejected',
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
          answersFor: (sheet) => overrideFor(asked, sheet, null),
        },
      );
      const shown = filePlanOf(
        { name: source.name, ...print, receivedAt, mail },
        analysed,
        tables,
        before?.name ?? null,
      );
      if (tables.some((table) => table.question === null))
        inCall.set(print.sha256, {
          name: before?.name ?? source.name,
          overrides: [...(before?.overrides ?? []), ...routingOf(tables, asked, print.sha256)],
        });
      return { item, print, tables, overrides: asked, shown };
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
        : [{ file: sha256, sheet: table.sheet, part: table.part, ...scope, settled: true as const }],
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
    } = overrideFor(overrides, sheet, null);
    return JSON.stringify(rest);
  };
  return reading(before) === reading([...before, ...asked]);
}

function analyseBase(
  context: Context,
  directory: Directory,
  { receivedAt, mail }: ImportItem,
): Omit<AnalyseContext, 'file' | 'overrides'> {
  const today = dayOf(receivedAt);
  return {
    receivedAt,
    sender: mail?.sender ?? null,
    senderUnit: null,
    learned: [],
    mappings: [],
    policy: directory.office.settings.intake ?? DEFAULT_INTAKE_POLICY,
    profile: directory.office.id,
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

import type { AppError, ErrorCode, Reply } from '../contract/reply.ts';
import { errorSentence } from '../contract/words.ts';
import type { Args, RequestName, Result } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import { fileAttachment, listAttachments } from './attachments.ts';
import { batchDetail, listBatches, undoBatch } from './batches.ts';
import { writeBlanks } from './blanks.ts';
import { circularPage, composeFor, writeCircular } from './circulars.ts';
import { listClusters } from './clusters.ts';
import type { Context, DispatchOptions } from './context.ts';
import { correctRecord } from './corrections.ts';
import { listDuties, saveDuty } from './duties.ts';
import { countFindings, listReasons, writeFindings } from './findings.ts';
import { commitImport, previewImport, readWorkbook } from './imports.ts';
import { listLocks, lockPeriod } from './locks.ts';
import { forgetMemory, listMemory } from './memory.ts';
import { getInfo, getOverview } from './overview.ts';
import { getOffice, initProfile, listProfiles, saveOffice } from './profiles.ts';
import { confirmFinding, listRecords } from './records.ts';
import { listReminders, writeReminders } from './reminders.ts';
import { checkArgs } from './requestArgs.ts';
import { listReturns, withdrawReturn, writeReturns } from './returns.ts';
import { getGrid, getRates } from './status.ts';
import { listSubmissions, registerSubmission, withdraw } from './submissions.ts';
import { getTemplate, listTemplates } from './templates.ts';
import { listGroups, listUnits, saveGroup, saveUnit } from './units.ts';
import { listUploads, previewUpload, undoUpload, writeUpload } from './uploads.ts';
import { verifyData } from './verify.ts';

type Handlers = {
  readonly [N in RequestName]: (
    context: Context,
    args: Args<N>,
    options: DispatchOptions,
  ) => Result<N> | Promise<Result<N>>;
};

/** Every request and the use case that answers it. */
const HANDLERS: Handlers = {
  'app.info': (context) => getInfo(context),
  'app.verify': (context) => verifyData(context),
  'overview.get': getOverview,
  'profiles.list': (context) => listProfiles(context),
  'profiles.init': (context, { profile }) => initProfile(context, profile),
  'office.get': (context) => getOffice(context),
  'office.save': (context, { office }) => saveOffice(context, office),
  'units.list': (context) => listUnits(context),
  'units.save': (context, { unit }) => saveUnit(context, unit),
  'groups.list': (context) => listGroups(context),
  'groups.save': (context, { id, units }) => saveGroup(context, id, units),
  'duties.list': (context, { year }) => listDuties(context, year),
  'duties.save': (context, { duty }) => saveDuty(context, duty),
  'templates.list': (context) => listTemplates(context),
  'templates.get': (context, { id }) => getTemplate(context, id),
  'imports.read': readWorkbook,
  'imports.preview': previewImport,
  'imports.commit': commitImport,
  'batches.list': (context) => listBatches(context),
  'batches.get': (context, { batch }) => batchDetail(context, batch),
  'batches.undo': undoBatch,
  'periods.locks': (context) => listLocks(context),
  'periods.lock': lockPeriod,
  'attachments.list': listAttachments,
  'attachments.file': fileAttachment,
  'returns.write': writeReturns,
  'returns.list': listReturns,
  'returns.withdraw': (context, { id }) => withdrawReturn(context, id),
  'uploads.preview': previewUpload,
  'uploads.write': writeUpload,
  'uploads.list': (context) => listUploads(context),
  'uploads.undo': undoUpload,
  'blanks.write': writeBlanks,
  'memory.list': (context) => listMemory(context),
  'memory.forget': forgetMemory,
  'submissions.register': registerSubmission,
  'submissions.list': listSubmissions,
  'submissions.withdraw': (context, { id }) => withdraw(context, id),
  'status.grid': getGrid,
  'rates.compute': getRates,
  'records.list': listRecords,
  'records.correct': correctRecord,
  'records.clusters': listClusters,
  'findings.confirm': confirmFinding,
  'findings.count': countFindings,
  'findings.reasons': listReasons,
  'findings.write': writeFindings,
  'reminders.list': listReminders,
  'reminders.write': writeReminders,
  'circulars.compose': composeFor,
  'circulars.page': (_context, { document }) => circularPage(document),
  'circulars.write': writeCircular,
};

/**
 * Answers one request; safe with anything that comes over a wire. The only place that catches: an expected refusal becomes its code and
 * sentence, a bug is logged under a number and shown as such.
 */
export async function dispatch<N extends RequestName>(
  context: Context,
  name: N,
  args: Args<N>,
  options: DispatchOptions,
  logBug: (error: unknown) => string,
): Promise<Reply<Result<N>>> {
  try {
    if (!Object.hasOwn(HANDLERS, name)) throw new Refusal('usage', `没有请求 ${String(name)}`);
    const value = await HANDLERS[name](context, checkArgs(name, args), options);
    return { ok: true, value };
  } catch (error) {
    return { ok: false, error: toAppError(error, logBug) };
  }
}

/** An error as it crosses the wire. */
export function toAppError(error: unknown, logBug: (error: unknown) => string): AppError {
  if (error instanceof Refusal) return appError(error.code, error.subject);
  return appError('internal', logBug(error));
}

function appError(code: ErrorCode, subject: string): AppError {
  return { code, message: errorSentence(code, subject) };
}

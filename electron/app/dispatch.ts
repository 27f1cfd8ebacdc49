import type { AppError, ErrorCode, Reply } from '../contract/reply.ts';
import { errorSentence } from '../contract/words.ts';
import type { Args, RequestName, Result } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import { listAllotments, saveAllotments } from './allotments.ts';
import { enterPoints, getAssessment, listTyped, withdrawPoints } from './assessment.ts';
import { decideClaim, listClaims, objectPoints } from './assessmentObjections.ts';
import { writeAssessment } from './assessmentOutputs.ts';
import { listSchemes, listVersions, saveScheme } from './assessmentSchemes.ts';
import { listAssignments, saveAssignment, withdrawAssignment } from './assignments.ts';
import { writeAttachmentFile } from './attachmentFiles.ts';
import { fileAttachment, listAttachments } from './attachments.ts';
import { batchDetail, listBatches, undoBatch } from './batches.ts';
import { writeBlanks } from './blanks.ts';
import { readNotice, resetYear, saveCountyDay, saveNotice, showYear } from './calendar.ts';
import { addCase, checkCase } from './caseEntry.ts';
import { countCases, listCases, writeCases } from './cases.ts';
import { listCharts } from './charts.ts';
import { addChases, listChases, withdrawChase } from './chases.ts';
import { circularPage, composeFor, writeCircular } from './circulars.ts';
import { listClusters } from './clusters.ts';
import { getCommitments, setEnterprises } from './commitments.ts';
import type { Context, DispatchOptions } from './context.ts';
import { correctRecord } from './corrections.ts';
import { enterNumber, listNumbers, reserveNumber, voidNumber } from './documentNumbers.ts';
import { coverageOf, makeDraw, withdrawDraw } from './draws.ts';
import { listDue } from './dueItems.ts';
import { listDuties, saveDuty } from './duties.ts';
import { getDutyYear } from './dutyYear.ts';
import { listEvents, saveEvent, withdrawEvent } from './events.ts';
import { listExemptions, saveExemption, withdrawExemption } from './exemptions.ts';
import { openFigure } from './figures.ts';
import { countFindings, listReasons, writeFindings } from './findings.ts';
import { checkFonts } from './fonts.ts';
import { getGrid } from './grid.ts';
import { commitImport, previewImport, readWorkbook } from './imports.ts';
import { enterIndicator, listIndicators, saveIndicator } from './indicators.ts';
import { listLocks, lockPeriod } from './locks.ts';
import { forgetMemory, listMemory } from './memory.ts';
import { getInfo, getOverview } from './overview.ts';
import { paperPage, writePaper } from './paperFiles.ts';
import { correctPaper, issuePaper, voidPaper } from './paperIssue.ts';
import { listPapers } from './paperRegister.ts';
import { checkPaper, createPaper, getPaper, removePaper, reopenPaper, savePaper } from './papers.ts';
import { exportProfile } from './profileFiles.ts';
import { getOffice, initProfile, listProfiles, saveOffice } from './profiles.ts';
import { confirmFinding, listRecords } from './records.ts';
import { writeReminderMails, writeReminders } from './reminderFiles.ts';
import { writeLetters } from './reminderLetters.ts';
import { getReminderSettings, saveReminderSettings } from './reminderSettings.ts';
import { listReminders } from './reminders.ts';
import { checkArgs } from './requestArgs.ts';
import { listReturns, withdrawReturn, writeReturns } from './returns.ts';
import { getRates } from './status.ts';
import { listSubmissions, registerSubmission, withdraw } from './submissions.ts';
import { getTemplate, listTemplates } from './templates.ts';
import { foreseeSuccession, renameUnit, succeedUnits } from './unitHistory.ts';
import { findTwins, readUnits, writeUnits } from './unitLists.ts';
import { listGroups, listUnits, saveGroup, saveUnit } from './units.ts';
import { listUploads, previewUpload, undoUpload, writeUpload } from './uploads.ts';
import { verifyData } from './verify.ts';
import {
  checkWordTemplate,
  getWordTemplate,
  removeWordTemplate,
  sampleWordTemplate,
  saveWordTemplate,
} from './wordTemplate.ts';
import { getYear } from './yearStatus.ts';

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
  'profiles.init': initProfile,
  'office.get': (context) => getOffice(context),
  'office.save': saveOffice,
  'units.list': (context) => listUnits(context),
  'units.save': saveUnit,
  'groups.list': (context) => listGroups(context),
  'groups.save': saveGroup,
  'duties.list': (context, { year }) => listDuties(context, year),
  'duties.save': saveDuty,
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
  'attachments.write': writeAttachmentFile,
  'attachments.file': fileAttachment,
  'returns.write': writeReturns,
  'returns.list': listReturns,
  'returns.withdraw': withdrawReturn,
  'uploads.preview': previewUpload,
  'uploads.write': writeUpload,
  'uploads.list': (context) => listUploads(context),
  'uploads.undo': undoUpload,
  'blanks.write': writeBlanks,
  'memory.list': (context) => listMemory(context),
  'memory.forget': forgetMemory,
  'submissions.register': registerSubmission,
  'submissions.list': listSubmissions,
  'submissions.withdraw': withdraw,
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
  'reminders.letters': writeLetters,
  'reminders.mails': writeReminderMails,
  'reminders.settings': (context) => getReminderSettings(context),
  'reminders.saveSettings': saveReminderSettings,
  'chases.list': listChases,
  'chases.add': addChases,
  'chases.withdraw': withdrawChase,
  'circulars.compose': composeFor,
  'circulars.page': (_context, { document }) => circularPage(document),
  'circulars.write': writeCircular,
  'figures.open': openFigure,
  'assignments.list': listAssignments,
  'assignments.save': saveAssignment,
  'assignments.withdraw': withdrawAssignment,
  'exemptions.list': listExemptions,
  'exemptions.save': saveExemption,
  'exemptions.withdraw': withdrawExemption,
  'allotments.list': listAllotments,
  'allotments.save': saveAllotments,
  'draws.coverage': coverageOf,
  'draws.make': makeDraw,
  'draws.withdraw': withdrawDraw,
  'events.list': listEvents,
  'events.save': saveEvent,
  'events.withdraw': withdrawEvent,
  'calendar.show': showYear,
  'calendar.read': readNotice,
  'calendar.save': saveNotice,
  'calendar.saveCounty': saveCountyDay,
  'calendar.reset': resetYear,
  'calendar.due': listDue,
  'cases.list': listCases,
  'cases.counts': countCases,
  'cases.check': checkCase,
  'cases.add': addCase,
  'cases.write': writeCases,
  'commitments.get': getCommitments,
  'commitments.setEnterprises': setEnterprises,
  'indicators.list': listIndicators,
  'indicators.enter': enterIndicator,
  'indicators.save': saveIndicator,
  'units.rename': renameUnit,
  'units.succeed': succeedUnits,
  'units.foresee': foreseeSuccession,
  'units.twins': findTwins,
  'units.write': writeUnits,
  'units.read': readUnits,
  'duties.year': getDutyYear,
  'profiles.export': exportProfile,
  'status.year': getYear,
  'assessment.get': getAssessment,
  'assessment.schemes': (context) => listSchemes(context),
  'assessment.versions': listVersions,
  'assessment.saveScheme': saveScheme,
  'assessment.entries': listTyped,
  'assessment.enter': enterPoints,
  'assessment.withdraw': withdrawPoints,
  'assessment.objections': listClaims,
  'assessment.object': objectPoints,
  'assessment.decide': decideClaim,
  'assessment.write': writeAssessment,
  'charts.list': listCharts,
  'fonts.check': () => checkFonts(),
  'papers.create': createPaper,
  'papers.get': getPaper,
  'papers.list': listPapers,
  'papers.save': savePaper,
  'papers.check': checkPaper,
  'papers.reopen': reopenPaper,
  'papers.remove': removePaper,
  'papers.issue': issuePaper,
  'papers.void': voidPaper,
  'papers.correct': correctPaper,
  'papers.page': paperPage,
  'papers.write': writePaper,
  'numbers.list': listNumbers,
  'numbers.reserve': reserveNumber,
  'numbers.enter': enterNumber,
  'numbers.void': voidNumber,
  'wordTemplate.get': getWordTemplate,
  'wordTemplate.check': checkWordTemplate,
  'wordTemplate.save': saveWordTemplate,
  'wordTemplate.remove': removeWordTemplate,
  'wordTemplate.sample': sampleWordTemplate,
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

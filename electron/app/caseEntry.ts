import { logAction } from '../../db/queries/audit.ts';
import { insertBatch, nextBatchId } from '../../db/queries/batches.ts';
import { recordsUnderKey } from '../../db/queries/cases.ts';
import { createRecordWriter } from '../../db/queries/recordWriter.ts';
import { insertSubmission } from '../../db/queries/submissions.ts';
import { renewTally } from '../../db/queries/tallies.ts';
import type { ReadDb } from '../../db/types.ts';
import type { CaseCheck, CaseDraft, CaseItem } from '../contract/cases.ts';
import type { Duty } from '../contract/duties.ts';
import type { Template } from '../contract/templates.ts';
import type { Moment, Period } from '../contract/time.ts';
import type { Unit } from '../contract/units.ts';
import type { Args } from '../contract.ts';
import type { AnalysedRecord } from '../core/analysed.ts';
import { caseTitle } from '../core/caseTitle.ts';
import { dutyAt } from '../core/dutyHistory.ts';
import { unitsAt } from '../core/dutyUnits.ts';
import { unlistedRemarks } from '../core/listedValue.ts';
import { dayOf, isPeriod, lastDay, periodTitle } from '../core/period.ts';
import { namesRecord } from '../core/recordKey.ts';
import { Refusal } from '../core/refusal.ts';
import { readTypedRow } from '../core/typedRow.ts';
import { createUnitMatcher } from '../core/unitNames.ts';
import { digestContent } from '../io/intake/digestContent.ts';
import { createAnalyseContexts } from './analyseContext.ts';
import { caseOfRecord, templateOf } from './cases.ts';
import { type Context, type Directory, readDirectory } from './context.ts';
import { refusePeriodNotOf, unitOf } from './dutySquare.ts';
import { refuseLocked } from './locks.ts';
import { readPastMoment } from './moments.ts';

/** What the checks of a mailed row find of a case to be typed in. Nothing is written; what `addCase` would refuse is refused. */
export function checkCase(context: Context, { draft, received }: Args<'cases.check'>): CaseCheck {
  const { record, template } = readDraft(context, context.store().read, draft, receiptOf(context, received));
  return { findings: record.findings, remarks: unlistedRemarks(record.values, template) };
}

/**
 * Types a case in: read and checked as a mailed row, in a batch of its own that can be taken back, and counted in the grid like one. A case
 * that the ledger holds already is refused by name: the office mends that one instead.
 */
export function addCase(context: Context, { draft, received, by = '' }: Args<'cases.add'>): CaseItem {
  const at = context.deps.now();
  const receivedAt = receiptOf(context, received);
  return context.store().write((db) => {
    refuseLocked(context, db, [draft.period]);
    const { record, template, unit, duty } = readDraft(context, db, draft, receivedAt);
    const scope = { unit: unit.id, duty: duty.id, period: draft.period, template: template.id };
    const batch = nextBatchId(db, dayOf(at));
    insertBatch(db, { id: batch, kind: 'entry', by, committedAt: at, receivedAt, tables: 1, records: 1, files: [] });
    const title = caseTitle(record.values, template);
    const none = { file: null, sha256: null };
    insertSubmission(db, { ...scope, ...none, kind: 'file', receivedAt, note: title, batch, records: 1, count: 1 });
    const { key, sent, raw, values, extras, decisionDate, timely, compliant, row } = record;
    const name = String(values[template.nameField] ?? '');
    const content = { key, hash: sent, name, raw, values, extras, decisionDate, timely, compliant, row };
    const receipt = { batch, sentAt: receivedAt, receivedAt, file: '', sheet: '' };
    const made = createRecordWriter(db).write({ ...scope, ...content, ...receipt }, record.findings, undefined);
    renewTally(db, scope);
    logAction(db, at, 'case.add', String(made.lineage), `${batch} ${Object.values(scope).join(' ')} ${title}`, by);
    return caseOfRecord(context, db, made.id);
  });
}

function receiptOf({ deps }: Context, received: Moment | undefined): Moment {
  return received === undefined ? deps.now() : readPastMoment(received, deps.now());
}

interface ReadDraft {
  readonly record: AnalysedRecord;
  readonly template: Template;
  readonly unit: Unit;
  readonly duty: Duty;
}

function readDraft(context: Context, db: ReadDb, draft: CaseDraft, receivedAt: Moment): ReadDraft {
  const directory = readDirectory(db);
  const template = templateOf(context, draft.template);
  const unit = unitOf(directory, draft.unit);
  const stranger = Object.keys(draft.values).find((id) => template.columns.every((column) => column.id !== id));
  if (stranger !== undefined) throw new Refusal('usage', `没有字段 ${stranger}`);
  const duty = dutyFor(directory, template, unit, draft.period);
  const item = { source: { path: '', name: '' }, container: null, mail: null, refused: null, receivedAt, remarks: [] };
  const { analyse } = createAnalyseContexts(context, directory)(item, []);
  const record = readTypedRow({
    template,
    values: draft.values,
    duty: analyse.duties.find((one) => one.id === duty.id) ?? null,
    unit: { id: unit.id, name: unit.name, evidence: '' },
    context: analyse,
    calendar: context.calendar,
    digest: digestContent,
    matcher: createUnitMatcher(analyse.units, analyse.county, analyse),
  });
  if (record === null) throw new Refusal('case_empty', template.title);
  refuseKnown(db, template, { unit, duty, period: draft.period, record });
  return { record, template, unit, duty };
}

/**
 * The duty that a case of the template is handed in for, as things stood at the period's end; of several the unit's own. What no duty
 * collected then is that of the one that collects it now, as a mailed row is.
 */
function dutyFor(directory: Directory, template: Template, unit: Unit, period: Period): Duty {
  if (!isPeriod(period)) throw new Refusal('period_invalid', period);
  const { duties } = directory;
  const last = lastDay(period);
  const naming = duties.filter((duty) => dutyAt(duty, last).templates.includes(template.id));
  const owed = naming.find((duty) => unitsAt(duty, last, directory).includes(unit.id));
  const duty = owed ?? naming[0] ?? duties.find(({ templates }) => templates.includes(template.id));
  if (!duty) throw new Refusal('duty_unknown', template.title);
  refusePeriodNotOf(duty, period);
  return duty;
}

/** A key that names a case names it in every period; one that does not is compared where it stands. */
function refuseKnown(
  db: ReadDb,
  template: Template,
  { unit, duty, period, record }: Omit<ReadDraft, 'template'> & { readonly period: string },
): void {
  const isName = namesRecord(record.key, template);
  const known = recordsUnderKey(db, unit.id, template.id, record.key).find(
    (one) => isName || (one.duty === duty.id && one.period === period),
  );
  if (!known) return;
  throw new Refusal('case_exists', `${unit.name}${periodTitle(known.period)}《${caseTitle(known.values, template)}》`);
}

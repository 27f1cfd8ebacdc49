import type { FilePlan, Question, TablePlan } from '../contract/imports.ts';
import type { ErrorCode } from '../contract/reply.ts';
import type { FileCode } from '../contract/sheets.ts';
import { fileSentence } from '../contract/words.ts';
import type { SheetAnalysis } from '../core/analysed.ts';
import type { PlannedRecord, PlannedTable } from '../core/planImport.ts';

/** What is known of a file before it is read. */
export type FileFacts = Pick<FilePlan, 'name' | 'sha256' | 'size' | 'receivedAt' | 'mail'>;

/** A file that holds no table, with the reason in a sentence. */
export function refusedFile(
  facts: FileFacts,
  {
    code,
    status,
    message,
  }: { readonly code: FileCode | ErrorCode | null; readonly status: FilePlan['status']; readonly message: string },
): FilePlan {
  const question = code === 'encrypted' || code === 'wrong_password' ? { code, message, candidates: [] } : null;
  return { ...facts, status, code, message, question, tables: [], leftOut: [], article: null, filed: null };
}

/** A file that the clerk leaves out. */
export const skippedSentence = (name: string): string => `“${name}”由经办人决定不导入。`;

/** A readable workbook as shown: its tables, the sheets left out, and one status for the whole. */
export function filePlanOf(
  facts: FileFacts,
  analysed: readonly SheetAnalysis[],
  planned: readonly PlannedTable[],
  sameAs: string | null,
): FilePlan {
  const leftOut = analysed.flatMap((sheet) =>
    sheet.kind === 'table'
      ? []
      : [
          {
            sheet: sheet.sheet,
            ...(sheet.part === '' ? {} : { part: sheet.part }),
            reason: sheet.kind,
            ...(sheet.kind === 'other_unit' ? { unit: sheet.detail } : {}),
          },
        ],
  );
  if (planned.length === 0) return withoutTable(facts, analysed, leftOut);
  const tables = planned.map(tablePlanOf);
  const question = tables.find((table) => table.question !== null)?.question ?? null;
  const base = { ...facts, tables, leftOut, question: null, article: null, filed: null };
  if (question) return { ...base, status: 'question', code: question.code, message: question.message };
  if (tables.every((table) => table.records === 0))
    return {
      ...base,
      status: 'unchanged',
      code: null,
      message: `“${facts.name}”的表里没有数据行，未入库。本期确无产生信息的，请登记零报送并附情况说明。`,
    };
  if (tables.every((table) => table.status === 'unchanged' || table.records === 0)) {
    const message =
      sameAs === null ? `“${facts.name}”的内容与已入库的完全相同，未作改动。` : `与“${sameAs}”完全相同，未作改动。`;
    return { ...base, status: 'unchanged', code: null, message };
  }
  // The same rows can still have come earlier than was known, or be judged otherwise now.
  const isSame = tables.every((table) => table.added + table.changed + table.removed === 0 && table.unchanged > 0);
  const message = isSame ? `“${facts.name}”的各行都已入库，只登记收到时间和核对结果。` : null;
  return { ...base, status: 'ready', code: null, message };
}

function withoutTable(facts: FileFacts, analysed: readonly SheetAnalysis[], leftOut: FilePlan['leftOut']): FilePlan {
  const base = { ...facts, tables: [], leftOut, question: null, article: null, filed: null };
  const of = (kind: SheetAnalysis['kind']): SheetAnalysis | undefined => analysed.find((sheet) => sheet.kind === kind);
  if (of('skipped') && analysed.every((sheet) => sheet.kind === 'skipped' || sheet.kind === 'empty'))
    return { ...base, status: 'attachment', code: null, message: skippedSentence(facts.name) };
  const unknown = of('unknown_layout');
  const code = unknown ? 'unknown_layout' : of('picture_only') && !of('no_table') ? 'picture_only' : 'no_table';
  const detail = unknown && unknown.kind !== 'table' ? unknown.detail.slice(0, 120) : '';
  return { ...base, status: 'rejected', code, message: fileSentence(code, facts.name, detail) };
}

function tablePlanOf(planned: PlannedTable): TablePlan {
  const { table, question, records, removedKeys, unchanged, differences, returned } = planned;
  const count = (...acts: PlannedRecord['act'][]): number => records.filter(({ act }) => acts.includes(act)).length;
  const judged = records.map(({ record }) => record);
  const clocked = judged.some((record) => record.timely !== null);
  return {
    sheet: table.sheet,
    part: table.part,
    headerRow: table.headerRow,
    unit: table.unit,
    duty: table.duty,
    template: table.template,
    templateTitle: table.templateTitle,
    period: table.period,
    periodEvidence: table.periodEvidence,
    status: question ? 'question' : unchanged || judged.length === 0 ? 'unchanged' : 'ready',
    question: question && ofPart(question, table.part),
    columns: table.columns,
    rows: table.rows,
    records: judged.length,
    skipped: table.skipped,
    added: question ? 0 : count('add'),
    changed: question ? 0 : count('change'),
    unchanged: question ? 0 : count('keep', 'renew', 'known'),
    removed: removedKeys.length,
    compliant: judged.filter((record) => record.compliant).length,
    timely: clocked ? judged.filter((record) => record.timely === true).length : null,
    findings: [...judged.flatMap((record) => record.findings), ...table.otherFindings].sort(
      (a, b) => (a.row ?? 0) - (b.row ?? 0),
    ),
    remarks: table.remarks,
    differences,
    corrections: table.corrections,
    returned,
  };
}

/** The question with answers for its table alone: one of several on a sheet, or the rows of one unit. */
function ofPart(question: Question, part: string): Question {
  if (part === '') return question;
  return { ...question, candidates: question.candidates.map((one) => ({ ...one, choice: { part, ...one.choice } })) };
}

/** The same file after its clean tables were written. */
export function committedFile(file: FilePlan): FilePlan {
  const tables = file.tables.map((table) =>
    table.status === 'ready' ? { ...table, status: 'committed' as const } : table,
  );
  return { ...file, tables, status: file.status === 'ready' ? 'committed' : file.status };
}

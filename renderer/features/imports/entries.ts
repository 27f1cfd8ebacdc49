import type { Severity } from '../../../electron/contract/findings.ts';
import type {
  FilePlan,
  FileStatus,
  ImportResult,
  Override,
  Question,
  TablePlan,
  TableStatus,
} from '../../../electron/contract/imports.ts';
import type { Answer, OverrideTarget } from './overrides.ts';

export type EntryStatus = FileStatus | TableStatus;

/** One line of the import list: a table of a file, or a file without one. */
export interface Entry {
  readonly key: string;
  readonly file: FilePlan;
  readonly table: TablePlan | null;
  readonly status: EntryStatus;
}

/** Order of the filters above the list. */
export const ENTRY_STATUSES: readonly EntryStatus[] = [
  'question',
  'ready',
  'committed',
  'unchanged',
  'skipped',
  'attachment',
  'rejected',
];

/** All lines of a plan: what needs the clerk first, else in the order of the files. */
export function entriesOf(plan: ImportResult): readonly Entry[] {
  const entries = withOwnKeys(plan.files.flatMap(entriesOfFile));
  const rank = (entry: Entry) => (entry.status === 'question' ? 0 : 1);
  return entries.toSorted((a, b) => rank(a) - rank(b));
}

export interface PlanCounts {
  readonly byStatus: ReadonlyMap<EntryStatus, number>;
  readonly files: number;
  readonly records: number;
  readonly skipped: number;
  readonly findings: Readonly<Record<Severity, number>>;
}

/** Figures above the list. */
export function countsOf(entries: readonly Entry[], files: number): PlanCounts {
  const byStatus = new Map<EntryStatus, number>();
  const findings: Record<Severity, number> = { error: 0, verify: 0, notice: 0 };
  let records = 0;
  let skipped = 0;
  for (const { status, table } of entries) {
    byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
    records += table?.records ?? 0;
    skipped += table?.skipped.length ?? 0;
    for (const finding of table?.findings ?? []) findings[finding.severity] += 1;
  }
  return { byStatus, files, records, skipped, findings };
}

/** What a commit takes up: the tables without an open question, and the papers that nobody left out. */
export function toCommit(
  entries: readonly Entry[],
  overrides: readonly Pick<Override, 'file' | 'sheet' | 'skip'>[],
): { readonly tables: number; readonly papers: number } {
  const skipped = new Set(overrides.flatMap(({ file, sheet, skip }) => (skip && sheet === undefined ? [file] : [])));
  const isKept = ({ file, table }: Entry) => table === null && file.isNew === true && !skipped.has(file.name);
  return {
    tables: entries.filter(({ table, status }) => table !== null && status === 'ready').length,
    papers: entries.filter(isKept).length,
  };
}

/** State of a table as the list shows it: a table without rows has nothing to commit. */
export function tableStatus(table: TablePlan): TableStatus {
  const nothing = table.records === 0 && table.removed === 0;
  return table.status === 'ready' && nothing ? 'unchanged' : table.status;
}

/** The other tables with the same question that could be answered alike, each with its own candidate of that value. */
export function answersAlike(entries: readonly Entry[], entry: Entry, value: string): readonly Answer[] {
  const code = entry.table?.question?.code;
  return entries.flatMap(({ key, file, table }) => {
    if (!table || key === entry.key || table.question?.code !== code) return [];
    const candidate = table.question?.candidates.find((one) => one.value === value);
    return candidate ? [{ target: targetOf({ file, table }), choice: candidate.choice }] : [];
  });
}

/** What an answer given on a line is about: its table, or the file that has none. */
export function targetOf({ file, table }: Pick<Entry, 'file' | 'table'>): OverrideTarget {
  return { file: file.name, sheet: table?.sheet ?? null, part: table?.part ?? '' };
}

/** The open question of a line: of its table, or of the file itself (a password). */
export function questionOf({ file, table }: Entry): Question | null {
  return table ? table.question : file.question;
}

/** Number of findings of a severity in a table. */
export function findingCount(table: TablePlan | null, severity: Severity): number {
  return table?.findings.filter((finding) => finding.severity === severity).length ?? 0;
}

/** `?period=2022-W17`: the period most tables of an import are for, to look at next. */
export function periodQuery(result: ImportResult): string {
  const tables = new Map<string, number>();
  for (const { period } of result.files.flatMap((file) => file.tables)) {
    if (period) tables.set(period, (tables.get(period) ?? 0) + 1);
  }
  const [most] = [...tables].toSorted((a, b) => b[1] - a[1]);
  return most ? `?period=${most[0]}` : '';
}

/** Lines with one of the chosen states whose file, sheet, unit or duty holds the searched text. */
export function filterEntries(entries: readonly Entry[], status: EntryStatus | null, search: string): readonly Entry[] {
  const wanted = search.trim().toLowerCase();
  return entries.filter((entry) => {
    if (status !== null && entry.status !== status) return false;
    if (wanted === '') return true;
    const { file, table } = entry;
    const text = [
      file.name,
      file.mail?.sender,
      file.mail?.subject,
      table?.sheet,
      table?.unit?.name,
      table?.duty?.title,
      table?.templateTitle,
      table?.period,
    ];
    return text.some((part) => part?.toLowerCase().includes(wanted));
  });
}

/** A line keeps its key when the plan is made anew, whatever came before it; two files of one name in an archive differ by a number. */
function entriesOfFile(file: FilePlan): Entry[] {
  if (file.tables.length === 0) return [{ key: file.name, file, table: null, status: file.status }];
  return file.tables.map((table) => ({
    key: `${file.name}\n${table.sheet}\n${table.part}`,
    file,
    table,
    status: tableStatus(table),
  }));
}

function withOwnKeys(entries: readonly Entry[]): Entry[] {
  const uses = new Map<string, number>();
  return entries.map((entry) => {
    const used = uses.get(entry.key) ?? 0;
    uses.set(entry.key, used + 1);
    return used === 0 ? entry : { ...entry, key: `${entry.key}\n${used}` };
  });
}

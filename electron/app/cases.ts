import {
  type CaseEntry,
  type CasePaper,
  type CaseRecord,
  casePapers,
  caseRecords,
  countPieces,
  listCaseEntries,
  papersBeside,
} from '../../db/queries/cases.ts';
import type { ReadDb } from '../../db/types.ts';
import { adoptionField, isAdopted, REFUSING } from '../contract/caseAdoption.ts';
import type { CaseCounts, CaseItem, CasePage, CaseQuery } from '../contract/cases.ts';
import type { WrittenFile } from '../contract/circulars.ts';
import type { Template } from '../contract/templates.ts';
import type { Args } from '../contract.ts';
import { caseCounts } from '../core/caseCounts.ts';
import { caseTitle } from '../core/caseTitle.ts';
import { isMet } from '../core/grid.ts';
import { unlistedRemarks } from '../core/listedValue.ts';
import { periodTitle } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { withoutRefusals } from '../core/unknownDue.ts';
import { writeCaseListWorkbook } from '../io/workbooks/caseListWorkbook.ts';
import { type Context, type Directory, readDirectory } from './context.ts';
import { nowOf } from './moments.ts';
import { outputPath, writeOutput } from './outputs.ts';
import { cellsOf, periodsIn } from './status.ts';

const PAGE = 100;

/** A ledger of cases (案例台账), newest period and receipt first: records, articles and what was registered by hand, each once. */
export function listCases(context: Context, query: CaseQuery): CasePage {
  const db = context.store().read;
  return gather(context, db, readDirectory(db), { limit: PAGE, ...query });
}

/** How many cases each unit handed in month by month, as the grid counts them, and the periods that are over and short of the quota. */
export function countCases(context: Context, { template: id, year, asOf }: Args<'cases.counts'>): CaseCounts {
  const db = context.store().read;
  const directory = readDirectory(db);
  const template = templateOf(context, id);
  const moment = nowOf(asOf, context.deps.now);
  const duties = directory.duties.filter((duty) => duty.templates.includes(id));
  // A month is over and short whatever its due moment: a report due in January of an unknown year is counted like any other.
  const calendar = withoutRefusals(context.calendar);
  const at = { period: String(year), asOf: moment };
  const cells = cellsOf(db, { ...directory, duties }, at, { ...context, calendar }).filter((cell) => cell.assigned);
  return caseCounts({
    template: id,
    year,
    asOf: moment,
    units: directory.units.map((unit) => unit.id),
    pieces: countPieces(db, { template: template.id, duties: paperDuties(directory, id), year, moment }),
    // What is met, or met by a zero report where the notice takes one, lacks nothing whatever its number.
    owed: cells.map((cell) => ({ ...cell, isSettled: cell.status === 'exempt' || (isMet(cell) && cell.count === 0) })),
  });
}

/** Writes a ledger as `.xlsx`: unit and period, the template's columns in the standard's order, and where each case comes from. */
export async function writeCases(context: Context, { query, out }: Args<'cases.write'>): Promise<WrittenFile> {
  const db = context.store().read;
  const directory = readDirectory(db);
  const template = templateOf(context, query.template);
  const { cases } = gather(context, db, directory, { ...query, offset: 0, limit: undefined });
  const names = new Map(directory.units.map((unit) => [unit.id, unit.name]));
  const rows = cases.map((item) => ({ ...item, unit: names.get(item.unit) ?? item.unit }));
  const title = query.period === undefined ? '全部' : periodTitle(query.period);
  const path = await outputPath(context, out, `${template.title}台账-${title}.xlsx`);
  return writeOutput(path, await writeCaseListWorkbook(template, rows));
}

/** One case by `record.id`. Throws if there is none: only what was just written is asked for. */
export function caseOfRecord(context: Context, db: ReadDb, id: number): CaseItem {
  const [item] = itemsOf(context, db, readDirectory(db), [{ source: 'record', id }]);
  if (item === undefined) throw new Error(`record ${id} is gone`);
  return item;
}

/** The template of a ledger. */
export function templateOf({ resources }: Context, id: string): Template {
  const template = resources.templates.find((one) => one.id === id);
  if (!template) throw new Refusal('template_unknown', id);
  return template;
}

function gather(context: Context, db: ReadDb, directory: Directory, query: CaseQuery): CasePage {
  const { template, unit, period, search, adopted, offset = 0, limit = -1 } = query;
  templateOf(context, template);
  if (unit !== undefined && !directory.units.some((one) => one.id === unit)) throw new Refusal('unit_unknown', unit);
  const { total, pieces, entries } = listCaseEntries(db, {
    template,
    duties: paperDuties(directory, template),
    unit,
    periods: period === undefined ? null : periodsIn(directory, period, context.calendar),
    search: search?.trim(),
    adopted,
    refusing: REFUSING,
    offset,
    limit,
  });
  return { total, pieces, cases: itemsOf(context, db, directory, entries) };
}

/** Duties whose papers are cases of a template: it is the first ledger they fill, so that no paper is in two. */
function paperDuties({ duties }: Directory, template: string): string[] {
  return duties.flatMap((duty) => (duty.templates[0] === template ? [duty.id] : []));
}

function itemsOf(context: Context, db: ReadDb, directory: Directory, entries: readonly CaseEntry[]): CaseItem[] {
  const idsOf = (source: CaseEntry['source']): number[] =>
    entries.flatMap((entry) => (entry.source === source ? [entry.id] : []));
  const records = caseRecords(db, idsOf('record'));
  const papers = casePapers(db, idsOf('paper'));
  const periods = new Set([...records.values()].map(({ row }) => row.period));
  const beside = Map.groupBy(papersBeside(db, [...periods]), squareOf);
  const template = new Map(context.resources.templates.map((one) => [one.id, one]));
  return entries.flatMap((entry): CaseItem[] => {
    if (entry.source === 'paper') {
      const paper = papers.get(entry.id);
      const ledger = directory.duties.find((duty) => duty.id === paper?.submission.duty)?.templates[0];
      const known = template.get(ledger ?? '');
      return paper && known ? [paperItem(paper, known)] : [];
    }
    const found = records.get(entry.id);
    const known = found && template.get(found.row.template);
    if (!found || !known) return [];
    const papersOf = beside.get(squareOf(found.row)) ?? [];
    return [recordItem(found, known, papersOf)];
  });
}

function recordItem(
  { row, findings, isTyped }: CaseRecord,
  template: Template,
  beside: readonly { readonly id: number; readonly name: string }[],
): CaseItem {
  const field = adoptionField(template);
  return {
    id: row.lineage,
    template: template.id as CaseItem['template'], // the query's own
    unit: row.unit,
    period: row.period,
    title: caseTitle(row.values, template),
    values: row.values,
    findings,
    remarks: unlistedRemarks(row.values, template),
    compliant: row.compliant,
    adopted: field !== null && isAdopted(row.values[field]),
    receivedAt: row.receivedAt,
    origin: isTyped ? 'typed' : 'file',
    pieces: 1,
    attachments: beside.map(({ id, name }) => ({ id, name })),
  };
}

function paperItem({ submission, article }: CasePaper, template: Template): CaseItem {
  const title = article?.title || submission.note || submission.file || '';
  return {
    id: submission.id,
    template: template.id as CaseItem['template'], // the query's own
    unit: submission.unit,
    period: submission.period,
    title,
    values: { ...articleValues(template, title, article?.day ?? null) },
    findings: [],
    remarks: [],
    compliant: true,
    adopted: false,
    receivedAt: submission.receivedAt,
    origin: article ? 'article' : 'paper',
    pieces: submission.count,
    attachments: article ? [{ id: article.id, name: article.name }] : [],
  };
}

/** What an article says of itself, in the fields of a ledger that has them. */
function articleValues(template: Template, title: string, day: string | null): Record<string, string> {
  const has = (id: string): boolean => template.columns.some((column) => column.id === id);
  return {
    ...(has('title') && title !== '' ? { title } : {}),
    ...(has('publishedOn') && day !== null ? { publishedOn: day } : {}),
  };
}

function squareOf(of: { readonly unit: string | null; readonly duty: string | null; readonly period: string | null }) {
  return `${of.unit} ${of.duty} ${of.period}`;
}

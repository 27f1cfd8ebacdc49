import type { Evidenced, Question, Remark } from '../contract/imports.ts';
import { columnLetters } from './address.ts';
import type { ExtractedTable } from './extract.ts';
import type { Agencies } from './recogniseUnit.ts';
import { type RowSurvey, surveyRows } from './surveyRows.ts';
import type { RecognisedTable } from './tableFacts.ts';
import type { UnitMatcher } from './unitNames.ts';

/** The rows of one unit in a table of several (代报), as a table of their own. */
export interface UnitPart {
  /** `@xx-scjgj`; `@?` the rows whose agency nobody knows. */
  readonly part: string;
  readonly unit: Evidenced | null;
  readonly question: Question | null;
  readonly extracted: ExtractedTable;
  readonly survey: RowSurvey;
}

interface SplitInput extends RecognisedTable {
  readonly matcher: UnitMatcher;
  /** The unit whose part takes the skipped rows, if it has rows. */
  readonly lead?: string | null;
}

/**
 * Takes a table of several units apart by its agency column; row numbers stay. The rows that are skipped go with the first part, or the
 * lead's, so that `rows = records + skipped` holds in each. Null where the table has no agency column or no records.
 */
export function splitByUnit(table: SplitInput): UnitPart[] | null {
  const { template, columns, extracted, matcher, lead } = table;
  const { unitField } = template;
  const column = columns.find((c) => c.field === unitField);
  if (!column || unitField === null || extracted.records.length === 0) return null;
  const parts = new Map<string, { unit: Evidenced | null; rows: number[] }>();
  for (const row of extracted.records) {
    const text = extracted.take(row).cells.get(unitField)?.text.trim() ?? '';
    const [only, second] = matcher.mentionsIn(text).units;
    const unit = only && !second ? only.unit : null;
    const id = unit?.id ?? UNKNOWN;
    const part = parts.get(id);
    const evidence = `${columnLetters(column.column)}${row} ${text}（“${column.header}”列）`;
    if (part) part.rows.push(row);
    else parts.set(id, { unit: unit && { id: unit.id, name: unit.name, evidence }, rows: [row] });
  }
  const [first] = parts.keys();
  const keeper = lead && parts.has(lead) ? lead : first;
  return [...parts].map(([id, { unit, rows }]) => {
    const skipped = id === keeper ? extracted.skipped : [];
    const own = { ...extracted, rows: rows.length + skipped.length, records: rows, skipped };
    const survey = surveyRows({ ...table, extracted: own });
    const others = [...parts.values()].flatMap((part) => (part.unit ? [part.unit] : []));
    const question = unit === null ? unknownRows(rows, survey.agencies, others) : null;
    return { part: `@${id}`, unit, question, extracted: own, survey };
  });
}

/** Tells of each part what table it comes from. */
export function splitRemark(parts: readonly UnitPart[]): Remark {
  const header = parts.find((part) => part.survey.agencies.header !== '')?.survey.agencies.header ?? '';
  const shares = parts.map(({ unit, extracted }) => `${unit?.name ?? '单位不明'} ${extracted.records.length} 行`);
  return {
    code: 'split_rows',
    severity: 'notice',
    cell: null,
    message: `这张表按“${header}”列拆分到各单位：${shares.join('、')}。`,
  };
}

function unknownRows(rows: readonly number[], agencies: Agencies, others: readonly Evidenced[]): Question {
  const said = agencies.texts.slice(0, 3).map(({ text }) => `“${text}”`);
  const shown = rows.slice(0, 8).join('、') + (rows.length > 8 ? ` 等 ${rows.length} 行` : '');
  return {
    code: 'unit_unknown',
    message: `认不出第 ${shown} 行的报送单位：该列${said.length > 0 ? `写的是${said.join('、')}` : '没有填写'}。请选定单位，或不导入这些行。`,
    candidates: others.map(({ id, name, evidence }) => ({ value: id, label: name, evidence, choice: { unit: id } })),
  };
}

const UNKNOWN = '?';

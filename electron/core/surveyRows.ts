import type { CellContent } from '../contract/sheets.ts';
import type { Template } from '../contract/templates.ts';
import { columnLetters } from './address.ts';
import type { ExtractedRow } from './extract.ts';
import type { HeaderColumn } from './recogniseHeader.ts';
import type { Agencies } from './recogniseUnit.ts';
import { gatherFacts, type RecognisedTable, type TableFacts } from './tableFacts.ts';

/** A text of a column with its first cell. */
export interface ColumnText {
  readonly cell: string;
  readonly text: string;
}

/** What the rows of a table tell before any of them is checked. */
export interface RowSurvey {
  readonly agencies: Agencies;
  /** What the column of periods (统计期) says. */
  readonly periods: readonly ColumnText[];
  /** What a 情况说明 is about, row by row. */
  readonly matters: readonly ColumnText[];
  /** Of each date field the cells whose reading may depend on the column, each text once. */
  readonly dates: ReadonlyMap<string, readonly CellContent[]>;
  readonly facts: TableFacts;
}

/** Looks once through the rows below the header: the cells of a big sheet are made anew for each who asks. */
export function surveyRows(table: RecognisedTable): RowSurvey {
  const { view, template, headerRow, columns, extracted } = table;
  const agencies = gatherTexts(template.unitField, columns);
  const periods = gatherTexts(template.periodField ?? null, columns);
  const matters = gatherTexts(template.nothing?.matter ?? null, columns);
  const dates = gatherDates(template);
  const facts = gatherFacts(table);
  const records = new Set(extracted.records);
  for (const number of view.rowNumbers) {
    const row = number > headerRow ? view.row(number) : undefined;
    if (!row) continue;
    const isRecord = records.has(number);
    facts.see(row, isRecord);
    if (!isRecord) continue;
    const taken = extracted.take(number);
    agencies.see(taken);
    periods.see(taken);
    matters.see(taken);
    dates.see(taken);
  }
  return {
    agencies: agencies.found,
    periods: periods.found.texts,
    matters: matters.found.texts,
    dates: dates.found(),
    facts: facts.found,
  };
}

/** What a column says: each text once, with its first cell and its number of rows. */
function gatherTexts(field: string | null, columns: readonly HeaderColumn[]) {
  const column = columns.find((c) => c.field === field);
  if (!column || field === null) return { see: () => {}, found: { header: '', texts: [] } };
  const letters = columnLetters(column.column);
  const texts: { cell: string; text: string; rows: number }[] = [];
  const seen = new Map<string, (typeof texts)[number]>();
  const see = ({ row, cells }: ExtractedRow): void => {
    const text = cells.get(field)?.text.trim() ?? '';
    if (text === '') return;
    const known = seen.get(text);
    if (known) {
      known.rows++;
      return;
    }
    const first = { cell: `${letters}${row}`, text, rows: 1 };
    seen.set(text, first);
    texts.push(first);
  };
  return { see, found: { header: column.header, texts } };
}

function gatherDates(template: Template) {
  const fields = template.columns.filter((column) => column.type === 'date').map((column) => column.id);
  const texts = new Map(fields.map((field) => [field, new Map<string, CellContent>()]));
  const see = ({ cells }: ExtractedRow): void => {
    for (const [field, known] of texts) {
      const cell = cells.get(field);
      // Only texts can be slashed, and a date repeated in every row says nothing new.
      if (cell && cell.type !== 'date' && cell.type !== 'number' && !known.has(cell.text)) known.set(cell.text, cell);
    }
  };
  return { see, found: () => new Map([...texts].map(([field, known]) => [field, [...known.values()]])) };
}

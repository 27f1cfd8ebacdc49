import type { Candidate, Override, Question, Remark } from '../contract/imports.ts';
import type { Column, Template } from '../contract/templates.ts';
import { columnLetters } from './address.ts';
import { foldHeader } from './fold.ts';
import { type Proposal, proposeColumns } from './proposeColumns.ts';
import type { HeaderColumn } from './recogniseHeader.ts';

interface ColumnsInput {
  readonly template: Template;
  readonly headerRow: number;
  readonly columns: readonly HeaderColumn[];
  readonly override: Partial<Override>;
  /** The field a header was mapped to once, in whatever header line. */
  readonly remembered: (header: string) => string | null;
}

/** Two columns for one field, or a required column that is not there, with what headers look like it: proposed, never applied. */
export function columnQuestion(input: ColumnsInput): Question | null {
  const { template, columns, override } = input;
  for (const column of template.columns) {
    const claims = columns.filter((c) => c.field === column.id);
    if (claims.length > 1) return ambiguous(column, claims, input.headerRow);
  }
  const missing = missingColumns(input);
  const [first] = missing;
  if (!first || override.acceptMissingColumns) return null;
  return {
    code: 'column_missing',
    message: `缺少必填列：${missing.map((c) => c.name).join('、')}。请指定由哪一列填入，或确认确实没有（该列各行将记为错误）。`,
    candidates: [
      ...candidates(proposalsFor(input, missing), spareColumns(columns), first, input.headerRow),
      { value: 'accept', label: '确实没有这些列', evidence: '', choice: { acceptMissingColumns: true } },
    ],
  };
}

/** Tells which extra columns look like optional ones of the template; they stay extras until a clerk maps them. */
export function proposedColumns(input: ColumnsInput): Remark[] {
  const { template, columns, headerRow } = input;
  const asked = new Set(proposalsFor(input, missingColumns(input)).map((proposal) => proposal.header));
  const optional = template.columns.filter((c) => !c.required && !columns.some((known) => known.field === c.id));
  return proposalsFor(input, optional)
    .filter((proposal) => !asked.has(proposal.header) && proposal.likeness >= NEARLY_SURE)
    .map(({ header, column, like }) => ({
      code: 'proposed_column',
      severity: 'notice',
      cell: `${columnLetters(header.column)}${headerRow}`,
      message: `${at(header)}与“${like}”相近，可能是“${column.name}”。没有自动对应，该列作为附加列保留；如果是，请指定。`,
    }));
}

/** An optional column is only spoken of where hardly anything else can be meant. */
const NEARLY_SURE = 0.75;
const MOST_SHOWN = 5;

function ambiguous(column: Column, claims: readonly HeaderColumn[], headerRow: number): Question {
  return {
    code: 'column_ambiguous',
    message: `有 ${claims.length} 列都像“${column.name}”：${claims.map(at).join('、')}。请选定用哪一列。`,
    candidates: claims.map((claim) => ({
      value: columnLetters(claim.column),
      label: at(claim),
      evidence: `第 ${headerRow} 行表头`,
      choice: {
        columns: Object.fromEntries(
          claims.map((c) => [columnLetters(c.column), c.column === claim.column ? column.id : null]),
        ),
      },
    })),
  };
}

const missingColumns = ({ template, columns }: ColumnsInput): Column[] =>
  template.columns.filter((c) => c.required && !columns.some((known) => known.field === c.id));

const spareColumns = (columns: readonly HeaderColumn[]): HeaderColumn[] =>
  columns.filter((c) => c.field === null && !/^(序号|编号|备注)$/u.test(foldHeader(c.header)));

/** Each header for one column and each column from one header, the best fits first; what the memory knows fits best. */
function proposalsFor({ columns, remembered }: ColumnsInput, wanted: readonly Column[]): Proposal<HeaderColumn>[] {
  const spare = spareColumns(columns);
  const known = spare.flatMap((header) => {
    const column = wanted.find((c) => c.id === remembered(header.header));
    return column ? [{ header, column, like: '', likeness: 1 }] : [];
  });
  const taken: Proposal<HeaderColumn>[] = [];
  for (const proposal of [...known, ...proposeColumns(spare, wanted)])
    if (!taken.some((t) => t.header === proposal.header || t.column === proposal.column)) taken.push(proposal);
  return taken;
}

function candidates(
  proposals: readonly Proposal<HeaderColumn>[],
  spare: readonly HeaderColumn[],
  first: Column,
  headerRow: number,
): Candidate[] {
  const near = proposals.map(({ header, column, like }) => ({
    value: columnLetters(header.column),
    label: `${at(header)} 作为“${column.name}”`,
    evidence: `第 ${headerRow} 行表头${like === '' ? '（记忆：曾由经办人这样指定）' : `，与“${like}”相近`}`,
    choice: { columns: { [columnLetters(header.column)]: column.id } },
  }));
  const rest = spare
    .filter((c) => !proposals.some((proposal) => proposal.header === c))
    .slice(0, Math.max(0, MOST_SHOWN - near.length))
    .map((c) => ({
      value: columnLetters(c.column),
      label: `${at(c)} 作为“${first.name}”`,
      evidence: `第 ${headerRow} 行表头`,
      choice: { columns: { [columnLetters(c.column)]: first.id } },
    }));
  if (near.length < 2) return [...near, ...rest];
  const together: Candidate = {
    value: near.map((candidate) => candidate.value).join('+'),
    label: near.map((candidate) => candidate.label).join('；'),
    evidence: `第 ${headerRow} 行表头，各与应有的列相近`,
    choice: { columns: Object.assign({}, ...near.map((candidate) => candidate.choice.columns)) },
  };
  return [together, ...near, ...rest];
}

const at = (column: HeaderColumn): string => `${columnLetters(column.column)} 列“${column.header}”`;

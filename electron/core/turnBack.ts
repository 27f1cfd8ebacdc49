import type { Finding } from '../contract/findings.ts';
import type { Override, Question } from '../contract/imports.ts';
import { cellAddress, columnLetters, columnNumber, rowNumber } from './address.ts';
import type { AnalysedRecord, AnalysedTable, SheetAnalysis } from './analysed.ts';
import type { TurnedSheet } from './turnSheet.ts';

/**
 * The analysis of a turned sheet with the addresses of the sheet as it lies. A record's row is the number of its column; a column's
 * letters count the rows (`C` is row 3), as in the answers that name it.
 */
export function turnBack(analysed: SheetAnalysis, sheet: TurnedSheet, isChosen: boolean): SheetAnalysis {
  if (analysed.kind !== 'table') return analysed;
  const { offset } = sheet;
  const moveFinding = (finding: Finding): Finding => findingBack(finding, sheet);
  return {
    ...analysed,
    headerRow: analysed.headerRow - offset,
    question: isChosen ? analysed.question : turnQuestion(analysed, sheet),
    unit: analysed.unit && { ...analysed.unit, evidence: evidenceBack(analysed.unit.evidence, offset) },
    records: analysed.records.map(
      (record): AnalysedRecord => ({ ...record, row: record.row - offset, findings: record.findings.map(moveFinding) }),
    ),
    skipped: analysed.skipped.map((skip) => ({ ...skip, row: skip.row - offset })),
    otherFindings: analysed.otherFindings.map(moveFinding),
    corrections: analysed.corrections.map((mended) => ({ ...mended, cell: cellBack(mended.cell, offset) })),
    remarks: analysed.remarks.map((remark) => ({ ...remark, cell: remark.cell && cellBack(remark.cell, offset) })),
  };
}

/** The clerk's answers, which name cells of the sheet as it lies, for the turned one. */
export function turnAnswers(override: Partial<Override>, { offset }: TurnedSheet): Partial<Override> {
  const { cells } = override;
  if (!cells) return override;
  return { ...override, cells: cells.map((mended) => ({ ...mended, cell: cellThere(mended.cell, offset) })) };
}

function turnQuestion({ records }: AnalysedTable, { fields, view }: TurnedSheet): Question {
  return {
    code: 'column_ambiguous',
    message: `工作表“${view.sheet.name}”的表是横放的：${fields} 从上到下是字段名，每条记录占一列。请确认转置后读取，或不导入此表。`,
    candidates: [
      {
        value: 'transpose',
        label: `转置后读取（${records.length} 条记录）`,
        evidence: fields,
        choice: { transpose: true },
      },
    ],
  };
}

/** A finding about a record as a whole points at the head of its column. */
function findingBack(finding: Finding, { offset, firstRow }: TurnedSheet): Finding {
  const cell =
    finding.cell !== null
      ? cellBack(finding.cell, offset)
      : finding.row === null
        ? null
        : cellAddress(finding.row - offset, firstRow);
  const isTwin = finding.rule === 'duplicate_row' || finding.rule === 'duplicate_record';
  const message = isTwin
    ? finding.message.replace(/第 (\d+) 行/u, (_, row: string) => `第 ${columnLetters(Number(row) - offset)} 列`)
    : finding.message;
  return { ...finding, cell, row: cell === null ? null : rowNumber(cell), message };
}

function evidenceBack(evidence: string, offset: number): string {
  return evidence.replace(/^[A-Z]+\d+(?= )/u, (cell) => (rowNumber(cell) > offset ? cellBack(cell, offset) : cell));
}

const cellBack = (cell: string, offset: number): string => cellAddress(rowNumber(cell) - offset, columnNumber(cell));
const cellThere = (cell: string, offset: number): string => cellAddress(rowNumber(cell), columnNumber(cell) + offset);

import type { Finding, Severity } from '../contract/findings.ts';
import type { AnalysedTable, SheetAnalysis } from './analysed.ts';

/** Tells of tables whose rows stand in an earlier table of the file, too: a sheet copied and left behind. The rows count once. */
export function tellCopies(analysed: readonly SheetAnalysis[], severity: Severity): SheetAnalysis[] {
  const earlier: AnalysedTable[] = [];
  return analysed.map((one) => {
    if (one.kind !== 'table') return one;
    const source = earlier.find((table) => table.template === one.template && sharesRows(table, one));
    earlier.push(one);
    return source ? { ...one, otherFindings: [...one.otherFindings, copyFinding(source, one, severity)] } : one;
  });
}

/** Whether every row of a table is one of another's. */
function sharesRows({ records }: AnalysedTable, copy: AnalysedTable): boolean {
  if (copy.records.length === 0 || copy.records.length > records.length) return false;
  const contents = new Set(records.map((record) => record.sent));
  return copy.records.every((record) => contents.has(record.sent));
}

function copyFinding(source: AnalysedTable, copy: AnalysedTable, severity: Severity): Finding {
  const message = `${nameOf(copy)}的 ${copy.records.length} 行都与${nameOf(source)}的相同，只计一次。若是留下的副本，请单位删去。`;
  const about = { row: null, cell: null, column: null, field: null, value: '' };
  return { ...about, rule: 'duplicate_row', severity, message };
}

const nameOf = ({ sheet, part }: AnalysedTable): string => `“${sheet}”${part === '' ? '' : ` ${part}`}`;

import { hash } from 'node:crypto';
import type { SheetAnalysis } from '../../core/analysed.ts';

/** Puts hashes in the place of the contents that rows are compared by: done in the worker, a third of the text need not cross to the app. */
export function hashContents(sheets: readonly SheetAnalysis[]): SheetAnalysis[] {
  return sheets.map((sheet) =>
    sheet.kind === 'table'
      ? {
          ...sheet,
          records: sheet.records.map((record) => {
            const content = shortHash(record.content);
            return { ...record, content, sent: record.sent === record.content ? content : shortHash(record.sent) };
          }),
        }
      : sheet,
  );
}

/** 128 bits are plenty to tell rows of one scope apart. */
function shortHash(content: string): string {
  return hash('sha256', content, 'base64url').slice(0, 22);
}

import type { Question } from '../contract/imports.ts';
import type { Period } from '../contract/time.ts';
import { periodTitle } from './period.ts';

/** A correction lacks rows that are stored: are they to stay? */
export function removedQuestion(missing: number, stored: number): Question {
  return {
    code: 'removed_rows',
    message: `这是一份更正件，但已入库 ${stored} 条中有 ${missing} 条不在其中。请选择保留还是删除这些记录。`,
    candidates: [
      { value: 'keep', label: `保留这 ${missing} 条`, evidence: '', choice: { removedRows: 'keep' } },
      { value: 'remove', label: `删除这 ${missing} 条`, evidence: '', choice: { removedRows: 'remove' } },
    ],
  };
}

/** A returned workbook came back with nothing of what was returned: new rows typed over the old ones belong to another period. */
export function reusedQuestion(returned: Period, arrived: Period): Question {
  const candidate = (period: Period, evidence: string): Question['candidates'][number] => ({
    value: period,
    label: periodTitle(period),
    evidence,
    choice: { period },
  });
  return {
    code: 'period_conflict',
    message: `本表用的是退回${periodTitle(returned)}报送的文件，但里面没有一条是当时退回的记录。请选定报送期。`,
    candidates: [candidate(returned, '退回件内置标识'), candidate(arrived, '收到时间')],
  };
}

/** Some of what is stored comes again, less than half of it. */
export function resendQuestion(overlap: number, stored: number): Question {
  return {
    code: 'resend_or_addition',
    message: `已入库 ${stored} 条中只有 ${overlap} 条再次出现。请说明这是更正件还是补充件。`,
    candidates: [
      { value: 'correction', label: '更正件（以本次为准）', evidence: '', choice: { resend: 'correction' } },
      { value: 'addition', label: '补充件（在原有基础上增加）', evidence: '', choice: { resend: 'addition' } },
    ],
  };
}

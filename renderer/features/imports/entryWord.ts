import { FILE_STATUS_WORDS, TABLE_STATUS_WORDS } from '../../words.ts';
import type { EntryStatus } from './entries.ts';

/** 可提交, 有疑问 … of a file or table. */
export function entryWord(status: EntryStatus): string {
  return status === 'skipped' ? TABLE_STATUS_WORDS.skipped : FILE_STATUS_WORDS[status];
}

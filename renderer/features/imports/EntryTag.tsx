import { Tag } from 'antd';
import type { EntryStatus } from './entries.ts';
import { entryWord } from './entryWord.ts';

const LOOKS: Readonly<Record<EntryStatus, { readonly color: string; readonly sign: string }>> = {
  ready: { color: 'green', sign: '✓' },
  committed: { color: 'green', sign: '✓' },
  question: { color: 'orange', sign: '?' },
  unchanged: { color: 'default', sign: '=' },
  skipped: { color: 'default', sign: '–' },
  rejected: { color: 'red', sign: '✕' },
  attachment: { color: 'blue', sign: '▤' },
};

/** State of a file or table of the import with sign, colour and word. */
export function EntryTag({ status }: { readonly status: EntryStatus }) {
  const look = LOOKS[status];
  return (
    <Tag color={look.color} variant="outlined" data-entry-status={status}>
      {look.sign} {entryWord(status)}
    </Tag>
  );
}

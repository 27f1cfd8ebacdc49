import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './served.ts';

/** What the generator of the sample inbox says of its files. */
export interface InboxFile {
  readonly name: string;
  readonly status: 'ready' | 'question' | 'rejected' | 'attachment';
  readonly code: string | null;
  readonly tables: readonly {
    readonly records: number;
    readonly unit: string | null;
    readonly question: string | null;
  }[];
}

/** The folder to drop. */
export const INBOX = path.join(ROOT, 'test', 'fixtures', 'inbox');

/** The same files as import sources, for what needs data but is not about importing. */
export const INBOX_SOURCES = readdirSync(INBOX).map((name) => ({ path: path.join(INBOX, name), name }));

/** When it reached the office. */
export const RECEIVED = '2022-04-29 16:00';

const manifest = JSON.parse(readFileSync(path.join(ROOT, 'test', 'fixtures', 'inbox.manifest.json'), 'utf8')) as {
  readonly files: readonly InboxFile[]; // written by our own generator
};

export const INBOX_FILES = manifest.files;

/** Tables of files with this status, without and with an open question. */
export function tablesOf(files: readonly InboxFile[], question: boolean): number {
  return files.flatMap((file) => file.tables).filter((table) => (table.question !== null) === question).length;
}

export function filesWith(status: InboxFile['status']): readonly InboxFile[] {
  return INBOX_FILES.filter((file) => file.status === status);
}

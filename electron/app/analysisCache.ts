import { createHash } from 'node:crypto';
import type { AnalysedFile } from '../io/intake/intakeMessages.ts';
import type { Context } from './context.ts';

/**
 * Analyses of the files last looked at, so that an answer about one file does not read the other 199 again, and a commit does not read
 * what its preview has read. An entry is found only with everything its analysis depended on: of encrypted files that is the passwords,
 * too.
 */
export interface AnalysisCache {
  get(key: string, passwords: readonly string[]): AnalysedFile | undefined;
  put(key: string, passwords: readonly string[], analysed: AnalysedFile): void;
  /** Drops what was not asked for since the last call of this: the clerk has gone on to other files. */
  forgetOthers(): void;
}

const caches = new WeakMap<Context, AnalysisCache>();

/** The cache of an application; it lives as long as the application. */
export function analysisCacheOf(context: Context): AnalysisCache {
  const found = caches.get(context) ?? createAnalysisCache();
  caches.set(context, found);
  return found;
}

/** Rows held at most, 3 kB each: beyond, files are read again. */
const MOST_ROWS = 120_000;

function createAnalysisCache(): AnalysisCache {
  const entries = new Map<string, AnalysedFile>();
  let asked = new Set<string>();
  const rowsHeld = (): number => [...entries.values()].reduce((sum, analysed) => sum + rowsOf(analysed), 0);
  return {
    get(key, passwords) {
      const places = [key, keyOf(key, passwords)];
      for (const place of places) asked.add(place);
      return places.map((place) => entries.get(place)).find((found) => found !== undefined);
    },
    put(key, passwords, analysed) {
      if (!isLasting(analysed) || rowsHeld() + rowsOf(analysed) > MOST_ROWS) return;
      entries.set(analysed.kind === 'workbook' && analysed.locked ? keyOf(key, passwords) : key, analysed);
    },
    forgetOthers() {
      for (const key of entries.keys()) if (!asked.has(key)) entries.delete(key);
      asked = new Set();
    },
  };
}

/** What is refused may be read the next time: with a password, on a machine less busy. It is refused quickly, too. */
function isLasting({ kind }: AnalysedFile): boolean {
  return kind !== 'refused';
}

function rowsOf(analysed: AnalysedFile): number {
  if (analysed.kind !== 'workbook') return 0;
  return analysed.sheets.reduce((sum, sheet) => sum + (sheet.kind === 'table' ? sheet.records.length : 0), 0);
}

/** One text for values an analysis depends on. */
export function keyOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

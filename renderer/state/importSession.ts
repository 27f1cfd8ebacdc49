import { create } from 'zustand';
import type { ImportResult, ImportSource, Override } from '../../electron/contract/imports.ts';
import type { Progress } from '../../electron/contract/reply.ts';
import type { Moment } from '../../electron/contract/time.ts';
import type { RequestError } from '../api/requestError.ts';

export interface ImportBusy {
  readonly work: 'hand-over' | 'preview' | 'commit';
  readonly progress: Progress | undefined;
}

/** The import a clerk is at: what was dropped, what was answered, and the plan made from it. Survives a look at another screen. */
export interface ImportSession {
  readonly sources: readonly ImportSource[];
  /** When the files reached the office; null: now, or the mail's own date. */
  readonly received: Moment | null;
  /** Passwords of encrypted files, tried on each of them. In memory only, gone with the session. */
  readonly passwords: readonly string[];
  readonly overrides: readonly Override[];
  readonly plan: ImportResult | null;
  /** The answer of the last commit, shown as receipt. */
  readonly receipt: ImportResult | null;
  readonly selected: string | null;
  /** Keys of the lines answered since the plan was made: their questions are being settled. */
  readonly answered: readonly string[];
  readonly busy: ImportBusy | null;
  readonly error: RequestError | null;
}

export const EMPTY_SESSION: ImportSession = {
  sources: [],
  received: null,
  passwords: [],
  overrides: [],
  plan: null,
  receipt: null,
  selected: null,
  answered: [],
  busy: null,
  error: null,
};

export const useImportSession = create<ImportSession>(() => EMPTY_SESSION);

import type { AsOf } from './asOf.ts';
import type { Chase, ChaseDraft } from './chases.ts';
import type { WrittenFile } from './circulars.ts';
import type { PaperSummary } from './papers.ts';
import type { ReminderFormat, ReminderList, ReminderSettings, ReminderWording } from './reminders.ts';
import type { Day, Period } from './time.ts';

/** Which things owed; without `period` everything owed or soon due at the moment, whatever period it is about. */
export type ReminderQuery = AsOf & {
  readonly period?: Period | undefined;
  readonly duties?: readonly string[] | undefined;
  readonly units?: readonly string[] | undefined;
};

type By = { readonly by?: string | undefined };

/** Who owes what, and how they were reminded of it: part of the one map of requests. Nothing is sent by the program. */
export interface ReminderRequests {
  'reminders.list': { args: ReminderQuery; result: ReminderList };
  /** Without `out` a name of its own in the data folder's `outputs`. */
  'reminders.write': {
    args: ReminderQuery & { readonly format: ReminderFormat; readonly out?: string | undefined };
    result: WrittenFile;
  };
  /**
   * 催报函: one `.docx` per unit or one merged file. Each is a paper of the register, frozen; `numbered`: each with a 发文字号. Letters about what a
   * unit had one for on the same day are refused (`letter_again`) unless `again`. `out` is a folder.
   */
  'reminders.letters': {
    args: ReminderQuery &
      By & {
        readonly merged: boolean;
        readonly numbered: boolean;
        readonly again?: boolean | undefined;
        readonly date?: Day | undefined;
        readonly out?: string | undefined;
      };
    result: { readonly papers: readonly PaperSummary[]; readonly files: readonly WrittenFile[] };
  };
  /** Draft mails (`.eml`, `X-Unsent: 1`), one per unit with an address; `without` names those that have none, or a misspelt one and which. `out` is a folder. */
  'reminders.mails': {
    args: ReminderQuery & { readonly out?: string | undefined };
    result: { readonly files: readonly WrittenFile[]; readonly without: readonly string[] };
  };
  'reminders.settings': {
    args: Record<string, never>;
    result: { readonly settings: ReminderSettings; readonly wording: ReminderWording; readonly isOwn: boolean };
  };
  /** `wording: null`: the words that ship. */
  'reminders.saveSettings': {
    args: By & {
      readonly settings?: ReminderSettings | undefined;
      readonly wording?: ReminderWording | null | undefined;
    };
    result: { readonly settings: ReminderSettings; readonly wording: ReminderWording; readonly isOwn: boolean };
  };
  /** Newest first, at most `limit`: a log of years is some 100,000 lines. `withVoid`: also those whose 催报函 was made void. */
  'chases.list': {
    args: {
      readonly limit?: number | undefined;
      readonly withVoid?: boolean | undefined;
      readonly unit?: string | undefined;
      readonly duty?: string | undefined;
      readonly period?: Period | undefined;
      readonly from?: Day | undefined;
      readonly to?: Day | undefined;
    };
    result: readonly Chase[];
  };
  'chases.add': { args: By & { readonly draft: ChaseDraft }; result: readonly Chase[] };
  'chases.withdraw': { args: By & { readonly id: number }; result: Chase };
}

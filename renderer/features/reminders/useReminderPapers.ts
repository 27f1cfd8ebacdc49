import { App } from 'antd';
import { useState } from 'react';
import type { WrittenFile } from '../../../electron/contract/circulars.ts';
import type { PaperSummary } from '../../../electron/contract/papers.ts';
import type { ReminderQuery } from '../../../electron/contract/reminderRequests.ts';
import type { ReminderFormat } from '../../../electron/contract/reminders.ts';
import type { Day } from '../../../electron/contract/time.ts';
import { bridge } from '../../api/bridge.ts';
import { saveWritten } from '../../api/files.ts';
import { useAction } from '../../api/useAction.ts';
import { useRequest } from '../../api/useRequest.ts';
import { useAppInfo } from '../../state/appInfo.ts';
import { byOperator } from '../../state/operator.ts';
import { lettersDone, mailsDone } from '../../words/reminderPapers.ts';
import { REMINDER_WORDS } from '../../words/reminders.ts';
import { nextNumber, takesLetter } from './registrationText.ts';
import type { RemindersView } from './useReminders.ts';

/** What of the list decides whom papers are for. */
type ListedReminders = Pick<RemindersView, 'query' | 'list' | 'items' | 'chosen'>;

/** How the letters are to be written. */
export interface LetterChoice {
  readonly merged: boolean;
  readonly numbered: boolean;
  readonly date: Day;
  /** Once more about what they had a letter for on this day. */
  readonly again: boolean;
}

/** What leaves the office from the list: the list itself, letters and draft mails. */
export function useReminderPapers({ query, list, items, chosen }: ListedReminders) {
  const { message } = App.useApp();
  const today = useAppInfo().now.slice(0, 10);
  const [choice, setChoice] = useState<LetterChoice>({ merged: false, numbered: false, date: today, again: false });
  const [open, setOpen] = useState<'letters' | 'mails' | null>(null);
  const listing = useAction('reminders.write');
  const lettering = useAction('reminders.letters');
  const mailing = useAction('reminders.mails');
  const numbers = useRequest('numbers.list', open === 'letters' ? { year: Number(choice.date.slice(0, 4)) } : null);
  const [letters, setLetters] = useState<{ papers: readonly PaperSummary[]; files: readonly WrittenFile[] } | null>(
    null,
  );
  const [mails, setMails] = useState<{ files: readonly WrittenFile[]; without: readonly string[] } | null>(null);
  // Of the chosen lines their units, without any all that are shown; a paper tells all that its unit owes.
  const wanted = new Set((chosen.length > 0 ? chosen : items).map(({ unit }) => unit));
  const about = list?.items.filter(({ unit }) => wanted.has(unit)) ?? [];
  const narrowed: ReminderQuery = { ...query, units: [...wanted] };
  const desk = bridge();

  const save = async (file: WrittenFile) => {
    const name = await saveWritten(file);
    if (name !== null) message.success(`${REMINDER_WORDS.exported}：${name}`);
  };
  return {
    open,
    begin: (what: 'letters' | 'mails') => {
      setLetters(null);
      setMails(null);
      lettering.clearError();
      setChoice((before) => ({ ...before, again: false }));
      mailing.clearError();
      setOpen(what);
    },
    close: () => setOpen(null),
    /** For whom a draft mail would be, and for whom a letter. */
    mailed: about,
    lettered: about.filter(takesLetter),
    /** Units that are no more: no letter, whatever they left open. */
    ended: about.filter(({ ended }) => ended !== undefined),
    isSelection: chosen.length > 0,
    choice,
    choose: (part: Partial<LetterChoice>) => setChoice((before) => ({ ...before, ...part })),
    nextNumber: nextNumber(numbers.data, choice.date),
    letters,
    mails,
    listing,
    lettering,
    mailing,
    /** The list of what is asked for; with lines chosen of their units, else of the units shown. */
    exportAs: async (format: ReminderFormat) => {
      const file = await listing.run({ ...narrowed, format });
      if (file) await save(file);
    },
    writeLetters: async () => {
      const done = await lettering.run({ ...narrowed, ...choice, ...byOperator() });
      if (!done) return;
      setLetters(done);
      message.success(lettersDone(done.papers.length));
    },
    writeMails: async () => {
      const done = await mailing.run(narrowed);
      if (!done) return;
      setMails(done);
      message.success(mailsDone(done.files.length));
    },
    save,
    saveAll: async (files: readonly WrittenFile[]) => {
      for (const file of files) await save(file);
    },
    /** Only in the desktop window. */
    showFolder: desk ? (file: WrittenFile) => desk.showInFolder(file.path) : null,
  };
}

export type ReminderPapersView = ReturnType<typeof useReminderPapers>;

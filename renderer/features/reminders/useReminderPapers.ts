import { App } from 'antd';
import { useState } from 'react';
import type { WrittenFile } from '../../../electron/contract/circulars.ts';
import type { PaperSummary } from '../../../electron/contract/papers.ts';
import type { ReminderQuery } from '../../../electron/contract/reminderRequests.ts';
import type { ReminderFormat, ReminderItem } from '../../../electron/contract/reminders.ts';
import type { Day } from '../../../electron/contract/time.ts';
import { bridge } from '../../api/bridge.ts';
import { saveWritten } from '../../api/files.ts';
import { useAction } from '../../api/useAction.ts';
import { useRequest } from '../../api/useRequest.ts';
import { useAppInfo } from '../../state/appInfo.ts';
import { byOperator } from '../../state/operator.ts';
import { REMINDER_WORDS } from '../../words/reminders.ts';

/** How the letters are to be written. */
export interface LetterChoice {
  readonly merged: boolean;
  readonly numbered: boolean;
  readonly date: Day | null;
}

/** What leaves the office from the list: the list itself, letters and draft mails. */
export function useReminderPapers(
  query: ReminderQuery,
  shown: readonly ReminderItem[],
  chosen: readonly ReminderItem[],
) {
  const { message } = App.useApp();
  const year = Number(useAppInfo().now.slice(0, 4));
  const [open, setOpen] = useState<'letters' | 'mails' | null>(null);
  const listing = useAction('reminders.write');
  const lettering = useAction('reminders.letters');
  const mailing = useAction('reminders.mails');
  const numbers = useRequest('numbers.list', open === 'letters' ? { year } : null);
  const [letters, setLetters] = useState<{ papers: readonly PaperSummary[]; files: readonly WrittenFile[] } | null>(
    null,
  );
  const [mails, setMails] = useState<{ files: readonly WrittenFile[]; without: readonly string[] } | null>(null);
  // Of the chosen lines their units; without any all that are shown.
  const about = chosen.length > 0 ? chosen : shown;
  const narrowed: ReminderQuery = { ...query, units: about.map(({ unit }) => unit) };
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
      mailing.clearError();
      setOpen(what);
    },
    close: () => setOpen(null),
    units: about,
    isSelection: chosen.length > 0,
    /** Of a unit of the list. */
    unitName: (id: string) => about.find(({ unit }) => unit === id)?.name ?? id,
    nextNumber: numbers.data?.next,
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
    writeLetters: async ({ merged, numbered, date: day }: LetterChoice) => {
      const dated = day === null ? {} : { date: day };
      const done = await lettering.run({ ...narrowed, merged, numbered, ...dated, ...byOperator() });
      if (done) setLetters(done);
    },
    writeMails: async () => {
      const done = await mailing.run(narrowed);
      if (done) setMails(done);
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

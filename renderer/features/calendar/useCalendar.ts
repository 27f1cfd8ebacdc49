import { App } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { CalendarDraft, CalendarEffect } from '../../../electron/contract/calendar.ts';
import type { Day } from '../../../electron/contract/time.ts';
import { filesOfList, handOver } from '../../api/files.ts';
import { asRequestError, type RequestError } from '../../api/requestError.ts';
import { useAction } from '../../api/useAction.ts';
import { useDirectory } from '../../api/useDirectory.ts';
import { useRequest } from '../../api/useRequest.ts';
import { useAppInfo } from '../../state/appInfo.ts';
import { byOperator } from '../../state/operator.ts';
import { CALENDAR_WORDS as W } from '../../words/calendar.ts';
import type { CountyDraft } from './CountyDrawer.tsx';

/** The year shown, the notice being read, and the county's days. */
export function useCalendar() {
  const { message } = App.useApp();
  const { now } = useAppInfo();
  const [params, setParams] = useSearchParams();
  const year = Number(params.get('year') ?? now.slice(0, 4));
  const directory = useDirectory();
  const shown = useRequest('calendar.show', { year });
  const reading = useAction('calendar.read');
  const saving = useAction('calendar.save');
  const county = useAction('calendar.saveCounty');
  const [importing, setImporting] = useState(false);
  const [fileError, setFileError] = useState<RequestError>();
  const [draft, setDraft] = useState<CalendarDraft | null>(null);
  const [countyDay, setCountyDay] = useState<{ readonly day: Day | null } | null>(null);
  const resetting = useAction('calendar.reset');
  const [countyEffect, setCountyEffect] = useState<CalendarEffect | null>(null);
  const [resetEffect, setResetEffect] = useState<CalendarEffect | null>(null);
  const showYear = (next: number) =>
    setParams((before) => {
      before.set('year', String(next));
      return before;
    });
  const read = async (source: { readonly text: string } | { readonly path: string }) => {
    const answer = await reading.run(source);
    if (answer) setDraft(answer);
  };
  return {
    year,
    today: now.slice(0, 10),
    tab: params.get('tab') === 'due' ? 'due' : 'year',
    showTab: (tab: string) =>
      setParams((before) => {
        before.set('tab', tab);
        return before;
      }),
    showYear,
    shown,
    // The answer for another year stays until the new one comes.
    data: shown.data?.year === year ? shown.data : undefined,
    directory,
    notice: {
      open: importing,
      draft,
      busy: reading.busy || saving.busy,
      error: fileError ?? reading.error ?? saving.error,
      begin: () => setImporting(true),
      readText: (text: string) => read({ text }),
      async readFile(files: FileList | null) {
        setFileError(undefined);
        try {
          const [file] = await handOver(filesOfList(files), () => undefined, new AbortController().signal);
          if (file) await read({ path: file.path });
        } catch (thrown) {
          setFileError(asRequestError(thrown));
        }
      },
      async save() {
        if (!draft) return;
        const saved = await saving.run({ notice: draft.notice, ...byOperator() });
        if (!saved) return;
        message.success(`${W.saved}：${saved.year.year} 年`);
        setImporting(false);
        setDraft(null);
        showYear(saved.year.year);
      },
      again() {
        saving.clearError();
        setDraft(null);
      },
      close() {
        setImporting(false);
        setDraft(null);
        setFileError(undefined);
        reading.clearError();
        saving.clearError();
      },
    },
    reset: {
      busy: resetting.busy,
      error: resetting.error,
      clearError: resetting.clearError,
      effect: resetEffect,
      seen: () => setResetEffect(null),
      async run() {
        const done = await resetting.run({ year, ...byOperator() });
        if (done) setResetEffect(done);
      },
    },
    county: {
      open: countyDay !== null,
      day: countyDay?.day ?? null,
      effect: countyEffect,
      busy: county.busy,
      error: county.error,
      begin(day: Day | null) {
        setCountyEffect(null);
        county.clearError();
        setCountyDay({ day });
      },
      async save(written: CountyDraft): Promise<boolean> {
        const saved = await county.run({ ...written, ...byOperator() });
        if (!saved) return false;
        message.success(`${written.kind === null ? W.countyRemoved : W.countySaved} ${written.day}`);
        setCountyEffect(saved);
        return true;
      },
      close: () => setCountyDay(null),
    },
  };
}

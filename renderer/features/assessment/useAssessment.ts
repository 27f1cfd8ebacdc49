import { App } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { FigureRef } from '../../../electron/contract/figures.ts';
import type { Moment } from '../../../electron/contract/time.ts';
import { saveWritten } from '../../api/files.ts';
import { useAction } from '../../api/useAction.ts';
import { useDirectory } from '../../api/useDirectory.ts';
import { useRequest } from '../../api/useRequest.ts';
import { paperLink } from '../../parts/links.ts';
import { byOperator } from '../../state/operator.ts';
import { usePeriod } from '../../state/usePeriod.ts';
import { ASSESSMENT_WORDS as W } from '../../words/assessment.ts';
import { resultRows } from './resultRows.ts';

const TABS = ['results', 'batch', 'objections', 'scheme'] as const;
export type AssessmentTab = (typeof TABS)[number];

/** The year's score as it stood at a moment, what was typed and objected to, and what is written from it. */
export function useAssessment() {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [period] = usePeriod();
  const [params, setParams] = useSearchParams();
  const [asOf, setAsOf] = useState<Moment | null>(null);
  // While a table of entries is being sent, every one of them would count the whole year again.
  const [isSending, setSending] = useState(false);
  const [figure, setFigure] = useState<{ readonly ref: FigureRef; readonly shown: string } | null>(null);
  const asked = Number(params.get('year'));
  const year =
    Number.isInteger(asked) && asked >= FIRST_YEAR && asked <= LAST_YEAR ? asked : Number(period.slice(0, 4));
  const at = { year, ...(asOf === null ? {} : { asOf }) };
  const directory = useDirectory();
  const answer = useRequest('assessment.get', isSending ? null : at);
  const entries = useRequest('assessment.entries', isSending ? null : { year });
  const objections = useRequest('assessment.objections', { year });
  const writing = useAction('assessment.write');
  const creating = useAction('papers.create');
  // The answer before stays while another is under way: it must not pass for the year's own.
  const assessment = answer.data?.year === year ? answer.data : undefined;
  const rows = useMemo(() => (assessment === undefined ? [] : resultRows(assessment)), [assessment]);

  const change = (values: Readonly<Record<string, string | null>>) =>
    setParams((before) => {
      for (const [name, value] of Object.entries(values)) {
        if (value === null) before.delete(name);
        else before.set(name, value);
      }
      return before;
    });
  return {
    year,
    setYear: (next: number) => change({ year: String(next) }),
    asOf,
    setAsOf,
    tab: TABS.find((one) => one === params.get('tab')) ?? 'results',
    showTab: (tab: string) => change({ tab: tab === 'results' ? null : tab }),
    unit: params.get('unit'),
    openUnit: (unit: string | null) => change({ unit }),
    directory,
    answer,
    assessment,
    rows,
    entries: (entries.data ?? []).filter((one) => one.year === year),
    objections: (objections.data ?? []).filter((one) => one.year === year),
    decidedError: entries.error ?? objections.error,
    setSending,
    figure,
    openFigure: (ref: FigureRef, shown: string) => setFigure({ ref, shown }),
    closeFigure: () => setFigure(null),
    writing,
    creating,
    /** Writes the table of all units, or score sheets of one or of all. */
    async write(format: 'xlsx' | 'docx', unit?: string) {
      const file = await writing.run({ ...at, format, ...(unit === undefined ? {} : { unit }) });
      if (!file) return;
      const name = await saveWritten(file);
      if (name !== null) message.success(`${W.written}：${name}`);
    },
    /** Begins the circular of the result and goes to its composer. */
    async compose() {
      const { year: about, ...moment } = at;
      const view = await creating.run({ kind: 'assessment', period: String(about), ...moment, ...byOperator() });
      if (view) navigate(paperLink(view.paper.id));
    },
  };
}

export type AssessmentView = ReturnType<typeof useAssessment>;

const FIRST_YEAR = 1990;
const LAST_YEAR = 2200;

import { App } from 'antd';
import { useState } from 'react';
import type { Day } from '../../../electron/contract/time.ts';
import { useAction } from '../../api/useAction.ts';
import { byOperator } from '../../state/operator.ts';
import { ENTRY_WORDS as W } from '../../words/assessment.ts';

/** What is being done to which line of the score sheet. */
export interface OpenLine {
  readonly item: string;
  readonly doing: 'enter' | 'object' | 'decide' | 'trail';
}

/** Points or pieces with their evidence; all null: it does not apply. */
export interface EntryDraft {
  readonly points: number | null;
  readonly pieces: number | null;
  readonly evidence: string;
}

/** The answer to an objection. */
export interface DecisionDraft {
  readonly granted: boolean;
  readonly points: number | null;
  readonly decision: string;
}

/** Typing a unit's points, noting down its objections and deciding them. */
export function useScoring(year: number) {
  const { message } = App.useApp();
  const [open, setOpen] = useState<OpenLine | null>(null);
  const entering = useAction('assessment.enter');
  const objecting = useAction('assessment.object');
  const deciding = useAction('assessment.decide');

  const show = (next: OpenLine | null) => {
    for (const action of [entering, objecting, deciding]) action.clearError();
    setOpen(next);
  };
  const done = (answer: unknown, word: string) => {
    if (answer === undefined) return;
    message.success(word);
    setOpen(null);
  };
  return {
    open,
    show,
    /** The same click closes what it opened. */
    toggle: (next: OpenLine) => show(open?.item === next.item && open.doing === next.doing ? null : next),
    busy: entering.busy || objecting.busy || deciding.busy,
    error: entering.error ?? objecting.error ?? deciding.error,
    async enter(unit: string, item: string, draft: EntryDraft) {
      done(await entering.run({ year, unit, item, ...draft, ...byOperator() }), W.saved);
    },
    async object(unit: string, item: string, claim: string, on: Day | null) {
      const day = on === null ? {} : { on };
      done(await objecting.run({ year, unit, item, claim, ...day, ...byOperator() }), W.registered);
    },
    async decide(id: number, { granted, points, decision }: DecisionDraft) {
      const after = granted && points !== null ? { points } : {};
      done(await deciding.run({ id, granted, ...after, decision, ...byOperator() }), W.decided);
    },
  };
}

export type ScoringView = ReturnType<typeof useScoring>;

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
  const withdrawing = useAction('assessment.withdraw');
  const [effect, setEffect] = useState<{ readonly at: string; readonly text: string } | null>(null);
  const actions = [entering, objecting, deciding, withdrawing];

  const show = (next: OpenLine | null) => {
    for (const action of actions) action.clearError();
    setEffect(null);
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
    busy: actions.some(({ busy }) => busy),
    error: actions.find(({ error }) => error !== undefined)?.error,
    /** What the decision just made changed, and at which line it was made (`OpenLine.item`); null: none was made, or it was refused. */
    effect,
    clearEffect: () => setEffect(null),
    async enter(unit: string, item: string, draft: EntryDraft) {
      done(await entering.run({ year, unit, item, ...draft, ...byOperator() }), W.saved);
    },
    async object(unit: string, item: string, claim: string, on: Day | null) {
      const day = on === null ? {} : { on };
      done(await objecting.run({ year, unit, item, claim, ...day, ...byOperator() }), W.registered);
    },
    async decide(id: number, { granted, points, decision }: DecisionDraft) {
      const after = granted && points !== null ? { points } : {};
      const at = open?.item ?? '';
      const decided = await deciding.run({ id, granted, ...after, decision, ...byOperator() });
      done(decided, W.decided);
      setEffect(decided?.effect === undefined ? null : { at, text: decided.effect });
    },
    /** Takes an entry back; the trail stays open, where the one before it counts again. */
    async withdraw(id: number) {
      const gone = await withdrawing.run({ id, ...byOperator() });
      if (gone !== undefined) message.success(W.withdrawn);
    },
  };
}

export type ScoringView = ReturnType<typeof useScoring>;

import { App } from 'antd';
import { useState } from 'react';
import { useAction } from '../../api/useAction.ts';
import { byOperator } from '../../state/operator.ts';
import { BATCH_WORDS as W } from '../../words/assessment.ts';
import type { BatchChange, BatchUnitOf } from './batchCells.ts';

interface Typed {
  readonly texts: ReadonlyMap<string, string>;
  readonly evidence: ReadonlyMap<string, string>;
}

const NOTHING: Typed = { texts: new Map(), evidence: new Map() };

/** What is typed into the quick table of one item and not stored yet. */
export function useBatch(year: number, onSending: (isSending: boolean) => void) {
  const { message } = App.useApp();
  const [item, setItem] = useState<string | null>(null);
  const [as, setAs] = useState<BatchUnitOf | null>(null);
  const [common, setCommon] = useState('');
  const [typed, setTyped] = useState<Typed>(NOTHING);
  const [sent, setSent] = useState<{ readonly done: number; readonly of: number } | null>(null);
  const entering = useAction('assessment.enter');

  const put = (of: keyof Typed, unit: string, text: string) =>
    setTyped((before) => ({ ...before, [of]: new Map(before[of]).set(unit, text) }));
  const clear = () => {
    setTyped(NOTHING);
    entering.clearError();
  };
  return {
    item,
    /** Another item begins with an empty table. */
    choose(next: string) {
      setItem(next);
      setAs(null);
      clear();
    },
    as,
    setAs(next: BatchUnitOf) {
      setAs(next);
      clear();
    },
    common,
    setCommon,
    typed,
    type: (unit: string, text: string) => put('texts', unit, text),
    typeEvidence: (unit: string, text: string) => put('evidence', unit, text),
    /** Puts a number at units that have none. */
    fill: (units: readonly string[], text: string) =>
      setTyped((before) => ({
        ...before,
        texts: new Map([...before.texts, ...units.map((unit) => [unit, text] as const)]),
      })),
    clear,
    sent,
    error: entering.error,
    /** Stores the units; what was stored leaves the table, so that the rest can be mended and sent again. */
    async save(line: string, changes: readonly BatchChange[]) {
      onSending(true);
      let done = 0;
      for (let first = 0; first < changes.length && done === first; first += AT_ONCE) {
        setSent({ done, of: changes.length });
        const some = changes.slice(first, first + AT_ONCE);
        const answers = await Promise.all(
          some.map((change) => entering.run({ year, item: line, ...change, ...byOperator() })),
        );
        const stored = new Set(answers.flatMap((answer) => (answer === undefined ? [] : [answer.unit])));
        done += stored.size;
        setTyped(({ texts, evidence }) => ({ texts: without(texts, stored), evidence: without(evidence, stored) }));
      }
      setSent(null);
      onSending(false);
      if (done > 0) message.success(`${W.saved} ${done} 个单位`);
    },
  };
}

export type BatchView = ReturnType<typeof useBatch>;

/** After each write all that is on the screen is asked for anew; together the writes make that once. */
const AT_ONCE = 10;

function without(map: ReadonlyMap<string, string>, units: ReadonlySet<string>): ReadonlyMap<string, string> {
  return new Map([...map].filter(([unit]) => !units.has(unit)));
}

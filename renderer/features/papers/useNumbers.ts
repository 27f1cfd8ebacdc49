import { App } from 'antd';
import { useState } from 'react';
import { actionsOf } from '../../api/actionsOf.ts';
import { useAction } from '../../api/useAction.ts';
import { useRequest } from '../../api/useRequest.ts';
import { useAppInfo } from '../../state/appInfo.ts';
import { byOperator } from '../../state/operator.ts';
import { NUMBER_WORDS as W } from '../../words/documentNumbers.ts';

/** What is being done to the register of numbers. `seq`: for a gap that is to be accounted for. */
export type NumberTask =
  | { readonly task: 'reserve' }
  | { readonly task: 'enter'; readonly seq: number | null }
  | { readonly task: 'void'; readonly id: number; readonly text: string };

/** The 发文字号 of a year: reserving, entering and voiding. */
export function useNumbers() {
  const { message } = App.useApp();
  const [year, setYear] = useState(Number(useAppInfo().now.slice(0, 4)));
  const answer = useRequest('numbers.list', { year });
  const reserving = useAction('numbers.reserve');
  const entering = useAction('numbers.enter');
  const voiding = useAction('numbers.void');
  const actions = actionsOf([reserving, entering, voiding]);
  const [task, setTask] = useState<NumberTask | null>(null);
  const done = (word: string, text: string) => {
    message.success(`${word}：${text}`);
    setTask(null);
  };
  return {
    year,
    setYear,
    answer,
    register: answer.data?.year === year ? answer.data : undefined,
    task,
    begin(next: NumberTask) {
      actions.clearError();
      setTask(next);
    },
    leave: () => setTask(null),
    busy: actions.busy,
    error: actions.error,
    async reserve(subject: string, seq: number | null) {
      const number = await reserving.run({ year, subject, ...(seq === null ? {} : { seq }), ...byOperator() });
      if (number) done(W.reserved, number.text);
    },
    async enter(subject: string, seq: number) {
      const number = await entering.run({ year, subject, seq, ...byOperator() });
      if (number) done(W.entered, number.text);
    },
    async voidNumber(id: number, reason: string, mistyped: boolean) {
      const number = await voiding.run({ id, reason, ...(mistyped ? { mistyped } : {}), ...byOperator() });
      if (number) done(mistyped ? W.takenOut : W.voided, number.text);
    },
  };
}

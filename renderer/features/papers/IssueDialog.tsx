import { Alert, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import type { PaperView } from '../../../electron/contract/papers.ts';
import type { Day } from '../../../electron/contract/time.ts';
import type { RequestError } from '../../api/requestError.ts';
import { useRequest } from '../../api/useRequest.ts';
import { DayField } from '../../parts/DayField.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { NamelessHint } from '../../parts/NamelessHint.tsx';
import { useAppInfo } from '../../state/appInfo.ts';
import { ACTION_WORDS as A } from '../../words/paperSteps.ts';
import { issueNumber, type NumberFrom, type ReservedNumber } from './issueNumber.ts';

interface IssueDialogProps {
  readonly view: PaperView;
  readonly busy: boolean;
  readonly error: RequestError | undefined;
  readonly onIssue: (number: { readonly no?: number; readonly numbered?: boolean; readonly date?: Day }) => void;
  readonly onClose: () => void;
}

/** 印发: which number, which date, and what it means. */
export function IssueDialog({ view, busy, error, onIssue, onClose }: IssueDialogProps) {
  const today = useAppInfo().now.slice(0, 10);
  const [date, setDate] = useState<Day>(view.paper.date ?? today);
  const [from, setFrom] = useState<NumberFrom>('next');
  const [chosen, setChosen] = useState<ReservedNumber | null>(null);
  const year = Number(date.slice(0, 4));
  const answer = useRequest('numbers.list', { year });
  const register = answer.data?.year === year ? answer.data : undefined;
  const reserved = (register?.numbers ?? []).filter(({ state }) => state === 'reserved');
  const number = issueNumber(from, chosen, year);
  return (
    <Modal
      open
      width={600}
      // The closing cross lies over the end of the title's line.
      title={<div style={{ paddingInlineEnd: 24 }}>{`${A.issueTitle}：${view.document.title}`}</div>}
      okText={A.issue}
      okButtonProps={{ loading: busy, disabled: number === undefined, 'data-testid': 'issue-confirm' }}
      onOk={() => number && onIssue({ ...number, date })}
      onCancel={onClose}
      data-testid="issue-dialog"
    >
      <Alert
        type="warning"
        showIcon
        title={A.issueMeaning}
        description={
          <>
            {A.issueLater}
            {view.advice.length === 0 ? null : (
              <ul className="paper-advice">
                {view.advice.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            )}
          </>
        }
      />
      <NamelessHint />
      <ErrorNotice error={error ?? answer.error} />
      <div className="paper-form wide" style={{ marginTop: 12 }}>
        <span>{A.date}</span>
        <DayField
          label={A.date}
          value={date}
          allowClear={false}
          onChange={(day) => day && setDate(day)}
          testId="issue-date"
        />
        <span id="issue-number">{A.number}</span>
        <Radio.Group
          aria-labelledby="issue-number"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
          options={[
            {
              value: 'next',
              label: (
                <>
                  {A.numberNext} {register ? <b data-testid="issue-next">{register.next} 号</b> : null}
                </>
              ),
            },
            { value: 'reserved', label: A.numberReserved, disabled: reserved.length === 0 },
            { value: 'none', label: A.numberNone },
          ]}
        />
        {from === 'reserved' ? (
          <>
            <span />
            <Select<number>
              aria-label={A.chooseReserved}
              placeholder={A.chooseReserved}
              value={chosen?.year === year ? chosen.seq : null}
              options={reserved.map(({ seq, text, subject }) => ({ value: seq, label: `${text}　${subject}` }))}
              onChange={(seq) => setChosen({ year, seq })}
            />
          </>
        ) : null}
      </div>
    </Modal>
  );
}

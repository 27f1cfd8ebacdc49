import { AutoComplete, Button, Form, Input, Modal, Segmented } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { CHASE_WAY_NAMES, CHASE_WAYS, type ChaseDraft, type ChaseWay } from '../../../electron/contract/chases.ts';
import type { Day, Moment } from '../../../electron/contract/time.ts';
import type { RequestError } from '../../api/requestError.ts';
import { DayField } from '../../parts/DayField.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { MomentField } from '../../parts/MomentField.tsx';
import { COMMON_ANSWERS, CHASE_WORDS as W } from '../../words/chases.ts';
import { whomOffers } from './contacts.ts';
import { periodIn } from './owedTexts.ts';
import { countOwed } from './reminderRows.ts';
import type { Chasing } from './useChasing.ts';

interface ChaseDialogProps {
  readonly chasing: Chasing;
  readonly now: Moment;
  readonly busy: boolean;
  readonly error: RequestError | undefined;
  readonly onSave: (draft: ChaseDraft) => void;
  readonly onClose: () => void;
}

interface Fields {
  readonly how: ChaseWay;
  readonly whom: string;
  readonly answer: string;
  readonly promised: Day | null;
  readonly at: Moment | null;
}

/** Logs a chase of one or several things owed: how, whom, what they said and what they promised. Enter saves it. */
export function ChaseDialog({ chasing, now, busy, error, onSave, onClose }: ChaseDialogProps) {
  const { items, how } = chasing;
  const [form] = Form.useForm<Fields>();
  const offers = whomOffers(items);
  const today = dayjs(now.slice(0, 10));
  const save = ({ at, whom, answer, ...fields }: Fields) =>
    onSave({
      ...fields,
      items: items.flatMap(({ unit, owed }) => owed.map(({ duty, period }) => ({ unit, duty, period }))),
      whom: whom.trim(),
      answer: answer.trim(),
      ...(at === null ? {} : { at }),
    });
  const promise = (day: Dayjs) => form.setFieldValue('promised', day.format('YYYY-MM-DD'));
  return (
    <Modal
      open
      width={620}
      title={W.title}
      // A click beside it would drop what was typed.
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{W.cancel}</Button>
          <Button type="primary" loading={busy} onClick={form.submit} data-testid="save-chase">
            {W.save}
          </Button>
        </>
      }
    >
      <AboutWhat chasing={chasing} today={now.slice(0, 10)} />
      <ErrorNotice error={error} />
      <Form<Fields>
        form={form}
        layout="vertical"
        size="small"
        className="chase-form"
        data-testid="chase-form"
        initialValues={{ how, whom: offers[0] ?? '', answer: '', promised: null, at: null }}
        onFinish={save}
      >
        <Form.Item name="how" label={W.how}>
          <Segmented
            aria-label={W.how}
            options={CHASE_WAYS.map((value) => ({ value, label: CHASE_WAY_NAMES[value] }))}
          />
        </Form.Item>
        <Form.Item name="whom" label={W.whom}>
          <AutoComplete
            allowClear
            aria-label={W.whom}
            placeholder={W.whomHint}
            options={offers.map((value) => ({ value }))}
          />
        </Form.Item>
        <Form.Item name="answer" label={W.answer} style={{ marginBottom: 4 }}>
          <Input autoFocus aria-label={W.answer} placeholder={W.answerHint} />
        </Form.Item>
        <div className="row chase-answers">
          {COMMON_ANSWERS.map((answer) => (
            <Button key={answer} size="small" onClick={() => form.setFieldValue('answer', answer)}>
              {answer}
            </Button>
          ))}
        </div>
        <div className="row" style={{ alignItems: 'flex-end' }}>
          <Form.Item name="promised" label={W.promised}>
            <DayField label={W.promised} placeholder={W.promisedHint} testId="chase-promised" />
          </Form.Item>
          <Form.Item>
            <Button onClick={() => promise(today)}>{W.today}</Button>{' '}
            <Button onClick={() => promise(today.add(1, 'day'))}>{W.tomorrow}</Button>
          </Form.Item>
          <Form.Item name="at" label={W.at} style={{ marginLeft: 'auto' }}>
            <MomentField label={W.at} placeholder={W.atNow} />
          </Form.Item>
        </div>
        {/* The browser sends a form by Enter only where it has a button of this kind. */}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </Form>
    </Modal>
  );
}

const NAMED = 6;

/** What is being logged, so that nothing is logged by mistake: the things of one unit, or how many of each. */
function AboutWhat({ chasing, today }: { readonly chasing: Chasing; readonly today: Day }) {
  const { items } = chasing;
  const [only, another] = items;
  const lines =
    only !== undefined && another === undefined
      ? only.owed.map(({ duty, period, title }) => ({
          key: `${duty} ${period}`,
          name: only.name,
          text: `${periodIn(period, today)} ${title}`,
        }))
      : items.map(({ unit, name, owed }) => ({ key: unit, name, text: `${owed.length} 项` }));
  return (
    <div className="chase-about" data-testid="chase-about">
      {lines.slice(0, NAMED).map(({ key, name, text }) => (
        <div key={key} className="clip">
          <b>{name}</b> {text}
        </div>
      ))}
      {lines.length > NAMED ? (
        <div className="muted">
          …… 共 {items.length} 个单位 {countOwed(items)} 项
        </div>
      ) : null}
      {items.length > 1 ? <div className="muted small">{W.many}</div> : null}
    </div>
  );
}

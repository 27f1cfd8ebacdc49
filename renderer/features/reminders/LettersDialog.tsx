import { Button, Checkbox, Form, Modal, Radio } from 'antd';
import { Link } from 'react-router';
import type { PaperSummary } from '../../../electron/contract/papers.ts';
import { DayField } from '../../parts/DayField.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { paperLink } from '../../parts/links.ts';
import { NamelessHint } from '../../parts/NamelessHint.tsx';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { dayText } from '../../parts/periods.ts';
import { useOperator } from '../../state/operator.ts';
import { REMINDER_PAPER_WORDS as W } from '../../words/reminderPapers.ts';
import { EditedUnits } from './EditedUnits.tsx';
import { letterNeedsName, registrationText } from './registrationText.ts';
import { UnitNames } from './UnitNames.tsx';
import type { ReminderPapersView } from './useReminderPapers.ts';
import { WrittenFiles } from './WrittenFiles.tsx';

/** 催报函: for whom, in what shape, and what the register will say; afterwards the files and the papers. */
export function LettersDialog({ papers }: { readonly papers: ReminderPapersView }) {
  const { lettering, letters, lettered: units, choice, choose } = papers;
  const operator = useOperator(({ name }) => name);
  const isNameless = letterNeedsName({ numbered: choice.numbered, operator });
  return (
    <Modal
      open
      width={640}
      title={W.lettersTitle}
      // What is being written is registered and saved whether anybody looks or not.
      closable={!lettering.busy}
      keyboard={!lettering.busy}
      mask={{ closable: !lettering.busy }}
      onCancel={papers.close}
      footer={
        <>
          <Button disabled={lettering.busy} onClick={papers.close} data-testid="letters-close">
            {W.close}
          </Button>
          {letters ? null : (
            <Button
              type="primary"
              loading={lettering.busy}
              disabled={units.length === 0 || isNameless}
              title={isNameless ? W.nameless : ''}
              onClick={papers.writeLetters}
              data-testid="write-letters"
            >
              {W.write}
            </Button>
          )}
        </>
      }
    >
      <ErrorNotice error={lettering.error} onClose={lettering.clearError} />
      <ProgressBar busy={lettering.busy} progress={lettering.progress} label={W.writing} />
      {letters ? (
        <div className="reminder-result">
          <Registered papers={letters.papers} />
          <WrittenFiles
            files={letters.files}
            onSave={papers.save}
            onSaveAll={papers.saveAll}
            onShow={papers.showFolder}
          />
          <div className="muted">{W.nothingSent}</div>
        </div>
      ) : (
        <Form layout="vertical" size="small" className="chase-form" data-testid="letters-form">
          <UnitNames units={units} isSelection={papers.isSelection} note={W.lettersScope} />
          {papers.ended.length > 0 ? (
            <p className="muted" data-testid="letters-ended">
              {W.ended}：{papers.ended.map(({ name }) => name).join('、')}
            </p>
          ) : null}
          <Form.Item label={W.shape}>
            <Radio.Group
              aria-label={W.shape}
              value={choice.merged}
              onChange={(event) => choose({ merged: event.target.value === true })}
              options={[
                { value: false, label: W.separate },
                { value: true, label: W.merged },
              ]}
            />
          </Form.Item>
          <div className="row" style={{ alignItems: 'flex-start', gap: 32 }}>
            <Form.Item label={W.number}>
              <Radio.Group
                aria-label={W.number}
                value={choice.numbered}
                onChange={(event) => choose({ numbered: event.target.value === true })}
                options={[
                  { value: false, label: W.unnumbered },
                  { value: true, label: W.numbered },
                ]}
              />
            </Form.Item>
            <Form.Item label={W.date}>
              <DayField
                label={W.date}
                allowClear={false}
                value={choice.date}
                onChange={(date) => date && choose({ date })}
              />
            </Form.Item>
          </div>
          {units.length > 0 ? (
            <Form.Item label={W.register} style={{ marginBottom: 4 }}>
              <span data-testid="letters-register">
                {registrationText({ count: units.length, numbered: choice.numbered, next: papers.nextNumber })}
              </span>
            </Form.Item>
          ) : null}
          {lettering.error?.code === 'letter_again' || choice.again ? (
            <Form.Item style={{ marginBottom: 4 }}>
              <Checkbox
                checked={choice.again}
                onChange={(event) => choose({ again: event.target.checked })}
                data-testid="letters-again"
              >
                {W.again}
              </Checkbox>
            </Form.Item>
          ) : null}
          {choice.numbered ? <NamelessHint title={W.nameless} /> : null}
          <EditedUnits units={units} note={W.editedNotInLetter} />
          <div className="muted">{W.nothingSent}</div>
        </Form>
      )}
    </Modal>
  );
}

function Registered({ papers }: { readonly papers: readonly PaperSummary[] }) {
  return (
    <section aria-label={W.papers} data-testid="letters-registered">
      <div className="row spread">
        <b>
          {W.papers} {papers.length} 件
        </b>
        <Link to="/circulars">{W.toRegister}</Link>
      </div>
      <ul className="written-files">
        {papers.map(({ id, documentNo, title, addressee, date }) => (
          <li key={id}>
            <Link to={paperLink(id)}>{documentNo || W.noNumber}</Link> <span title={title}>{addressee}</span>{' '}
            <span className="muted">{dayText(date)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { Button, Modal } from 'antd';
import { Link } from 'react-router';
import { misspeltEmails } from '../../../electron/contract/emailAddress.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { REMINDER_PAPER_WORDS as W } from '../../words/reminderPapers.ts';
import { withoutAddress } from './contacts.ts';
import { EditedUnits } from './EditedUnits.tsx';
import { UnitNames } from './UnitNames.tsx';
import type { ReminderPapersView } from './useReminderPapers.ts';
import { WrittenFiles } from './WrittenFiles.tsx';

/** Draft mails: for whom, afterwards the files and who has no address. */
export function MailsDialog({ papers }: { readonly papers: ReminderPapersView }) {
  const { mailing, mails, mailed: units } = papers;
  const addressless = withoutAddress(units);
  return (
    <Modal
      open
      width={600}
      title={W.mailsTitle}
      // What is being written is saved whether anybody looks or not.
      closable={!mailing.busy}
      keyboard={!mailing.busy}
      mask={{ closable: !mailing.busy }}
      onCancel={papers.close}
      footer={
        <>
          <Button disabled={mailing.busy} onClick={papers.close}>
            {W.close}
          </Button>
          {mails ? null : (
            <Button
              type="primary"
              loading={mailing.busy}
              disabled={units.length === addressless.length}
              onClick={papers.writeMails}
              data-testid="write-mails"
            >
              {W.mailsWrite}
            </Button>
          )}
        </>
      }
    >
      <ErrorNotice error={mailing.error} onClose={mailing.clearError} />
      <ProgressBar busy={mailing.busy} progress={mailing.progress} label={W.mailsWriting} />
      {mails ? (
        <div className="reminder-result">
          <WrittenFiles
            files={mails.files}
            onSave={papers.save}
            onSaveAll={papers.saveAll}
            onShow={papers.showFolder}
          />
          {mails.without.length > 0 ? (
            <section aria-label={W.without} data-testid="mails-without">
              <b>
                {W.without}（{mails.without.length} 个）
              </b>{' '}
              <Link to="/units">{W.addContacts}</Link>
              <p style={{ margin: '4px 0' }}>{mails.without.join('、')}</p>
            </section>
          ) : null}
        </div>
      ) : (
        <>
          <UnitNames units={units} isSelection={papers.isSelection} note={W.mailsScope} />
          {addressless.length > 0 ? (
            <p data-testid="mails-addressless">
              <b>
                {W.addressless}（{addressless.length} 个）
              </b>
              ：{addressless.map(({ name, contacts }) => `${name}${misspeltEmails(contacts)}`).join('、')}{' '}
              <Link to="/units">{W.addContacts}</Link>
            </p>
          ) : null}
          <EditedUnits units={units} note={W.editedNotInMail} />
        </>
      )}
      <div className="muted">{W.mailsNote}</div>
    </Modal>
  );
}

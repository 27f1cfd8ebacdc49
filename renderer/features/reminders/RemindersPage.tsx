import {
  DownloadOutlined,
  DownOutlined,
  FileTextOutlined,
  MailOutlined,
  PhoneOutlined,
  PrinterOutlined,
} from '@ant-design/icons';
import { Button, Dropdown, Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { REMINDER_FORMATS } from '../../../electron/contract/reminders.ts';
import { printPage } from '../../api/files.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { PageHeader } from '../../parts/PageHeader.tsx';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { momentText } from '../../parts/periods.ts';
import { useAppInfo } from '../../state/appInfo.ts';
import { FORMAT_WORDS, REMINDER_WORDS as W } from '../../words/reminders.ts';
import { ChaseDialog } from './ChaseDialog.tsx';
import { ChaseLogTab } from './ChaseLogTab.tsx';
import { LettersDialog } from './LettersDialog.tsx';
import { MailsDialog } from './MailsDialog.tsx';
import { ReminderListTab } from './ReminderListTab.tsx';
import { ReminderSettingsTab } from './ReminderSettingsTab.tsx';
import { tabAddress } from './reminderAddress.ts';
import { countOwed } from './reminderRows.ts';
import { useChaseLogTab } from './useChaseLog.ts';
import { useChasing } from './useChasing.ts';
import { type ReminderPapersView, useReminderPapers } from './useReminderPapers.ts';
import { useReminderSettings } from './useReminderSettings.ts';
import { useReminders } from './useReminders.ts';
import '../../parts/pageTabs.css';
import './reminders.css';
import './reminderSettings.css';
// Behind the others: what it says of paper overrules them.
import './printedReminders.css';

/** 催报: who owes what since when, whom to phone, what was said, and the papers and texts that go out. */
export function RemindersPage() {
  const [params, setParams] = useSearchParams();
  const asked = params.get('tab');
  const tab = asked === 'log' || asked === 'settings' ? asked : 'list';
  const page = useReminders();
  const chasing = useChasing(page.deselect);
  const papers = useReminderPapers(page);
  const log = useChaseLogTab(tab === 'log');
  const settings = useReminderSettings(tab !== 'log');
  const { list } = page;
  const { now } = useAppInfo();
  return (
    <div className="page fixed reminders">
      <PageHeader title={W.title} hint={`${list ? `统计至 ${momentText(list.asOf)}。` : ''}${W.notSent}`}>
        {tab === 'list' && list && list.items.length > 0 ? (
          <ListActions papers={papers} page={page} onChase={() => chasing.begin(page.chosen)} />
        ) : null}
      </PageHeader>
      <Tabs
        className="fill page-tabs"
        activeKey={tab}
        onChange={(next) => setParams((before) => tabAddress(before, next))}
        items={[
          {
            key: 'list',
            label: W.listTab,
            children: (
              <div className="reminder-tab">
                <ErrorNotice error={papers.listing.error} onClose={papers.listing.clearError} />
                <ProgressBar busy={papers.listing.busy} progress={papers.listing.progress} label={W.exporting} />
                <ReminderListTab page={page} settings={settings} onChase={chasing.begin} />
              </div>
            ),
          },
          { key: 'log', label: W.logTab, children: <ChaseLogTab log={log} directory={page.directory} /> },
          { key: 'settings', label: W.settingsTab, children: <ReminderSettingsTab view={settings} /> },
        ]}
      />
      {chasing.open ? (
        <ChaseDialog
          chasing={chasing.open}
          now={now}
          busy={chasing.busy}
          error={chasing.error}
          onSave={chasing.save}
          onClose={chasing.close}
        />
      ) : null}
      {papers.open === 'letters' ? <LettersDialog papers={papers} /> : null}
      {papers.open === 'mails' ? <MailsDialog papers={papers} /> : null}
    </div>
  );
}

interface ListActionsProps {
  readonly page: ReturnType<typeof useReminders>;
  readonly papers: ReminderPapersView;
  readonly onChase: () => void;
}

/** What can be done with the chosen lines, or with the whole list. */
function ListActions({ page, papers, onChase }: ListActionsProps) {
  const count = countOwed(page.chosen);
  return (
    <>
      {count > 0 ? (
        <span aria-live="polite" data-testid="reminders-selected">
          {W.selected} <b>{count}</b> 项（{page.chosen.length} 个单位）
        </span>
      ) : null}
      <Button
        type="primary"
        icon={<PhoneOutlined />}
        disabled={count === 0}
        title={W.chaseHint}
        onClick={onChase}
        data-testid="chase-selected"
      >
        {W.chase}
      </Button>
      <Button icon={<FileTextOutlined />} onClick={() => papers.begin('letters')} data-testid="reminders-letters">
        {W.letters}
      </Button>
      <Button icon={<MailOutlined />} onClick={() => papers.begin('mails')} data-testid="reminders-mails">
        {W.mails}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            {
              type: 'group',
              // A level or state narrows the screen and what is printed of it, not the files.
              label: `${papers.isSelection ? W.ofSelected : W.ofShown} ${papers.mailed.length} 个单位的全部未完成事项`,
              children: REMINDER_FORMATS.map((format) => ({ key: format, label: FORMAT_WORDS[format] })),
            },
          ],
          onClick: ({ key }) => {
            const format = REMINDER_FORMATS.find((one) => one === key);
            if (format) void papers.exportAs(format);
          },
        }}
      >
        <Button icon={<DownloadOutlined />} loading={papers.listing.busy} data-testid="reminders-export">
          {W.export} <DownOutlined />
        </Button>
      </Dropdown>
      <Button icon={<PrinterOutlined />} onClick={printPage} data-testid="reminders-print">
        {W.print}
      </Button>
    </>
  );
}

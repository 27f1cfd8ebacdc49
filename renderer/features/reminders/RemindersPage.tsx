import { FileExcelOutlined, FileWordOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import { printPage } from '../../api/files.ts';
import { CopyButton } from '../../parts/CopyButton.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { PageHeader } from '../../parts/PageHeader.tsx';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { momentText, periodTitle } from '../../parts/periods.ts';
import { Waiting } from '../../parts/Waiting.tsx';
import { REMINDER_WORDS as W } from '../../words/reminders.ts';
import { ReminderTable } from './ReminderTable.tsx';
import { ReminderTexts } from './ReminderTexts.tsx';
import { ReminderToolbar } from './ReminderToolbar.tsx';
import { useReminders } from './useReminders.ts';
import './reminders.css';

/** Who owes what since when, with paste-ready texts (催报). */
export function RemindersPage() {
  const page = useReminders();
  const { list } = page;
  const empty = list?.items.length === 0;
  return (
    <div className="page fixed reminders">
      <PageHeader
        title={W.title}
        hint={`${periodTitle(page.period)}${list ? `，统计至 ${momentText(list.asOf)}` : ''}`}
      >
        {list && !empty && (
          <>
            <CopyButton text={list.groupText} label={W.copyGroup} />
            <Button
              icon={<FileExcelOutlined />}
              loading={page.write.busy}
              onClick={() => page.exportAs('xlsx')}
              data-testid="reminders-xlsx"
            >
              {W.exportXlsx}
            </Button>
            <Button
              icon={<FileWordOutlined />}
              loading={page.write.busy}
              onClick={() => page.exportAs('docx')}
              data-testid="reminders-docx"
            >
              {W.exportDocx}
            </Button>
            <Button icon={<PrinterOutlined />} onClick={printPage} data-testid="reminders-print">
              {W.print}
            </Button>
          </>
        )}
      </PageHeader>
      <ErrorNotice error={page.error} onRetry={page.reload} />
      <ErrorNotice error={page.write.error} onClose={page.write.clearError} />
      <ProgressBar busy={page.write.busy} progress={page.write.progress} label={W.exporting} />
      {!list && !page.error && <Waiting />}
      {empty && (
        <EmptyState
          title={W.empty}
          next={W.emptyHint}
          action={
            <Link to="/status">
              <Button>{W.toStatus}</Button>
            </Link>
          }
        />
      )}
      {list && page.counts && !empty && (
        <>
          <ReminderToolbar counts={page.counts} duties={page.duties} filters={page.filters} onChange={page.change} />
          <div className="fill reminders-body">
            {page.items.length === 0 ? (
              <EmptyState title={W.noMatch} next={W.noMatchHint} />
            ) : (
              <ReminderTable items={page.items} chosen={page.chosen?.unit} onChoose={page.choose} />
            )}
            <ReminderTexts item={page.chosen} groupText={list.groupText} />
          </div>
        </>
      )}
    </div>
  );
}

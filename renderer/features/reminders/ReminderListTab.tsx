import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ChaseWay } from '../../../electron/contract/chases.ts';
import type { OwedItem, ReminderItem } from '../../../electron/contract/reminders.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { RefusedNotice } from '../../parts/RefusedNotice.tsx';
import { usePrinting } from '../../parts/usePrinting.ts';
import { Waiting } from '../../parts/Waiting.tsx';
import { REMINDER_WORDS as W } from '../../words/reminders.ts';
import { ChaseDrawer } from './ChaseDrawer.tsx';
import { PrintedReminders } from './PrintedReminders.tsx';
import { ReminderList } from './ReminderList.tsx';
import { ReminderTexts } from './ReminderTexts.tsx';
import { ReminderToolbar } from './ReminderToolbar.tsx';
import { isFiltered } from './reminderView.ts';
import { StartOffer } from './StartOffer.tsx';
import { useChaseLog } from './useChaseLog.ts';
import type { ReminderSettingsView } from './useReminderSettings.ts';
import type { RemindersView } from './useReminders.ts';

interface ReminderListTabProps {
  readonly page: RemindersView;
  readonly settings: ReminderSettingsView;
  readonly onChase: (items: readonly ReminderItem[], how?: ChaseWay) => void;
}

/** What of the list its log is asked about. */
interface LoggedLine {
  readonly item: ReminderItem;
  readonly owed: OwedItem;
}

/** The list itself with its filters, and the texts beside it. */
export function ReminderListTab({ page, settings, onChase }: ReminderListTabProps) {
  const { list, items, filters } = page;
  const isPrinting = usePrinting();
  const [logged, setLogged] = useState<LoggedLine | null>(null);
  const log = useChaseLog(
    logged ? { unit: logged.item.unit, duty: logged.owed.duty, period: logged.owed.period } : null,
  );
  return (
    <>
      <ReminderToolbar page={page} />
      <ErrorNotice error={page.error} onRetry={page.reload} />
      <RefusedNotice refused={list?.refused} dutyTitle={page.directory.dutyTitle} />
      <ErrorNotice error={settings.saving.error} onClose={settings.saving.clearError} />
      {list && settings.stored ? (
        <StartOffer
          list={list}
          settings={settings.stored.settings}
          busy={settings.saving.busy}
          onBegin={settings.beginWith}
        />
      ) : null}
      {!list && !page.error ? <Waiting /> : null}
      {list && items.length === 0 ? (
        isFiltered(filters) ? (
          <EmptyState title={W.noMatch} next={W.noMatchHint} action={<Button onClick={page.clear}>{W.clear}</Button>} />
        ) : (
          <EmptyState
            title={W.empty}
            next={W.emptyHint}
            action={
              <Link to="/status">
                <Button>{W.toStatus}</Button>
              </Link>
            }
          />
        )
      ) : null}
      {list && items.length > 0 ? (
        <div className="fill reminder-body">
          {isPrinting ? (
            <PrintedReminders list={list} items={items} />
          ) : (
            <ReminderList
              items={items}
              today={list.asOf.slice(0, 10)}
              loading={page.loading}
              selection={page.selection}
              shown={page.shown?.unit}
              closed={page.closed}
              onToggleUnit={page.toggleUnit}
              onToggleUnits={page.toggleUnits}
              onSelect={page.select}
              onShow={page.showUnit}
              onChase={onChase}
              onLog={(item, owed) => setLogged({ item, owed })}
            />
          )}
          <ReminderTexts
            item={page.shown}
            groupText={list.groupText}
            onChaseUnit={(item) => onChase([item], 'wechat')}
            onChaseAll={() => onChase(list.items, 'wechat')}
          />
        </div>
      ) : null}
      {list && items.length > 0 ? (
        <div className="row spread small muted no-print">
          <span className="row">
            {W.keys.map(([key, meaning]) => (
              <span key={key}>
                <kbd>{key}</kbd> {meaning}
              </span>
            ))}
          </span>
          <span>{list.levelNote}</span>
        </div>
      ) : null}
      <ChaseDrawer
        title={logged ? `${logged.item.name} ${logged.owed.title}` : ''}
        open={logged !== null}
        log={log}
        directory={page.directory}
        onClose={() => setLogged(null)}
      />
    </>
  );
}

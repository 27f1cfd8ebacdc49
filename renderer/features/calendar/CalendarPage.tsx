import { ImportOutlined, LeftOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons';
import { Alert, Button, DatePicker, Tabs } from 'antd';
import dayjs from 'dayjs';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { PageHeader } from '../../parts/PageHeader.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { CALENDAR_WORDS as W } from '../../words/calendar.ts';
import { CalendarLegend } from './CalendarLegend.tsx';
import { CountyDrawer } from './CountyDrawer.tsx';
import { DuePanel } from './DuePanel.tsx';
import { ImportDrawer } from './ImportDrawer.tsx';
import { ResetButton } from './ResetButton.tsx';
import { useCalendar } from './useCalendar.ts';
import { useDueMonth } from './useDueMonth.ts';
import { YearGrid } from './YearGrid.tsx';
import '../../parts/pageTabs.css';
import './calendar.css';

/** 日历: the working days every due date is reckoned by, and what falls due. */
export function CalendarPage() {
  const page = useCalendar();
  const due = useDueMonth(page.tab === 'due');
  const { notice, county, directory } = page;
  return (
    <div className="page fixed">
      <PageHeader title={W.title} hint={W.hint}>
        <Button icon={<PlusOutlined />} onClick={() => county.begin(null)} data-testid="county-open">
          {W.county}
        </Button>
        <Button type="primary" icon={<ImportOutlined />} onClick={notice.begin} data-testid="notice-open">
          {W.import}
        </Button>
      </PageHeader>
      <Tabs
        className="fill page-tabs"
        activeKey={page.tab}
        onChange={page.showTab}
        items={[
          { key: 'year', label: W.yearTab, children: <YearTab page={page} /> },
          { key: 'due', label: W.dueTab, children: <DuePanel view={due} unitName={directory.unitNameIn} /> },
        ]}
      />
      <ImportDrawer
        open={notice.open}
        draft={notice.draft}
        busy={notice.busy}
        error={notice.error}
        directory={directory}
        onRead={notice.readText}
        onFile={notice.readFile}
        onSave={notice.save}
        onAgain={notice.again}
        onClose={notice.close}
      />
      <CountyDrawer
        open={county.open}
        year={page.year}
        day={county.day}
        days={page.data?.county ?? []}
        effect={county.effect}
        busy={county.busy}
        error={county.error}
        directory={directory}
        onSave={county.save}
        onClose={county.close}
      />
    </div>
  );
}

function YearTab({ page }: { readonly page: ReturnType<typeof useCalendar> }) {
  const { year, data, shown, reset } = page;
  return (
    <div className="calendar-tab">
      <div className="row" style={{ flexWrap: 'nowrap' }}>
        <Button
          icon={<LeftOutlined />}
          aria-label={W.earlier}
          title={W.earlier}
          onClick={() => page.showYear(year - 1)}
        />
        <DatePicker
          picker="year"
          aria-label="年份"
          data-testid="calendar-year-picker"
          allowClear={false}
          style={{ width: 96 }}
          value={dayjs(`${year}-01-01`)}
          onChange={(chosen) => chosen && page.showYear(chosen.year())}
        />
        <Button icon={<RightOutlined />} aria-label={W.later} title={W.later} onClick={() => page.showYear(year + 1)} />
        <div className="fill">
          {data ? (
            <CalendarLegend year={data}>
              {(data.state === 'imported' && data.ships) || reset.effect ? (
                <ResetButton
                  year={year}
                  busy={reset.busy}
                  effect={reset.effect}
                  directory={page.directory}
                  onReset={reset.run}
                  onSeen={reset.seen}
                />
              ) : null}
            </CalendarLegend>
          ) : null}
        </div>
      </div>
      <ErrorNotice error={shown.error} onRetry={shown.reload} />
      <ErrorNotice error={reset.error} onClose={reset.clearError} />
      {data?.state === 'unknown' ? (
        <Alert
          type="warning"
          showIcon
          data-testid="year-unknown"
          title={`${year} 年${W.unknown}`}
          description={W.unknownNext}
          action={
            <Button type="primary" onClick={page.notice.begin}>
              {W.import}
            </Button>
          }
        />
      ) : null}
      {data ? <YearGrid year={data} today={page.today} onChoose={page.county.begin} /> : null}
      {!data && !shown.error ? <Waiting /> : null}
    </div>
  );
}

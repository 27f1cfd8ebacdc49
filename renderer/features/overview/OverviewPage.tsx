import { BellOutlined, FileTextOutlined, ImportOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import dayjs from 'dayjs';
import { Link, useNavigate } from 'react-router';
import type { Overview } from '../../../electron/contract/overview.ts';
import type { Period } from '../../../electron/contract/time.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { NEW_PAPER_LINK } from '../../parts/links.ts';
import { PageHeader } from '../../parts/PageHeader.tsx';
import { periodShort } from '../../parts/periods.ts';
import { Waiting } from '../../parts/Waiting.tsx';
import { OVERVIEW_WORDS as W } from '../../words/overview.ts';
import { ChartPanel, TrendPanel } from './ChartPanel.tsx';
import { DraftPanel } from './DraftPanel.tsx';
import { headlineOf } from './headline.ts';
import { LateUnits } from './LateUnits.tsx';
import { ProgressPanel } from './ProgressPanel.tsx';
import { RatePanels } from './RatePanels.tsx';
import { TodoPanel } from './TodoPanel.tsx';
import { useOverview } from './useOverview.ts';
import './overview.css';

/** What is due next and what is late, at a glance (工作台). */
export function OverviewPage() {
  const { data, error, reload, groupTitle, month, rates, charts, isChartUnknown } = useOverview();
  const navigate = useNavigate();
  return (
    <div className="page overview">
      <PageHeader title={W.title} hint={data ? hintOf(data, month ?? data.month) : null}>
        <Button
          type="primary"
          icon={<ImportOutlined />}
          onClick={() => navigate('/imports')}
          data-testid="quick-import"
        >
          {W.import}
        </Button>
        <Button icon={<BellOutlined />} onClick={() => navigate('/reminders')} data-testid="quick-remind">
          {W.remind}
        </Button>
        <Button icon={<FileTextOutlined />} onClick={() => navigate(NEW_PAPER_LINK)} data-testid="quick-circular">
          {W.circular}
        </Button>
      </PageHeader>
      <ErrorNotice error={error} onRetry={reload} />
      {!data && !error && <Waiting />}
      {data && (
        <>
          <Headline {...headlineOf(data)} />
          <RatePanels overview={data} month={month ?? data.month} rates={rates} />
          <div className="overview-columns">
            <div className="overview-side">
              <ProgressPanel progress={data.progress} asOf={data.asOf} />
              <TrendPanel charts={charts} isUnknown={isChartUnknown} />
              <ChartPanel charts={charts} isUnknown={isChartUnknown} />
            </div>
            <div className="overview-side">
              <LateUnits late={data.late} today={data.today} />
              <DraftPanel drafts={data.drafts} />
              <TodoPanel todo={data.todo} lastBatch={data.lastBatch} groupTitle={groupTitle} />
            </div>
          </div>
        </>
      )}
    </div>
  );
}

/** Today, and why what follows is about the month before, where it is. */
function hintOf({ today, week, month }: Overview, shown: Period): string {
  const day = `${dayjs(today).format('YYYY年M月D日 dddd')} · ${periodShort(week)}`;
  return shown === month ? day : `${day} · ${periodShort(month)}还没有可计算的比率，先看${periodShort(shown)}`;
}

function Headline({ late, next, tone }: ReturnType<typeof headlineOf>) {
  return (
    <div className={`overview-headline ${tone}`} role="status" data-testid="overview-headline">
      <b>{tone === 'calm' || tone === 'empty' ? late : <Link to="/reminders">{late}</Link>}</b>
      <span>{next}</span>
    </div>
  );
}

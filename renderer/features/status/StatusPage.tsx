import { PrinterOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import { Link } from 'react-router';
import { printPage } from '../../api/files.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { PageHeader } from '../../parts/PageHeader.tsx';
import { momentText, periodTitle } from '../../parts/periods.ts';
import { RefusedNotice } from '../../parts/RefusedNotice.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { useAppInfo } from '../../state/appInfo.ts';
import { STATUS_PAGE_WORDS as W } from '../../words/status.ts';
import { YEAR_VIEW_WORDS } from '../../words/year.ts';
import { YearPanel } from '../year/YearPanel.tsx';
import { CellDrawer } from './CellDrawer.tsx';
import { RatesTable } from './RatesTable.tsx';
import { StatusGrid } from './StatusGrid.tsx';
import { StatusLegend } from './StatusLegend.tsx';
import { StatusToolbar } from './StatusToolbar.tsx';
import { focusActiveCell } from './useGridKeys.ts';
import { useStatusPage } from './useStatusPage.ts';
import '../../parts/pageTabs.css';
import './status.css';

/** The unit × duty grid and the rates (报送台账). */
export function StatusPage() {
  const page = useStatusPage();
  const { model } = page;
  const { office } = useAppInfo();
  const shown = page.tab === 'year' ? page.year.grid : page.grid;
  return (
    <div className="page fixed">
      <PageHeader
        title={W.title}
        hint={
          <>
            <span className="print-only">{office}　</span>
            {page.tab === 'year' ? `${page.year.year}年` : periodTitle(page.period)}
            {shown ? `，统计至 ${momentText(shown.asOf)}` : ''}
          </>
        }
      />
      <ErrorNotice error={page.error} onRetry={page.reload} />
      <Tabs
        className="fill page-tabs"
        activeKey={page.tab}
        onChange={page.showTab}
        destroyOnHidden
        items={[
          { key: 'grid', label: W.gridTab, children: <GridTab page={page} /> },
          {
            key: 'year',
            label: YEAR_VIEW_WORDS.tab,
            children: <YearPanel view={page.year} onOpen={page.opened.open} />,
          },
          {
            key: 'rates',
            label: W.ratesTab,
            children: page.rates ? <RatesTable rates={page.rates} /> : page.error ? null : <Waiting />,
          },
        ]}
        tabBarExtraContent={
          model && page.tab !== 'year' ? (
            <span className="muted" data-testid="status-counts">
              {model.units} 个单位，全期应报 {model.expected} 项；计入应报 <b>{model.due}</b> 项，已报{' '}
              <b>{model.met}</b> 项，欠报 <b>{model.due - model.met}</b> 项
              {model.extra > 0 && `；另收到分工之外 ${model.extra} 项`}
            </span>
          ) : null
        }
      />
      <CellDrawer opened={page.opened} directory={page.directory} onClosed={focusActiveCell} />
    </div>
  );
}

function GridTab({ page }: { readonly page: ReturnType<typeof useStatusPage> }) {
  const { model } = page;
  if (!model) return page.error ? null : <Waiting />;
  const owed = new Set(page.grid?.cells.map((cell) => cell.duty));
  return (
    <div className="status-body">
      <div className="row spread">
        <StatusToolbar
          duties={page.directory.duties.filter((duty) => owed.has(duty.id))}
          groups={page.groups.filter(({ units }) => units.length > 0)}
          filters={page.filters}
          onChange={page.change}
          onClear={page.clear}
        />
        <Button
          icon={<PrinterOutlined />}
          className="no-print"
          style={{ marginLeft: 'auto' }}
          onClick={printPage}
          data-testid="status-print"
        >
          {W.print}
        </Button>
        <StatusLegend
          counts={model.counts}
          chosen={page.filters.statuses}
          onChoose={(statuses) => page.change({ statuses })}
        />
      </div>
      <RefusedNotice refused={page.grid?.refused} dutyTitle={page.directory.dutyTitle} />
      {page.grid?.cells.length === 0 ? (
        <EmptyState
          title={W.noDuties}
          next={W.noDutiesHint}
          action={
            <Link to="/duties">
              <Button>看事项</Button>
            </Link>
          }
        />
      ) : model.rows.length === 0 ? (
        <EmptyState
          title={W.noRows}
          next={W.noRowsHint}
          action={<Button onClick={page.clear}>{W.clearFilters}</Button>}
        />
      ) : (
        <StatusGrid model={model} filters={page.filters} onOpen={page.opened.open} />
      )}
    </div>
  );
}

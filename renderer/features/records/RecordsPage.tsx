import { Button, Spin } from 'antd';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { PageHeader } from '../../parts/PageHeader.tsx';
import { RecordDrawer } from './RecordDrawer.tsx';
import { RecordFilterBar } from './RecordFilterBar.tsx';
import { RecordList } from './RecordList.tsx';
import { recordColumns } from './recordColumns.tsx';
import { hasFilters } from './recordQuery.ts';
import { useRecords } from './useRecords.ts';

/** 数据: every stored row, found by words and filters, raw beside normalised. */
export function RecordsPage() {
  const records = useRecords();
  const { filters, setFilters, period, directory, templates, pages, columns: template, opened } = records;
  const navigate = useNavigate();
  const columns = useMemo(() => recordColumns(directory, templates, template), [directory, templates, template]);
  return (
    <div className="page fixed">
      <PageHeader title="数据" hint="点一行看原文与规范值，必要时写明理由放行">
        <span className="muted" data-testid="record-total" aria-live="polite">
          {pages.total === undefined ? '…' : `共 ${pages.total} 条`}
        </span>
      </PageHeader>
      <RecordFilterBar filters={filters} onChange={setFilters} directory={directory} period={period} />
      <ErrorNotice error={pages.error} onRetry={pages.reload} />
      {pages.total === undefined && !pages.error ? <Spin delay={300} style={{ margin: '10vh auto' }} /> : null}
      {pages.total === 0 ? (
        <NothingFound
          filtered={hasFilters(filters)}
          everyPeriod={filters.everyPeriod}
          onEveryPeriod={() => setFilters({ everyPeriod: true })}
          onImport={() => navigate('/imports')}
        />
      ) : null}
      {pages.total ? (
        <RecordList pages={pages} columns={columns} opened={opened?.record.id ?? null} onOpen={records.open} />
      ) : null}
      <RecordDrawer
        record={opened?.record ?? null}
        template={records.openedTemplate}
        directory={directory}
        busy={records.confirm.busy}
        error={records.confirm.error}
        onConfirm={records.confirmFinding}
        onStep={records.step}
        onClose={records.close}
      />
    </div>
  );
}

interface NothingFoundProps {
  readonly filtered: boolean;
  readonly everyPeriod: boolean;
  readonly onEveryPeriod: () => void;
  readonly onImport: () => void;
}

function NothingFound({ filtered, everyPeriod, onEveryPeriod, onImport }: NothingFoundProps) {
  if (!everyPeriod) {
    return (
      <EmptyState
        title={filtered ? '这个报送期里没有符合条件的记录' : '这个报送期还没有记录'}
        next="换一个报送期，或看所有报送期的记录。"
        action={<Button onClick={onEveryPeriod}>看所有报送期</Button>}
      />
    );
  }
  if (filtered) return <EmptyState title="没有符合条件的记录" next="减少筛选条件，或换个关键词再查。" />;
  return (
    <EmptyState
      title="还没有数据"
      next="先导入单位报来的表，提交之后每一行都会在这里。"
      action={
        <Button type="primary" onClick={onImport}>
          去导入
        </Button>
      }
    />
  );
}

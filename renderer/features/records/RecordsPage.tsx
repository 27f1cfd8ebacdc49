import { FileExcelOutlined } from '@ant-design/icons';
import { Button, Segmented, Spin } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ClusterMember } from '../../../electron/contract/clusters.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { PageHeader } from '../../parts/PageHeader.tsx';
import { ClustersTab } from './ClustersTab.tsx';
import { RecordDrawer } from './RecordDrawer.tsx';
import { RecordFilterBar } from './RecordFilterBar.tsx';
import { RecordList } from './RecordList.tsx';
import { RuleBar } from './RuleBar.tsx';
import { recordColumns } from './recordColumns.tsx';
import { hasFilters } from './recordQuery.ts';
import { useRecords } from './useRecords.ts';

type Tab = 'records' | 'clusters';

/** 数据: every stored row, found by words and filters, raw beside normalised. */
export function RecordsPage() {
  const [tab, setTab] = useState<Tab>('records');
  const records = useRecords();
  const { filters, setFilters, period, directory, pages, opened } = records;
  const navigate = useNavigate();
  const openMember = ({ record, unit, template, period: of }: ClusterMember) => {
    setTab('records');
    navigate(`/records?${new URLSearchParams({ unit, template, period: of, record: String(record) })}`);
  };
  return (
    <div className="page fixed">
      <PageHeader title="数据" hint="点一行看原文与规范值，可更正、可写明理由放行">
        {tab === 'records' ? (
          <>
            <span className="muted" data-testid="record-total" aria-live="polite">
              {pages.total === undefined ? '…' : `共 ${pages.total} 条`}
            </span>
            <Button
              size="small"
              icon={<FileExcelOutlined />}
              loading={records.write.busy}
              disabled={!pages.total}
              onClick={records.exportFindings}
              data-testid="export-findings"
            >
              导出问题清单
            </Button>
          </>
        ) : null}
        <Segmented<Tab>
          aria-label="数据或疑似重复"
          value={tab}
          onChange={setTab}
          options={[
            { value: 'records', label: '数据记录' },
            { value: 'clusters', label: '疑似重复' },
          ]}
        />
      </PageHeader>
      <RecordFilterBar filters={filters} onChange={setFilters} directory={directory} period={period} />
      <ErrorNotice error={records.write.error} onClose={records.write.clearError} />
      {tab === 'clusters' ? (
        <ClustersTab query={records.query} directory={directory} onOpen={openMember} />
      ) : (
        <RecordsTab records={records} onImport={() => navigate('/imports')} />
      )}
      <RecordDrawer
        record={opened?.record ?? null}
        template={records.openedTemplate}
        directory={directory}
        busy={records.confirm.busy || records.correct.busy}
        error={records.confirm.error ?? records.correct.error}
        reasons={records.reasons}
        onAskReasons={records.askReasons}
        onCorrect={records.correctValue}
        onConfirm={records.confirmFinding}
        onStep={records.step}
        onClose={records.close}
      />
    </div>
  );
}

interface RecordsTabProps {
  readonly records: ReturnType<typeof useRecords>;
  readonly onImport: () => void;
}

function RecordsTab({ records, onImport }: RecordsTabProps) {
  const { filters, setFilters, directory, templates, pages, columns: template, opened, counts } = records;
  const columns = useMemo(() => recordColumns(directory, templates, template), [directory, templates, template]);
  return (
    <>
      {counts.data && !counts.error ? (
        <RuleBar counts={counts.data} rule={filters.rule} onRule={(rule) => setFilters({ rule })} />
      ) : null}
      <ErrorNotice error={pages.error ?? counts.error} onRetry={pages.reload} />
      {pages.total === undefined && !pages.error ? <Spin delay={300} style={{ margin: '10vh auto' }} /> : null}
      {pages.total === 0 ? (
        <NothingFound
          filtered={hasFilters(filters)}
          everyPeriod={filters.everyPeriod}
          onEveryPeriod={() => setFilters({ everyPeriod: true })}
          onImport={onImport}
        />
      ) : null}
      {pages.total ? (
        <RecordList pages={pages} columns={columns} opened={opened?.record.id ?? null} onOpen={records.open} />
      ) : null}
    </>
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

import { Button, Drawer, Pagination, Table } from 'antd';
import { Link } from 'react-router';
import type { FigureCell, FigureRows } from '../../electron/contract/figures.ts';
import type { StoredRecord } from '../../electron/contract/records.ts';
import type { Directory } from '../api/useDirectory.ts';
import { FIGURE_WORDS as W } from '../words/figures.ts';
import { EmptyState } from './EmptyState.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';
import { emptyFigure, type FigurePaper } from './emptyFigure.ts';
import { gridLink, recordLink, unitLink } from './links.ts';
import { dayText, momentText, periodTitle } from './periods.ts';
import { divisionText } from './rateParts.ts';
import { StatusTag } from './StatusTag.tsx';
import { shortTemplateTitle } from './templateNames.ts';
import { FIGURE_PAGE, type OpenFigure, useFigure } from './useFigure.ts';
import { Waiting } from './Waiting.tsx';
import './figures.css';

interface FigureDrawerProps {
  readonly figure: OpenFigure;
  readonly directory: Directory;
  /** Where it stands in one. */
  readonly paper?: FigurePaper;
  readonly onClose: () => void;
}

/** The rows that a number was counted from, each with the way to it. */
export function FigureDrawer({ figure, directory, paper, onClose }: FigureDrawerProps) {
  const { ref, answer, page, setPage, open, back, rate, counted } = useFigure(figure);
  const { data } = answer;
  const nothing = emptyFigure({ ref, shown: back === null ? figure.shown : null, paper });
  return (
    <Drawer
      open
      size={860}
      onClose={onClose}
      title={data ? data.title : W.title}
      extra={data && data.kind !== 'lines' ? <b data-testid="figure-total">{data.total}</b> : null}
      styles={{ body: { display: 'flex', flexDirection: 'column', gap: 8, padding: 12 } }}
      data-testid="figure-drawer"
    >
      <div className="row">
        {back === null ? null : (
          <Button size="small" onClick={back}>
            返回上一层
          </Button>
        )}
        <span className="muted small">原处写的是“{figure.shown}”</span>
      </div>
      {rate && counted !== undefined && data && data.total > 0 ? (
        <div className="row" data-testid="figure-rate">
          <b>{divisionText(counted, data.total)}</b>
          <span>
            {rate.countedWord} {counted}，{rate.restWord} {data.total - counted}
          </span>
          {counted < data.total ? (
            <Button size="small" onClick={() => open(rate.rest)} data-testid="figure-rest">
              {W.onlyRest}
              {rate.restWord}
            </Button>
          ) : null}
        </div>
      ) : null}
      <ErrorNotice error={answer.error} onRetry={answer.reload} />
      {!data && !answer.error ? <Waiting /> : null}
      {data?.total === 0 && data.kind !== 'lines' ? <EmptyState {...nothing} /> : null}
      {data && (data.total > 0 || data.kind === 'lines') ? (
        <Rows
          rows={data}
          period={'period' in ref ? ref.period : null}
          directory={directory}
          onOpen={open}
          by={verdictOf(ref)}
        />
      ) : null}
      {data && data.kind !== 'lines' && data.total > FIGURE_PAGE ? (
        <Pagination
          size="small"
          align="end"
          showSizeChanger={false}
          current={page}
          pageSize={FIGURE_PAGE}
          total={data.total}
          showTotal={(total) => `共 ${total} 条`}
          onChange={setPage}
        />
      ) : null}
    </Drawer>
  );
}

interface RowsProps {
  readonly rows: FigureRows;
  readonly period: string | null;
  readonly directory: Directory;
  readonly onOpen: (ref: OpenFigure['ref']) => void;
  readonly by: Verdict;
}

/** By what a record counts or does not. */
type Verdict = 'compliance' | 'timeliness';

function verdictOf(ref: OpenFigure['ref']): Verdict {
  const isTimed = ref.kind === 'records' && ['clocked', 'timely', 'untimely', 'overdue', 'undated'].includes(ref.state);
  return isTimed ? 'timeliness' : 'compliance';
}

function Rows({ rows, period, directory, onOpen, by }: RowsProps) {
  switch (rows.kind) {
    case 'cells':
      return <CellRows cells={rows.cells} />;
    case 'records':
      return <RecordRows records={rows.records} directory={directory} by={by} />;
    case 'units':
      return (
        <Table
          size="small"
          rowKey="unit"
          pagination={false}
          dataSource={[...rows.units]}
          columns={[
            { title: W.unit, dataIndex: 'name' },
            {
              title: '',
              key: 'go',
              width: 90,
              render: (_, { name }) => (period === null ? null : <Link to={unitLink(name, period)}>{W.toGrid}</Link>),
            },
          ]}
        />
      );
    case 'lines':
      return (
        <ol className="figure-lines">
          {rows.lines.map(({ text, ref }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike, and none moves
            <li key={index}>
              {text}{' '}
              {ref ? (
                <Button size="small" type="link" onClick={() => onOpen(ref)}>
                  {W.title}
                </Button>
              ) : null}
            </li>
          ))}
        </ol>
      );
    default:
      return rows satisfies never;
  }
}

function CellRows({ cells }: { readonly cells: readonly FigureCell[] }) {
  return (
    <Table<FigureCell>
      size="small"
      rowKey={({ unit, duty, period }) => `${unit} ${duty} ${period}`}
      pagination={false}
      dataSource={[...cells]}
      columns={[
        { title: W.unit, dataIndex: 'unitName', width: 130, ellipsis: true },
        { title: W.duty, dataIndex: 'dutyTitle', ellipsis: true },
        { title: W.period, dataIndex: 'period', width: 120, ellipsis: true, render: shortPeriod },
        { title: W.due, dataIndex: 'due', width: 132, render: momentText },
        { title: W.received, dataIndex: 'receivedAt', width: 132, render: momentText },
        {
          title: W.status,
          key: 'status',
          width: 92,
          render: (_, { status, late }) => <StatusTag status={status} late={late} />,
        },
        { title: '', key: 'go', width: 70, render: (_, cell) => <Link to={gridLink(cell)}>{W.toGrid}</Link> },
      ]}
    />
  );
}

function RecordRows({
  records,
  directory,
  by,
}: {
  readonly records: readonly StoredRecord[];
  readonly directory: Directory;
  readonly by: Verdict;
}) {
  return (
    <Table<StoredRecord>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={[...records]}
      columns={[
        {
          title: W.unit,
          dataIndex: 'unit',
          width: 130,
          ellipsis: true,
          render: (unit: string, { period }) => directory.unitNameIn(unit, period),
        },
        {
          title: W.template,
          dataIndex: 'template',
          ellipsis: true,
          render: (id: string) => shortTemplateTitle(directory.templateTitle(id)),
        },
        { title: W.period, dataIndex: 'period', width: 120, ellipsis: true, render: shortPeriod },
        { title: W.decided, dataIndex: 'decisionDate', width: 104, render: dayText },
        { title: W.received, dataIndex: 'receivedAt', width: 132, render: momentText },
        { title: W.verdict, key: 'verdict', width: 76, render: (_, record) => verdictText(record, by) },
        { title: '', key: 'go', width: 70, render: (_, record) => <Link to={recordLink(record)}>{W.toRecord}</Link> },
      ]}
    />
  );
}

/** Those that count against the unit stand out. */
function verdictText({ compliant, timely }: StoredRecord, by: Verdict) {
  const isGood = by === 'compliance' ? compliant : timely;
  if (isGood === null) return '';
  const [good, bad] = by === 'compliance' ? [W.compliant, W.faulty] : [W.timely, W.untimely];
  return isGood ? <span className="muted">{good}</span> : <b className="figure-wrong">✕ {bad}</b>;
}

/** `2022年第17周`: its days are on the screen it leads to. */
function shortPeriod(period: string): string {
  return periodTitle(period).replace(/（.*）$/u, '');
}

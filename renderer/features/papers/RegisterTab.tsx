import { SearchOutlined } from '@ant-design/icons';
import { Button, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { Link } from 'react-router';
import { PAPER_KINDS, PAPER_STATES, type PaperKind, type PaperSummary } from '../../../electron/contract/papers.ts';
import type { Period } from '../../../electron/contract/time.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { FillTable } from '../../parts/FillTable.tsx';
import { paperLink } from '../../parts/links.ts';
import { dayText, momentText, periodTitle } from '../../parts/periods.ts';
import { shortTitle } from '../../parts/shortTitle.ts';
import { PAPER_KIND_WORDS, PAPER_STATE_WORDS, PAPER_STEP_WORDS, PAPER_WORDS as W } from '../../words/papers.ts';
import { PaperStateTag } from './PaperStateTag.tsx';
import { isFiltered } from './registerFilters.ts';
import type { useRegister } from './useRegister.ts';

/** 文稿登记簿: every paper that was begun, newest first. */
export function RegisterTab({ page }: { readonly page: ReturnType<typeof useRegister> }) {
  const { papers, filters } = page;
  const isEmpty = papers.data?.length === 0;
  return (
    <div className="paper-tab">
      <Filters page={page} />
      <ErrorNotice error={papers.error} onRetry={papers.reload} />
      {isEmpty && isFiltered(filters) ? (
        <EmptyState
          title={W.noneFound}
          next={W.noneFoundHint}
          action={<Button onClick={page.clear}>{W.clear}</Button>}
        />
      ) : null}
      {isEmpty && !isFiltered(filters) ? <EmptyState title={W.none} next={W.noneHint} /> : null}
      {isEmpty ? null : (
        <FillTable<PaperSummary>
          rowKey="id"
          data-testid="papers"
          loading={papers.data === undefined && !papers.error}
          dataSource={[...(papers.data ?? [])]}
          virtual={(papers.data?.length ?? 0) > 100}
          scrollX={1040}
          rowClassName={({ state }) => (state === 'void' ? 'clickable-row muted' : 'clickable-row')}
          onRow={({ id }) => ({ onClick: () => page.open(id) })}
          columns={[
            {
              title: W.documentNo,
              dataIndex: 'documentNo',
              width: 176,
              render: (no: string, { state }) => numberShown(no, state),
            },
            {
              title: W.documentTitle,
              dataIndex: 'title',
              ellipsis: true,
              render: (title: string, { id, kind, addressee }) => (
                <>
                  <Link to={paperLink(id)} title={title} onClick={(event) => event.stopPropagation()}>
                    {shortTitle(title)}
                  </Link>
                  {/* Letters of a day differ by whom they are to. */}
                  {kind === 'letter' ? <span className="muted">　{addressee}</span> : null}
                </>
              ),
            },
            { title: W.kind, dataIndex: 'kind', width: 86, render: (kind: PaperKind) => PAPER_KIND_WORDS[kind] },
            {
              title: W.period,
              dataIndex: 'period',
              width: 124,
              ellipsis: true,
              render: (period: Period | null) => (period === null ? '—' : periodTitle(period)),
            },
            {
              title: W.state,
              dataIndex: 'state',
              width: 96,
              render: (_, { state }) => <PaperStateTag state={state} />,
            },
            { title: W.date, dataIndex: 'date', width: 104, render: dayText },
            { title: W.who, key: 'who', width: 220, ellipsis: true, render: (_, paper) => lastStep(paper) },
          ]}
        />
      )}
    </div>
  );
}

function Filters({ page }: { readonly page: ReturnType<typeof useRegister> }) {
  const { filters, change, papers } = page;
  return (
    <div className="row">
      <Input
        aria-label={W.search}
        placeholder={W.search}
        prefix={<SearchOutlined />}
        allowClear
        style={{ width: 220 }}
        value={filters.search}
        onChange={(event) => change({ search: event.target.value })}
        data-testid="paper-search"
      />
      <Select
        aria-label={W.kind}
        style={{ width: 120 }}
        allowClear
        placeholder={W.anyKind}
        value={filters.kind}
        options={PAPER_KINDS.map((value) => ({ value, label: PAPER_KIND_WORDS[value] }))}
        onChange={(kind) => change({ kind: kind ?? null })}
      />
      <Select
        aria-label={W.state}
        style={{ width: 112 }}
        allowClear
        placeholder={W.anyState}
        value={filters.state}
        options={PAPER_STATES.map((value) => ({ value, label: PAPER_STATE_WORDS[value] }))}
        onChange={(state) => change({ state: state ?? null })}
      />
      <DatePicker
        picker="year"
        aria-label={W.anyYear}
        placeholder={W.anyYear}
        style={{ width: 112 }}
        value={filters.year === null ? null : dayjs(`${filters.year}-01-01`)}
        onChange={(day) => change({ year: day ? day.year() : null })}
      />
      {isFiltered(filters) ? <Button onClick={page.clear}>{W.clear}</Button> : null}
      <span className="muted small" data-testid="paper-count">
        {papers.data ? `${papers.data.length} 份` : ''}
      </span>
    </div>
  );
}

/** A draft's number is blank until it is issued. */
function numberShown(no: string, state: PaperSummary['state']) {
  if (no !== '' && (state === 'issued' || state === 'void')) return no;
  return <span className="muted">{state === 'issued' ? '—' : W.unnumbered}</span>;
}

function lastStep({ steps }: PaperSummary): string {
  const last = steps.at(-1);
  return last ? `${last.by === '' ? '' : `${last.by} `}${PAPER_STEP_WORDS[last.step]} ${momentText(last.at)}` : '—';
}

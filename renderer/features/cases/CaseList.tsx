import { PaperClipOutlined } from '@ant-design/icons';
import { Checkbox, Input, Pagination, Select, Tag } from 'antd';
import { useEffect, useState } from 'react';
import { adoptionField } from '../../../electron/contract/caseAdoption.ts';
import type { CaseItem, CasePage } from '../../../electron/contract/cases.ts';
import type { Column, Template } from '../../../electron/contract/templates.ts';
import type { Period } from '../../../electron/contract/time.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FillTable } from '../../parts/FillTable.tsx';
import { dayText, periodShort, periodTitle } from '../../parts/periods.ts';
import { SeverityTag } from '../../parts/SeverityTag.tsx';
import { UnitSelect } from '../../parts/UnitSelect.tsx';
import { ORIGIN_WORDS, CASE_WORDS as W } from '../../words/cases.ts';
import { AdoptionButton } from './AdoptionButton.tsx';
import { type CaseFilters, PAGE_SIZE } from './useCases.ts';

interface CaseListProps {
  readonly page: CasePage;
  readonly template: Template;
  readonly directory: Directory;
  readonly filters: CaseFilters;
  readonly period: Period;
  readonly busy: boolean;
  readonly loading: boolean;
  readonly onFilter: (changed: Partial<CaseFilters>) => void;
  readonly onOpen: (item: CaseItem) => void;
  readonly onAdopt: (item: CaseItem, reason: string) => Promise<boolean>;
}

/** One ledger: filters, a page of cases, and the city's answer as a quick mark. */
export function CaseList(props: CaseListProps) {
  const { page, template, directory, filters, busy, loading, onFilter, onOpen, onAdopt } = props;
  const hasAdoption = adoptionField(template) !== null;
  return (
    <>
      <FilterBar {...props} />
      {page.total === 0 ? (
        <EmptyState title={W.nothing} next={W.nothingHint} />
      ) : (
        <FillTable<CaseItem>
          rowKey={({ origin, id }) => `${origin} ${id}`}
          data-testid="cases"
          dataSource={[...page.cases]}
          loading={loading}
          scrollX={980}
          rowClassName="clickable-row"
          onRow={(item) => ({
            tabIndex: 0,
            onClick: () => onOpen(item),
            onKeyDown: (event) => {
              if (event.key === 'Enter' && event.target === event.currentTarget) onOpen(item);
            },
          })}
          columns={[
            {
              title: '单位',
              key: 'unit',
              width: 120,
              ellipsis: true,
              render: (_, { unit, period }) => directory.unitNameIn(unit, period),
            },
            { title: '报送期', dataIndex: 'period', width: 86, render: periodShort },
            {
              title: template.id === 'commitment' ? W.promisor : W.caseTitle,
              dataIndex: 'title',
              ellipsis: true,
              render: (title: string, { attachments }) => (
                <>
                  {title || '—'}
                  {attachments.length > 0 ? (
                    <span className="muted small" title={attachments.map(({ name }) => name).join('\n')}>
                      {' '}
                      <PaperClipOutlined aria-label={W.papers} /> {attachments.length}
                    </span>
                  ) : null}
                </>
              ),
            },
            ...glance(template).map(({ id, name }) => ({
              title: name,
              key: id,
              width: 124,
              ellipsis: true,
              render: (_: unknown, { values }: CaseItem) => values[id] ?? '',
            })),
            {
              title: '来源',
              dataIndex: 'origin',
              width: 84,
              render: (origin: CaseItem['origin'], { pieces }) =>
                pieces === 1 ? ORIGIN_WORDS[origin] : `${ORIGIN_WORDS[origin]} ${pieces} 件`,
            },
            {
              title: '问题',
              key: 'findings',
              width: 150,
              className: 'case-findings',
              render: (_, item) => <Findings item={item} />,
            },
            ...(hasAdoption
              ? [
                  {
                    title: W.adopted,
                    key: 'adopted',
                    width: 116,
                    render: (_: unknown, item: CaseItem) => (
                      <AdoptionButton item={item} busy={busy} onAdopt={(reason) => onAdopt(item, reason)} />
                    ),
                  },
                ]
              : []),
            { title: '首次收到', dataIndex: 'receivedAt', width: 104, render: dayText },
          ]}
        />
      )}
      <div className="row spread">
        <span className="muted small" data-testid="case-total" aria-live="polite">
          共 {page.total} 条{page.pieces === page.total ? '' : `，计 ${page.pieces} 件`}
        </span>
        <Pagination
          size="small"
          hideOnSinglePage
          showSizeChanger={false}
          pageSize={PAGE_SIZE}
          total={page.total}
          current={filters.page}
          onChange={(next) => onFilter({ page: next })}
        />
      </div>
    </>
  );
}

/** Two fields that tell cases of a ledger apart at a glance: what is chosen from a list, the required ones first. */
function glance({ columns }: Template) {
  const chosen = columns.filter(
    ({ id, codes, listed, checks }) =>
      (codes !== null || listed !== undefined) &&
      id !== adoptionField({ columns }) &&
      !checks.includes('subject-category'),
  );
  const isAsked = ({ required, requiredWhen }: Column) => required || requiredWhen.length > 0;
  return [...chosen.filter(isAsked), ...chosen.filter((column) => !isAsked(column))].slice(0, 2);
}

function FilterBar({ directory, filters, period, template, onFilter }: CaseListProps) {
  const [search, setSearch] = useState(filters.search);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (search !== filters.search) onFilter({ search });
    }, 300);
    return () => clearTimeout(timer);
  }, [search, filters.search, onFilter]);
  return (
    <div className="panel row" style={{ padding: '8px 12px' }}>
      <Input
        allowClear
        aria-label="搜索案例"
        data-testid="case-search"
        placeholder={W.search}
        style={{ width: 220 }}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <UnitSelect
        units={directory.units}
        allowClear
        aria-label="单位"
        placeholder="全部单位"
        style={{ width: 160 }}
        value={filters.unit}
        onChange={(unit?: string) => onFilter({ unit: unit ?? null })}
      />
      {adoptionField(template) === null ? null : (
        <Select<'yes' | 'no'>
          allowClear
          aria-label={W.adoptedAll}
          placeholder={W.adoptedAll}
          style={{ width: 120 }}
          value={filters.adopted === null ? null : filters.adopted ? 'yes' : 'no'}
          onChange={(adopted) => onFilter({ adopted: adopted === undefined ? null : adopted === 'yes' })}
          options={[
            { value: 'yes', label: W.adoptedYes },
            { value: 'no', label: W.adoptedNo },
          ]}
        />
      )}
      <Checkbox
        checked={filters.everyPeriod}
        onChange={(event) => onFilter({ everyPeriod: event.target.checked })}
        data-testid="every-period"
      >
        {W.everyPeriod}
      </Checkbox>
      {filters.everyPeriod ? null : (
        <span className="muted">
          报送期 <b>{periodTitle(period)}</b>
        </span>
      )}
    </div>
  );
}

function Findings({ item }: { readonly item: CaseItem }) {
  const open = (severity: 'error' | 'verify') =>
    item.findings.filter((finding) => finding.severity === severity && finding.confirmedReason === null).length;
  const [errors, verify] = [open('error'), open('verify')];
  if (item.origin === 'paper' || item.origin === 'article') return <span className="muted">—</span>;
  if (errors + verify === 0)
    return (
      <Tag color="green" variant="outlined">
        ✓ 合规
      </Tag>
    );
  return (
    <>
      {errors > 0 ? <SeverityTag severity="error" count={errors} /> : null}
      {verify > 0 ? <SeverityTag severity="verify" count={verify} /> : null}
    </>
  );
}

import { Button, Input, Segmented, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { Period } from '../../../electron/contract/time.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { periodTitle } from '../../parts/periods.ts';
import { UnitSelect } from '../../parts/UnitSelect.tsx';
import { SEVERITY_WORDS } from '../../words.ts';
import { hasFilters, type RecordFilters, SEVERITIES } from './recordQuery.ts';

interface RecordFilterBarProps {
  readonly filters: RecordFilters;
  readonly onChange: (changed: Partial<RecordFilters>) => void;
  readonly directory: Directory;
  readonly period: Period;
}

/** Search and filters of the records. */
export function RecordFilterBar({ filters, onChange, directory, period }: RecordFilterBarProps) {
  const [search, setSearch] = useState(filters.search);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (search !== filters.search) onChange({ search });
    }, 300);
    return () => clearTimeout(timer);
  }, [search, filters.search, onChange]);
  const clear = () => {
    setSearch('');
    onChange({ search: '', unit: null, template: null, rule: null, severity: null, compliant: null });
  };
  return (
    <div className="panel row" style={{ padding: '8px 12px' }}>
      <Input
        allowClear
        aria-label="搜索记录"
        data-testid="record-search"
        placeholder="名称、代码、文号…"
        style={{ width: 180 }}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <UnitSelect
        units={directory.units}
        allowClear
        aria-label="单位"
        placeholder="全部单位"
        style={{ width: 130 }}
        value={filters.unit}
        onChange={(unit?: string) => onChange({ unit: unit ?? null })}
      />
      <Select
        allowClear
        aria-label="模板"
        placeholder="全部模板"
        style={{ width: 160 }}
        popupMatchSelectWidth={260}
        value={filters.template}
        onChange={(template) => onChange({ template: template ?? null })}
        options={directory.templates.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <Select
        allowClear
        aria-label="问题级别"
        placeholder="全部级别"
        style={{ width: 110 }}
        value={filters.severity}
        onChange={(severity) => onChange({ severity: severity ?? null })}
        options={SEVERITIES.map((severity) => ({ value: severity, label: `有${SEVERITY_WORDS[severity]}` }))}
      />
      <Segmented
        aria-label="按合规筛选"
        value={filters.compliant === null ? 'all' : filters.compliant ? 'yes' : 'no'}
        onChange={(value) => onChange({ compliant: value === 'all' ? null : value === 'yes' })}
        options={[
          { value: 'all', label: '全部' },
          { value: 'yes', label: '合规' },
          { value: 'no', label: '不合规' },
        ]}
      />
      <Segmented
        aria-label="报送期范围"
        value={filters.everyPeriod ? 'all' : 'chosen'}
        onChange={(value) => onChange({ everyPeriod: value === 'all' })}
        options={[
          { value: 'chosen', label: periodTitle(period).replace(/（.*/, '') },
          { value: 'all', label: '所有报送期' },
        ]}
      />
      {hasFilters(filters) ? (
        <Button type="link" size="small" onClick={clear}>
          清除筛选
        </Button>
      ) : null}
    </div>
  );
}

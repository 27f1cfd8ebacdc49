import { Button, Input, Select, Space, Switch, Tooltip } from 'antd';
import type { Duty } from '../../../electron/contract/duties.ts';
import { UNIT_KINDS } from '../../../electron/contract/units.ts';
import { STATUS_PAGE_WORDS as W } from '../../words/status.ts';
import { UNIT_KIND_WORDS } from '../../words.ts';
import type { GridFilters } from './gridModel.ts';

interface StatusToolbarProps {
  readonly duties: readonly Duty[];
  readonly filters: GridFilters;
  readonly onChange: (part: Partial<GridFilters>) => void;
  readonly onClear: () => void;
}

/** Filters of the grid: duty, kind of unit, name, and the switch that leaves only what is owed. */
export function StatusToolbar({ duties, filters, onChange, onClear }: StatusToolbarProps) {
  const filtered =
    filters.duties.length + filters.kinds.length + filters.statuses.length > 0 ||
    filters.search !== '' ||
    filters.onlyUnmet;
  return (
    <Space wrap size={8} className="no-print">
      <Select
        mode="multiple"
        aria-label="按事项筛选"
        data-testid="status-duty-filter"
        placeholder={W.dutyFilter}
        allowClear
        maxTagCount={1}
        maxTagTextLength={10}
        optionFilterProp="label"
        popupMatchSelectWidth={360}
        style={{ width: 230 }}
        value={[...filters.duties]}
        options={duties.map((duty) => ({ value: duty.id, label: duty.title }))}
        onChange={(chosen) => onChange({ duties: chosen })}
      />
      <Select
        mode="multiple"
        aria-label="按单位类别筛选"
        data-testid="status-kind-filter"
        placeholder={W.kindFilter}
        allowClear
        maxTagCount={1}
        style={{ width: 170 }}
        value={[...filters.kinds]}
        options={UNIT_KINDS.map((kind) => ({ value: kind, label: UNIT_KIND_WORDS[kind] }))}
        onChange={(chosen) => onChange({ kinds: chosen })}
      />
      <Input.Search
        aria-label={W.search}
        data-testid="status-search"
        placeholder={W.search}
        allowClear
        style={{ width: 150 }}
        value={filters.search}
        onChange={(event) => onChange({ search: event.target.value })}
      />
      <Tooltip title={W.onlyUnmetHint}>
        <Space size={6}>
          <Switch
            aria-label={W.onlyUnmet}
            data-testid="status-only-unmet"
            checked={filters.onlyUnmet}
            onChange={(onlyUnmet) => onChange({ onlyUnmet })}
          />
          <span aria-hidden>{W.onlyUnmet}</span>
        </Space>
      </Tooltip>
      {filtered && (
        <Button type="link" size="small" onClick={onClear}>
          {W.clearFilters}
        </Button>
      )}
    </Space>
  );
}

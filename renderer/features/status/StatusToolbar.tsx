import { Button, Checkbox, Input, Select, Space, Switch, Tooltip } from 'antd';
import type { Duty } from '../../../electron/contract/duties.ts';
import { UNIT_KINDS, type UnitGroup } from '../../../electron/contract/units.ts';
import { STATUS_PAGE_WORDS as W } from '../../words/status.ts';
import { CADENCE_WORDS, UNIT_KIND_WORDS } from '../../words.ts';
import type { GridFilters } from './gridModel.ts';

interface StatusToolbarProps {
  /** Those that the grid holds. */
  readonly duties: readonly Duty[];
  readonly groups: readonly UnitGroup[];
  readonly filters: GridFilters;
  readonly onChange: (part: Partial<GridFilters>) => void;
  readonly onClear: () => void;
}

/** Filters of the grid: duty and rhythm, kind and group of the units, name, only what is owed; and the units listed by kind. */
export function StatusToolbar({ duties, groups, filters, onChange, onClear }: StatusToolbarProps) {
  const filtered =
    [filters.duties, filters.cadences, filters.kinds, filters.groups, filters.statuses].some((one) => one.length > 0) ||
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
        style={{ width: 200 }}
        value={[...filters.duties]}
        options={duties.map((duty) => ({ value: duty.id, label: duty.title }))}
        onChange={(chosen) => onChange({ duties: chosen })}
      />
      <Select
        mode="multiple"
        aria-label="按周期筛选"
        data-testid="status-cadence-filter"
        placeholder={W.cadenceFilter}
        allowClear
        maxTagCount={1}
        style={{ width: 124 }}
        value={[...filters.cadences]}
        options={[...new Set(duties.map(({ cadence }) => cadence))].map((cadence) => ({
          value: cadence,
          label: CADENCE_WORDS[cadence],
        }))}
        onChange={(chosen) => onChange({ cadences: chosen })}
      />
      <Select
        mode="multiple"
        aria-label="按单位类别筛选"
        data-testid="status-kind-filter"
        placeholder={W.kindFilter}
        allowClear
        maxTagCount={1}
        style={{ width: 150 }}
        value={[...filters.kinds]}
        options={UNIT_KINDS.map((kind) => ({ value: kind, label: UNIT_KIND_WORDS[kind] }))}
        onChange={(chosen) => onChange({ kinds: chosen })}
      />
      <Select
        mode="multiple"
        aria-label="按单位分组筛选"
        data-testid="status-group-filter"
        placeholder={W.groupFilter}
        allowClear
        maxTagCount={1}
        maxTagTextLength={6}
        optionFilterProp="label"
        popupMatchSelectWidth={420}
        style={{ width: 150 }}
        value={[...filters.groups]}
        options={groups.map(({ id, title }) => ({ value: id, label: `${id}　${title}` }))}
        onChange={(chosen) => onChange({ groups: chosen })}
      />
      <Input.Search
        aria-label={W.search}
        data-testid="status-search"
        placeholder={W.search}
        allowClear
        style={{ width: 140 }}
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
      <Tooltip title={W.groupedHint}>
        <Checkbox
          data-testid="status-grouped"
          checked={filters.grouped}
          onChange={(event) => onChange({ grouped: event.target.checked })}
        >
          {W.grouped}
        </Checkbox>
      </Tooltip>
      {filtered && (
        <Button type="link" size="small" onClick={onClear}>
          {W.clearFilters}
        </Button>
      )}
    </Space>
  );
}

import { Checkbox, Input, Select } from 'antd';
import { UNIT_KINDS, type UnitGroup, type UnitKind } from '../../../electron/contract/units.ts';
import { UNITS_WORDS as W } from '../../words/units.ts';
import { UNIT_KIND_WORDS } from '../../words.ts';
import type { UnitFilters } from './unitFilters.ts';

interface UnitToolbarProps {
  readonly filters: UnitFilters;
  readonly groups: readonly UnitGroup[];
  readonly shown: number;
  readonly onChange: (part: Partial<UnitFilters>) => void;
}

/** What is looked for in the directory. */
export function UnitToolbar({ filters, groups, shown, onChange }: UnitToolbarProps) {
  return (
    <div className="row">
      <Input.Search
        aria-label={W.search}
        data-testid="units-search"
        placeholder={W.search}
        allowClear
        style={{ width: 240 }}
        value={filters.search}
        onChange={(event) => onChange({ search: event.target.value })}
      />
      <Select
        aria-label="按类别筛选"
        data-testid="units-kind"
        placeholder={W.kindFilter}
        allowClear
        style={{ width: 160 }}
        value={filters.kind ?? null}
        options={UNIT_KINDS.map((kind) => ({ value: kind, label: UNIT_KIND_WORDS[kind] }))}
        onChange={(kind: UnitKind | null | undefined) => onChange({ kind: kind ?? undefined })}
      />
      <Select
        aria-label="按分组筛选"
        data-testid="units-group"
        placeholder={W.groupFilter}
        allowClear
        style={{ width: 200 }}
        popupMatchSelectWidth={360}
        value={filters.group ?? null}
        options={groups.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))}
        onChange={(group: string | null | undefined) => onChange({ group: group ?? undefined })}
      />
      <Select
        aria-label="按是否停用筛选"
        data-testid="units-active"
        placeholder={W.activeFilter}
        allowClear
        style={{ width: 150 }}
        value={filters.active ?? null}
        options={[
          { value: 'now', label: W.activeNow },
          { value: 'past', label: W.activePast },
        ]}
        onChange={(active: UnitFilters['active'] | null) => onChange({ active: active ?? undefined })}
      />
      <Checkbox
        data-testid="units-without-contacts"
        checked={filters.withoutContacts}
        onChange={(event) => onChange({ withoutContacts: event.target.checked })}
      >
        {W.onlyNoContacts}
      </Checkbox>
      <span className="muted">显示 {shown} 个</span>
    </div>
  );
}

import { Checkbox, Input, Select } from 'antd';
import { UNIT_KINDS, type UnitKind } from '../../../electron/contract/units.ts';
import { UNITS_WORDS as W } from '../../words/units.ts';
import { UNIT_KIND_WORDS } from '../../words.ts';
import type { UnitFilters } from './useUnits.ts';

interface UnitToolbarProps {
  readonly filters: UnitFilters;
  readonly shown: number;
  readonly onChange: (part: Partial<UnitFilters>) => void;
}

/** What is looked for in the directory. */
export function UnitToolbar({ filters, shown, onChange }: UnitToolbarProps) {
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

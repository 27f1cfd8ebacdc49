import { Input, Segmented, Select } from 'antd';
import type { ReminderLevel } from '../../../electron/contract/reminders.ts';
import { LEVEL_LOOKS, LEVEL_ORDER, REMINDER_WORDS as W } from '../../words/reminders.ts';
import { LEVEL_WORDS } from '../../words.ts';
import type { ReminderFilters } from './reminderView.ts';

interface ReminderToolbarProps {
  readonly counts: Readonly<Record<ReminderLevel, number>>;
  readonly duties: ReadonlyMap<string, string>;
  readonly filters: ReminderFilters;
  readonly onChange: (part: Partial<ReminderFilters>) => void;
}

/** Filters of the list: level with its count, duty, unit. */
export function ReminderToolbar({ counts, duties, filters, onChange }: ReminderToolbarProps) {
  const all = counts.red + counts.yellow + counts.blue;
  return (
    <div className="row no-print">
      <Segmented
        aria-label="按级别筛选"
        data-testid="reminders-level"
        value={filters.level}
        onChange={(level) => onChange({ level })}
        options={[
          { value: 'all' as const, label: `${W.all} ${all}` },
          ...LEVEL_ORDER.map((level) => ({
            value: level,
            label: (
              <span className="reminder-level-option">
                <i className={`reminder-dot level-${level}`} />
                {LEVEL_WORDS[level]}·{LEVEL_LOOKS[level].hint} {counts[level]}
              </span>
            ),
          })),
        ]}
      />
      <Select
        aria-label="按事项筛选"
        data-testid="reminders-duty"
        placeholder={W.dutyFilter}
        allowClear
        style={{ width: 280 }}
        value={filters.duty ?? null}
        options={[...duties].map(([value, label]) => ({ value, label }))}
        onChange={(duty: string | null | undefined) => onChange({ duty: duty ?? undefined })}
      />
      <Input.Search
        aria-label={W.search}
        data-testid="reminders-search"
        placeholder={W.search}
        allowClear
        style={{ width: 160 }}
        value={filters.search}
        onChange={(event) => onChange({ search: event.target.value })}
      />
    </div>
  );
}

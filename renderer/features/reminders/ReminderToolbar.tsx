import { Button, Checkbox, Segmented, Select } from 'antd';
import { OWED_STATUSES, type OwedStatus } from '../../../electron/contract/reminders.ts';
import { DutiesSelect } from '../../parts/DutySelect.tsx';
import { MomentField } from '../../parts/MomentField.tsx';
import { periodTitle } from '../../parts/periods.ts';
import { LEVEL_LOOKS, LEVEL_ORDER, OWED_STATUS_WORDS, REMINDER_WORDS as W } from '../../words/reminders.ts';
import { LEVEL_WORDS } from '../../words.ts';
import { isFiltered } from './reminderView.ts';
import type { RemindersView } from './useReminders.ts';

/** What is asked for (above) and what of it is shown (below), with the count of each level. */
export function ReminderToolbar({ page }: { readonly page: RemindersView }) {
  const { filters, change, counts, period, directory, groups } = page;
  const all = counts.red + counts.yellow + counts.blue;
  return (
    <div className="panel reminder-toolbar no-print">
      <div className="row">
        <Segmented
          aria-label={W.scope}
          data-testid="reminders-scope"
          value={filters.scope}
          onChange={(scope) => change({ scope })}
          options={[
            { value: 'all' as const, label: W.everything },
            { value: 'period' as const, label: `${W.onePeriod}${periodTitle(period)}` },
          ]}
        />
        <MomentField
          label={W.asOf}
          title={W.asOf}
          placeholder={W.asOfNow}
          width={160}
          value={filters.asOf}
          onChange={(asOf) => change({ asOf })}
          wholeDay
        />
        <DutiesSelect
          aria-label={W.dutyFilter}
          data-testid="reminders-duty"
          placeholder={W.dutyFilter}
          style={{ flex: '1 1 180px', maxWidth: 420 }}
          duties={directory.duties}
          value={[...filters.duties]}
          onChange={(duties) => change({ duties })}
        />
        <Select<string[]>
          mode="multiple"
          allowClear
          maxTagCount="responsive"
          aria-label={W.unitFilter}
          data-testid="reminders-unit"
          placeholder={W.unitFilter}
          style={{ flex: '1 1 180px', maxWidth: 420 }}
          showSearch={{ optionFilterProp: 'label' }}
          value={[...filters.units]}
          options={[
            // First: long names of groups contain those of units, and a typed name means the unit.
            { label: W.units, options: directory.units.map(({ id, name }) => ({ value: `unit:${id}`, label: name })) },
            {
              label: W.groups,
              options: groups
                .filter(({ units }) => units.length > 0)
                .map(({ id, title, units }) => ({ value: `group:${id}`, label: `${title}（${units.length}家）` })),
            },
          ]}
          onChange={(units) => change({ units })}
        />
      </div>
      <div className="row">
        <Segmented
          aria-label="按级别筛选"
          data-testid="reminders-level"
          value={filters.level}
          onChange={(level) => change({ level })}
          options={[
            { value: 'all' as const, label: `${W.all} ${all}` },
            ...LEVEL_ORDER.map((level) => ({
              value: level,
              label: (
                <span className="reminder-level-option">
                  <i className={`reminder-dot level-${level}`} aria-hidden />
                  {LEVEL_WORDS[level]}·{LEVEL_LOOKS[level].hint} <b>{counts[level]}</b>
                </span>
              ),
            })),
          ]}
        />
        <Select<OwedStatus[]>
          mode="multiple"
          allowClear
          maxTagCount="responsive"
          aria-label={W.statusFilter}
          data-testid="reminders-status"
          placeholder={W.statusFilter}
          style={{ flex: '1 1 150px', maxWidth: 280 }}
          value={[...filters.statuses]}
          options={OWED_STATUSES.map((value) => ({ value, label: OWED_STATUS_WORDS[value] }))}
          onChange={(statuses) => change({ statuses })}
        />
        <Select<'all' | 'yes' | 'no'>
          aria-label={W.chasedFilter}
          data-testid="reminders-chased"
          style={{ width: 124 }}
          value={filters.chased}
          options={[
            { value: 'all', label: W.chasedFilter },
            { value: 'yes', label: W.chasedYes },
            { value: 'no', label: W.chasedNo },
          ]}
          onChange={(chased) => change({ chased })}
        />
        <Checkbox
          checked={filters.promiseBroken}
          onChange={(event) => change({ promiseBroken: event.target.checked })}
          data-testid="reminders-broken"
        >
          {W.promiseBroken} <b>{page.broken}</b>
        </Checkbox>
        {isFiltered(filters) ? (
          <Button type="link" size="small" onClick={page.clear} data-testid="reminders-clear">
            {W.clear}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

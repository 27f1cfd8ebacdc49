import { Button } from 'antd';
import type { Directory } from '../../api/useDirectory.ts';
import { DayField } from '../../parts/DayField.tsx';
import { DutySelect } from '../../parts/DutySelect.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { UnitSelect } from '../../parts/UnitSelect.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { CHASE_WORDS as W } from '../../words/chases.ts';
import { ChaseTable } from './ChaseTable.tsx';
import { talksText } from './chaseTalks.ts';
import type { useChaseLogTab } from './useChaseLog.ts';

interface ChaseLogTabProps {
  readonly log: ReturnType<typeof useChaseLogTab>;
  readonly directory: Directory;
}

/** All logged chases, by unit, thing and day. */
export function ChaseLogTab({ log, directory }: ChaseLogTabProps) {
  const { filters, change, log: shown } = log;
  const talks = shown?.talks;
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  return (
    <div className="reminder-tab">
      <div className="panel row" style={{ padding: '8px 12px' }}>
        <UnitSelect
          allowClear
          aria-label={W.allUnits}
          data-testid="log-unit"
          placeholder={W.allUnits}
          style={{ width: 180 }}
          units={directory.units}
          value={filters.unit ?? null}
          onChange={(unit: string | undefined) => change({ unit })}
        />
        <DutySelect
          allowClear
          aria-label={W.allDuties}
          data-testid="log-duty"
          placeholder={W.allDuties}
          style={{ width: 280 }}
          duties={directory.duties}
          value={filters.duty ?? null}
          onChange={(duty: string | undefined) => change({ duty })}
        />
        <DayField label={W.from} value={filters.from ?? null} onChange={(day) => change({ from: day ?? undefined })} />
        —
        <DayField label={W.to} value={filters.to ?? null} onChange={(day) => change({ to: day ?? undefined })} />
        {shown ? (
          <span className="muted" aria-live="polite" data-testid="log-count">
            {talksText(shown.talks, shown.isCut)}
          </span>
        ) : null}
        {shown?.isCut ? (
          <Button size="small" loading={log.loading} onClick={log.showMore} data-testid="log-more">
            {W.more}
          </Button>
        ) : null}
      </div>
      <ErrorNotice error={log.error} onRetry={log.reload} />
      {talks === undefined && !log.error ? <Waiting /> : null}
      {talks?.length === 0 ? (
        <EmptyState title={isFiltered ? W.noMatch : W.empty} next={isFiltered ? W.noMatchHint : W.emptyHint} />
      ) : null}
      {talks !== undefined && talks.length > 0 ? (
        <ChaseTable
          talks={talks}
          directory={directory}
          busy={log.busy}
          loading={log.loading}
          isWhole
          onWithdraw={log.withdraw}
        />
      ) : null}
    </div>
  );
}

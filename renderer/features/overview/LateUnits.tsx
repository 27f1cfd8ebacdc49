import { Link } from 'react-router';
import type { Overview } from '../../../electron/contract/overview.ts';
import { OVERVIEW_WORDS as W } from '../../words/overview.ts';

const SHOWN = 7;

/** Units that owe most this year, worst first; the service names ten at most. */
export function LateUnits({ late, today }: Pick<Overview, 'late' | 'today'>) {
  const period = today.slice(0, 4);
  return (
    <section className="panel" aria-label={W.late} data-testid="late-units">
      <div className="row spread overview-panel-head">
        <h2>{W.late}</h2>
        {late.length > 0 && <Link to={`/reminders?period=${period}`}>{W.allReminders}</Link>}
      </div>
      {late.length === 0 ? (
        <div className="muted">✓ {W.noLate}</div>
      ) : (
        <ol className="overview-late">
          {late.slice(0, SHOWN).map((unit) => (
            <li key={unit.unit}>
              <Link className="clip" to={`/status?${new URLSearchParams({ period, search: unit.name, unmet: '1' })}`}>
                {unit.name}
              </Link>
              <span>
                欠 <b>{unit.items}</b> 项
              </span>
              <span className="muted">最久 {unit.daysLate} 天</span>
              <Link
                className={unit.chased === 0 ? 'overview-bad' : 'muted'}
                to={`/reminders?${new URLSearchParams({ period, unit: unit.unit })}`}
              >
                {unit.chased === 0 ? W.notChased : `已催 ${unit.chased} 次`}
              </Link>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

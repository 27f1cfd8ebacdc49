import { Link } from 'react-router';
import type { Overview } from '../../../electron/contract/overview.ts';
import { OVERVIEW_WORDS as W } from '../../words/overview.ts';

const SHOWN = 8;

/** Units that owe most, worst first. */
export function LateUnits({ late }: Pick<Overview, 'late'>) {
  return (
    <section className="panel" aria-label={W.late} data-testid="late-units">
      <div className="row spread overview-panel-head">
        <h2>{W.late}</h2>
        {late.length > 0 && <Link to="/reminders">{W.allReminders}</Link>}
      </div>
      {late.length === 0 ? (
        <div className="muted">✓ {W.noLate}</div>
      ) : (
        <ol className="overview-late">
          {late.slice(0, SHOWN).map((unit) => (
            <li key={unit.unit}>
              <Link className="clip" to={`/status?${new URLSearchParams({ search: unit.name, unmet: '1' })}`}>
                {unit.name}
              </Link>
              <span>
                欠 <b>{unit.items}</b> 项
              </span>
              <span className="muted">最久 {unit.daysLate} 天</span>
            </li>
          ))}
        </ol>
      )}
      {late.length > SHOWN && <div className="muted small">另有 {late.length - SHOWN} 个单位</div>}
    </section>
  );
}

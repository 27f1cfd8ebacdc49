import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DutyProgress } from '../../../electron/contract/overview.ts';
import type { Moment } from '../../../electron/contract/time.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { momentText, periodShort } from '../../parts/periods.ts';
import { OVERVIEW_WORDS as W } from '../../words/overview.ts';
import { dueWords } from './headline.ts';
import { pressing } from './pressing.ts';

interface ProgressPanelProps {
  readonly progress: readonly DutyProgress[];
  readonly asOf: Moment;
}

/** One line per duty and period: how far, with numbers; a click opens it in the grid. At first what is due next and what passed unmet. */
export function ProgressPanel({ progress, asOf }: ProgressPanelProps) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? progress : pressing(progress, asOf);
  return (
    <section className="panel overview-progress" aria-label={W.progress}>
      <div className="row spread overview-panel-head">
        <h2>{W.progress}</h2>
        <div className="row">
          <Legend />
          {shown.length < progress.length || isWhole ? (
            <Button type="link" size="small" onClick={() => setWhole(!isWhole)} data-testid="progress-all">
              {isWhole ? W.lessProgress : `${W.allProgress} ${progress.length}`}
            </Button>
          ) : null}
        </div>
      </div>
      {progress.length === 0 ? (
        <EmptyState
          title={W.noProgress}
          next={W.noProgressHint}
          action={
            <Link to="/duties">
              <Button>{W.toDuties}</Button>
            </Link>
          }
        />
      ) : (
        <div className="overview-lines">
          {shown.map((one) => (
            <ProgressLine key={`${one.duty} ${one.period}`} progress={one} asOf={asOf} />
          ))}
        </div>
      )}
    </section>
  );
}

function ProgressLine({ progress, asOf }: { readonly progress: DutyProgress; readonly asOf: Moment }) {
  const { duty, title, period, due, expected, met, late, missing, pending } = progress;
  const parts = PARTS.map((part) => ({ ...part, count: { onTime: met - late, late, missing, pending }[part.key] }));
  const link = `/status?${new URLSearchParams({ period, duty })}`;
  return (
    <Link to={link} className="overview-line" data-testid={`progress-${duty}-${period}`}>
      <div className="overview-line-title">
        <span className="clip">{title}</span>
        <span className="muted small">{periodShort(period)}</span>
      </div>
      <div className={missing > 0 ? 'overview-line-due overview-bad' : 'overview-line-due'} title={momentText(due)}>
        {dueWords(due, asOf)}
        <small className="muted">{momentText(due).slice(5)}</small>
      </div>
      <div
        className="overview-bar"
        role="img"
        aria-label={`应报 ${expected}，${parts.map((part) => `${part.label} ${part.count}`).join('，')}`}
      >
        {parts
          .filter((part) => part.count > 0)
          .map((part) => (
            <span key={part.key} className={`part-${part.key}`} style={{ flexGrow: part.count }}>
              {part.count}
            </span>
          ))}
      </div>
      <div className="overview-line-count">
        <b>{met}</b> / {expected}
      </div>
    </Link>
  );
}

function Legend() {
  return (
    <div className="row small" aria-hidden>
      {PARTS.map((part) => (
        <span key={part.key} className="row" style={{ gap: 4 }}>
          <i className={`overview-swatch part-${part.key}`} />
          {part.label}
        </span>
      ))}
    </div>
  );
}

const PARTS = [
  { key: 'onTime', label: '按时' },
  { key: 'late', label: '迟报' },
  { key: 'missing', label: '逾期未报' },
  { key: 'pending', label: '未到期' },
] as const;

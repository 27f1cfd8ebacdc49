import { Progress as Bar, Button } from 'antd';
import { useEffect, useState } from 'react';
import type { Progress } from '../../electron/contract/reply.ts';
import { STEP_WORDS } from '../words.ts';

interface ProgressBarProps {
  readonly busy: boolean;
  readonly progress: Progress | undefined;
  /** Shown until the first progress arrives. */
  readonly label: string;
  readonly onCancel?: (() => void) | undefined;
  /** In a line of its surroundings, so that nothing moves while it comes and goes. */
  readonly inline?: boolean;
}

/** Progress of long work. Appears after half a second, so quick work does not flicker. */
export function ProgressBar({ busy, progress, label, onCancel, inline = false }: ProgressBarProps) {
  const slow = useSlow(busy);
  if (!slow) return null;
  const percent = progress && progress.total > 0 ? Math.floor((progress.done / progress.total) * 100) : 0;
  if (inline) {
    return (
      <span
        className="row"
        style={{ flexWrap: 'nowrap', whiteSpace: 'nowrap' }}
        role="status"
        aria-live="polite"
        data-testid="progress"
      >
        <span className="muted">
          {label} {progress ? `${progress.done} / ${progress.total}` : ''}
        </span>
        <Bar percent={percent} status="active" size={[120, 6]} showInfo={false} aria-label={label} />
        {onCancel ? (
          <Button size="small" onClick={onCancel}>
            取消
          </Button>
        ) : null}
      </span>
    );
  }
  return (
    <div className="panel row" role="status" aria-live="polite" data-testid="progress">
      <div style={{ flex: 1, minWidth: 0 }}>
        <div className="row spread">
          <span className="clip" style={{ maxWidth: '80%' }}>
            {progress ? `${STEP_WORDS[progress.step]}：${progress.label}` : label}
          </span>
          {progress ? (
            <span className="muted small">
              {progress.done} / {progress.total}
            </span>
          ) : null}
        </div>
        <Bar percent={percent} status="active" size="small" showInfo={false} aria-label={label} />
      </div>
      {onCancel ? <Button onClick={onCancel}>取消</Button> : null}
    </div>
  );
}

function useSlow(busy: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!busy) {
      setSlow(false);
      return;
    }
    const timer = setTimeout(() => setSlow(true), 500);
    return () => clearTimeout(timer);
  }, [busy]);
  return slow;
}

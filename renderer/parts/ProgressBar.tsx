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
}

/** Progress of long work. Appears after half a second, so quick work does not flicker. */
export function ProgressBar({ busy, progress, label, onCancel }: ProgressBarProps) {
  const slow = useSlow(busy);
  if (!slow) return null;
  const percent = progress && progress.total > 0 ? Math.floor((progress.done / progress.total) * 100) : 0;
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

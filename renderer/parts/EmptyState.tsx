import { Empty } from 'antd';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** What there is not. */
  readonly title: string;
  /** What to do next. */
  readonly next: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing to show: says so, says what to do next, and offers it. */
export function EmptyState({ title, next, action }: EmptyStateProps) {
  return (
    <div style={{ padding: '32px 16px' }} data-testid="empty-state">
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={
          <>
            <div style={{ fontSize: 15 }}>{title}</div>
            <div className="muted">{next}</div>
          </>
        }
      >
        {action}
      </Empty>
    </div>
  );
}

import { Typography } from 'antd';
import type { ReactNode } from 'react';

interface PageHeaderProps {
  readonly title: string;
  /** One line that says what the page is for. */
  readonly hint?: ReactNode;
  /** Buttons on the right. */
  readonly children?: ReactNode;
}

/** Title, hint and the page's buttons on one line. */
export function PageHeader({ title, hint, children }: PageHeaderProps) {
  return (
    <div className="row spread">
      <div className="row" style={{ alignItems: 'baseline', gap: 12, minWidth: 0 }}>
        <Typography.Title level={1} style={{ fontSize: 18, margin: 0 }}>
          {title}
        </Typography.Title>
        {hint ? <span className="muted small">{hint}</span> : null}
      </div>
      <div className="row no-print">{children}</div>
    </div>
  );
}

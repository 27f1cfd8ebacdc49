import { Alert, Button, Space } from 'antd';
import { Link } from 'react-router';
import type { RequestError } from '../api/requestError.ts';

interface ErrorNoticeProps {
  readonly error: RequestError | undefined;
  readonly onRetry?: (() => void) | undefined;
  readonly onClose?: (() => void) | undefined;
}

/** A refusal of the service as a sentence, with the way on. Nothing without an error. */
export function ErrorNotice({ error, onRetry, onClose }: ErrorNoticeProps) {
  if (!error) return null;
  const cancelled = error.code === 'cancelled';
  return (
    <Alert
      data-testid="error-notice"
      data-code={error.code}
      type={cancelled ? 'info' : 'error'}
      showIcon
      title={error.message}
      action={
        <Space>
          {error.code === 'year_unknown' ? (
            <Link to={calendarLink(error.message)}>
              <Button size="small">去日历载入</Button>
            </Link>
          ) : null}
          {onRetry ? (
            <Button size="small" onClick={onRetry}>
              重试
            </Button>
          ) : null}
          {onClose ? (
            <Button size="small" type="text" onClick={onClose}>
              知道了
            </Button>
          ) : null}
        </Space>
      }
    />
  );
}

/** The calendar at the year that is missing: the refusal begins with it. */
export function calendarLink(message: string): string {
  const year = /^\d{4}/.exec(message)?.[0];
  return `/calendar?${new URLSearchParams({ tab: 'year', ...(year ? { year } : {}) })}`;
}

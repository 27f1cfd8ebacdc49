import { Alert, Button, Space } from 'antd';
import type { RequestError } from '../api/request.ts';

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

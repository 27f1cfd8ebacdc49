import type { AppError, ErrorCode } from '../../electron/contract/reply.ts';
import { errorSentence } from '../../electron/contract/words.ts';

/** A refusal of the service, with the Chinese sentence ready to show. */
export class RequestError extends Error {
  readonly code: ErrorCode;

  constructor(error: AppError) {
    super(error.message);
    this.name = 'RequestError';
    this.code = error.code;
  }
}

/** Any thrown thing as a refusal that can be shown. */
export function asRequestError(thrown: unknown): RequestError {
  if (thrown instanceof RequestError) return thrown;
  if (thrown instanceof DOMException && thrown.name === 'AbortError') return cancelled();
  return new RequestError({ code: 'internal', message: '与本机服务的连接中断，请稍候重试；仍不行请重新打开程序。' });
}

/** What a stopped request ends with. */
export function cancelled(): RequestError {
  return new RequestError({ code: 'cancelled', message: errorSentence('cancelled', '') });
}

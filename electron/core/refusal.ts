import type { ErrorCode } from '../contract/reply.ts';

/**
 * An expected refusal on its way to `app/dispatch.ts`, the only place that catches it and makes an `AppError` of it.
 * `subject` names the thing refused (a unit, a period, a path) for the sentence in `contract/words.ts`.
 */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly subject: string;

  constructor(code: ErrorCode, subject = '') {
    super(`${code}: ${subject}`);
    this.name = 'Refusal';
    this.code = code;
    this.subject = subject;
  }
}

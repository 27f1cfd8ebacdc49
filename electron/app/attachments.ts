import type { Args, Result } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

export function listAttachments(
  _context: Context,
  _args: Args<'attachments.list'>,
): Promise<Result<'attachments.list'>> {
  throw new Refusal('internal', 'attachments.list');
}

export function fileAttachment(
  _context: Context,
  _args: Args<'attachments.file'>,
): Promise<Result<'attachments.file'>> {
  throw new Refusal('internal', 'attachments.file');
}

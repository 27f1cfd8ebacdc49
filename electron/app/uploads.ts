import type { Args, Result } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

export function previewUpload(_context: Context, _args: Args<'uploads.preview'>): Promise<Result<'uploads.preview'>> {
  throw new Refusal('internal', 'uploads.preview');
}

export function writeUpload(_context: Context, _args: Args<'uploads.write'>): Promise<Result<'uploads.write'>> {
  throw new Refusal('internal', 'uploads.write');
}

export function listUploads(_context: Context): Promise<Result<'uploads.list'>> {
  throw new Refusal('internal', 'uploads.list');
}

export function undoUpload(_context: Context, _id: string): Promise<Result<'uploads.undo'>> {
  throw new Refusal('internal', 'uploads.undo');
}

import { copyFile } from 'node:fs/promises';
import { getAttachment } from '../../db/queries/attachments.ts';
import type { WrittenFile } from '../contract/circulars.ts';
import type { Args } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import { findOriginal } from '../io/originals.ts';
import type { Context } from './context.ts';
import { describeOutput, outputPath } from './outputs.ts';

/** Gives the original of an attachment out again, byte for byte, to be opened with whatever opens it. */
export async function writeAttachmentFile(
  context: Context,
  { id, out }: Args<'attachments.write'>,
): Promise<WrittenFile> {
  const found = getAttachment(context.store().read, id);
  if (!found) throw new Refusal('attachment_unknown', String(id));
  const original = await findOriginal(context.deps.dataFolder, found.sha256, found.name);
  const path = await outputPath(context, out, found.name);
  await copyFile(original, path).catch(() => {
    throw new Refusal('output_failed', path);
  });
  return describeOutput(path);
}

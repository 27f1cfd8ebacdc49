import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../core/refusal.ts';
import type { Context } from './context.ts';

/**
 * The PDF of a print page, by the browser at hand. It is printed aside, so that what is cut off half-way is no output. Refuses
 * `format_unsupported` where this program cannot print, `output_failed` where the browser gave nothing, naming where it was to go.
 */
export async function printedPdf(context: Context, html: string, out: string): Promise<Uint8Array> {
  if (!context.deps.printHtmlToPdf) throw new Refusal('format_unsupported', 'pdf');
  const folder = await mkdtemp(join(tmpdir(), 'credit-desk-pdf-'));
  const path = join(folder, 'page.pdf');
  try {
    await context.deps.printHtmlToPdf(html, path);
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.code, error.subject.replace(path, out));
  } finally {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

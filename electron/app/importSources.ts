import type { ImportRequest, ImportSource, Mail } from '../contract/imports.ts';
import type { FileCode } from '../contract/sheets.ts';
import type { Moment } from '../contract/time.ts';
import { expandSources } from '../io/originals.ts';
import type { Context, DispatchOptions } from './context.ts';
import { readMoment } from './moments.ts';

/** One file to import: as dropped, or taken out of an archive or a mail. */
export interface ImportItem {
  /** `path` is the extracted copy, `name` the way to it: `4月第4周.zip › 双公示.xls`. */
  readonly source: ImportSource;
  /** The outermost archive or mail it came in; its original is kept, too. */
  readonly container: (ImportSource & { readonly sha256: string }) | null;
  readonly mail: Mail | null;
  /** When it reached the office: `--received`, else the mail's date, else now. */
  readonly receivedAt: Moment;
  /** A member that could not be taken out, with its reason. */
  readonly refused: { readonly code: FileCode; readonly detail: string } | null;
}

/** Every file behind the paths of a request; folders, archives and mails are opened. */
export async function openSources(
  context: Context,
  request: ImportRequest,
  _options: DispatchOptions,
): Promise<readonly ImportItem[]> {
  const receivedAt = request.received === undefined ? context.deps.now() : readMoment(request.received, '12:00');
  const sources = await expandSources(request.sources);
  return sources.map((source) => ({ source, container: null, mail: null, receivedAt, refused: null }));
}

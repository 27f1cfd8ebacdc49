import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportRequest, ImportSource, Mail } from '../contract/imports.ts';
import type { FileCode } from '../contract/sheets.ts';
import type { Moment } from '../contract/time.ts';
import { addDays, dayOf } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import type { Member, Unpacked } from '../io/intake/unpack.ts';
import { expandSources, fingerprint, withOwnNames } from '../io/originals.ts';
import { unpackedFolder } from '../io/unpackedFolder.ts';
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
  options: DispatchOptions,
): Promise<readonly ImportItem[]> {
  const received = request.received === undefined ? null : readMoment(request.received, '12:00');
  const sources = await expandSources(request.sources);
  const items: ImportItem[] = [];
  for (const [index, source] of sources.entries()) {
    options.onProgress?.({ step: 'read', done: index, total: sources.length, label: source.name });
    const unpacked = await untilCancelled(() => open(context, source), options.signal);
    for (const item of itemsOf(source, unpacked))
      items.push({ ...item, receivedAt: receivedAtOf(item, received, context) });
  }
  const named = withOwnNames(items.map((item) => item.source));
  return items.map((item, index) => ({ ...item, source: named[index] ?? item.source }));
}

/** As told, when the mail was sent, or now. No mail comes days before it is sent: then the sender's clock is wrong. */
function receivedAtOf({ mail }: Pick<ImportItem, 'mail'>, received: Moment | null, { deps }: Context): Moment {
  const now = deps.now();
  const sentAt = mail?.sentAt ?? now;
  return received ?? (dayOf(sentAt) > addDays(dayOf(now), 1) ? now : sentAt);
}

/** What a file holds. One that cannot be opened is plain: its reader says why when its turn comes. */
async function open(context: Context, { path, name }: ImportSource): Promise<Unpacked> {
  const folder = unpackedFolder(context.deps.dataFolder);
  const unpacked = await context.intake.unpack(path, name, folder);
  // A thread that was given up leaves what it had written so far.
  if (unpacked.kind === 'refused')
    await rm(join(folder, (await fingerprint(path)).sha256), { recursive: true, force: true });
  return unpacked;
}

function itemsOf(source: ImportSource, unpacked: Unpacked): Omit<ImportItem, 'receivedAt'>[] {
  const itself = { source, container: null, mail: null, refused: null };
  if (unpacked.kind === 'plain') return [itself];
  if (unpacked.kind === 'refused') return [{ ...itself, refused: { code: unpacked.code, detail: unpacked.detail } }];
  const container = { ...source, sha256: unpacked.sha256 };
  return unpacked.members.map((member) =>
    member.name === ''
      ? { ...itself, mail: member.mail }
      : {
          source: { name: `${source.name} › ${member.name}`, path: pathOf(member, unpacked.folder, source) },
          container,
          mail: member.mail,
          refused: member.refused,
        },
  );
}

/** A member that could not be taken out is shown by its name and has no bytes but the container's. */
function pathOf({ file }: Member, folder: string, source: ImportSource): string {
  return file === null ? source.path : join(folder, file);
}

/** The file at a path or, with the name shown, a member of the archive or mail there. */
export async function sourceNamed(context: Context, path: string, shown: string | undefined): Promise<ImportSource> {
  const file = { path, name: path.split(/[\\/]/u).at(-1) ?? path };
  if (shown === undefined) return file;
  const items = await openSources(context, { sources: [file] }, {});
  const member = items.find(({ source, container }) => container === null || wayIn(source.name) === wayIn(shown));
  if (!member) throw new Refusal('file_unreadable', `“${file.name}”里没有“${shown}”。`);
  return member.source;
}

/** The way to a member inside its container, whatever the container was called when it was dropped. */
function wayIn(name: string): string {
  const at = name.indexOf(' › ');
  return at < 0 ? name : name.slice(at);
}

/** Ends the waiting when the clerk cancels; what the thread is doing is used by nobody. */
async function untilCancelled<T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work();
  if (signal.aborted) throw new Refusal('cancelled');
  const { promise, reject } = Promise.withResolvers<never>();
  const cancel = (): void => reject(new Refusal('cancelled'));
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await Promise.race([work(), promise]);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportRequest, ImportSource, Mail, Remark } from '../contract/imports.ts';
import type { FileCode } from '../contract/sheets.ts';
import type { Moment } from '../contract/time.ts';
import { addDays, dayOf } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import type { Member, Unpacked } from '../io/intake/unpack.ts';
import { expandSources, fingerprint, withOwnNames } from '../io/originals.ts';
import { unpackedFolder } from '../io/unpackedFolder.ts';
import { futureMail, remarksByMember } from './containerRemarks.ts';
import type { Context, DispatchOptions } from './context.ts';
import { readPastMoment } from './moments.ts';

/** One file to import: as dropped, or taken out of an archive or a mail. */
export interface ImportItem {
  /** `path` is the extracted copy, `name` the way to it: `4月第4周.zip › 双公示.xls`. */
  readonly source: ImportSource;
  /** The outermost archive or mail it came in; its original is kept, too. */
  readonly container: (ImportSource & { readonly sha256: string }) | null;
  readonly mail: Mail | null;
  /** When it reached the office: `--received`, else the date of the mail that brought it, else now. */
  readonly receivedAt: Moment;
  /** What is worth knowing of the way it came, told with it. */
  readonly remarks: readonly Remark[];
  /** A member that could not be taken out, with its reason. */
  readonly refused: { readonly code: FileCode; readonly detail: string } | null;
}

/** Every file behind the paths of a request; folders, archives and mails are opened. */
export async function openSources(
  context: Context,
  request: ImportRequest,
  options: DispatchOptions,
): Promise<readonly ImportItem[]> {
  const received = request.received === undefined ? null : readPastMoment(request.received, context.deps.now());
  const sources = await expandSources(request.sources);
  const items: ImportItem[] = [];
  for (const [index, source] of sources.entries()) {
    options.onProgress?.({ step: 'read', done: index, total: sources.length, label: source.name });
    const unpacked = await untilCancelled(() => open(context, source), options.signal);
    for (const { arrivedAt, ...item } of itemsOf(source, unpacked)) {
      const arrival = arrivalOf(arrivedAt, received, context);
      items.push({ ...item, ...arrival, remarks: [...arrival.remarks, ...item.remarks] });
    }
  }
  const named = withOwnNames(items.map((item) => item.source));
  return items.map((item, index) => ({ ...item, source: named[index] ?? item.source }));
}

/** As told, when the outermost mail was sent, or now. No mail comes days before it is sent: then the sender's clock is wrong. */
function arrivalOf(
  sentAt: Moment | null,
  received: Moment | null,
  { deps }: Context,
): Pick<ImportItem, 'receivedAt' | 'remarks'> {
  const now = deps.now();
  if (received !== null) return { receivedAt: received, remarks: [] };
  if (sentAt === null || dayOf(sentAt) <= addDays(dayOf(now), 1)) return { receivedAt: sentAt ?? now, remarks: [] };
  return { receivedAt: now, remarks: [futureMail(sentAt, now)] };
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

type Arriving = Omit<ImportItem, 'receivedAt'> & { readonly arrivedAt: Moment | null };

function itemsOf(source: ImportSource, unpacked: Unpacked): Arriving[] {
  const itself = { source, container: null, mail: null, arrivedAt: null, refused: null, remarks: [] };
  if (unpacked.kind === 'plain') return [itself];
  if (unpacked.kind === 'refused') return [{ ...itself, refused: { code: unpacked.code, detail: unpacked.detail } }];
  const container = { ...source, sha256: unpacked.sha256 };
  const remarks = remarksByMember(source.name, unpacked);
  return unpacked.members.map((member) => {
    const { mail, arrivedAt, refused } = member;
    const told = { mail, arrivedAt, remarks: remarks.get(member) ?? [] };
    if (member.name === '') return { ...itself, ...told };
    const path = pathOf(member, unpacked.folder, source);
    return { source: { name: `${source.name} › ${member.name}`, path }, container, refused, ...told };
  });
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

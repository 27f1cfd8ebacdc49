import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import type { Mail } from '../../contract/imports.ts';
import type { FileCode } from '../../contract/sheets.ts';
import type { Moment } from '../../contract/time.ts';
import { Refusal } from '../../core/refusal.ts';
import { safeFileName } from '../safePath.ts';
import type { FileFormat } from './formats.ts';
import type { IntakeLimits } from './limits.ts';
import { sortAttachments } from './mailPictures.ts';
import { readEml } from './readEml.ts';
import { ReadFault } from './readFault.ts';
import { sniff } from './sniff.ts';
import { MOST_MEMBERS, type UnpackBudget, unpackZip } from './unpackZip.ts';

/** A file of an archive or mail, taken out. */
export interface Member {
  /** The way to it inside the container: `双公示.zip › 4月/市监局.xls`; empty: the container itself (a mail that is all text). */
  readonly name: string;
  /** The copy below the container's folder; null: refused, or the container itself. */
  readonly file: string | null;
  /** The innermost mail around it: who made it. */
  readonly mail: Mail | null;
  /** When the outermost mail around it was sent: a mail forwarded by another came with that one. */
  readonly arrivedAt: Moment | null;
  readonly refused: { readonly code: FileCode; readonly detail: string } | null;
}

/** What stays inside a container and is told of: pictures as small as icons in a mail, files that systems leave in archives. */
export interface LeftInside {
  readonly code: 'small_pictures' | 'system_files';
  /** The way to that container; empty: the outermost. */
  readonly container: string;
  readonly names: readonly string[];
}

/** What a file holds: nothing but itself, members, or what no member could be taken out of. */
export type Unpacked =
  | { readonly kind: 'plain' }
  | {
      readonly kind: 'members';
      readonly sha256: string;
      readonly folder: string;
      readonly members: readonly Member[];
      readonly leftInside: readonly LeftInside[];
    }
  | { readonly kind: 'refused'; readonly code: FileCode; readonly detail: string };

/**
 * Takes the files out of a zip or mail, and of the zips and mails inside, into `into/<sha-256>/`; what is there already is used again.
 * Copies are numbered, so that no name from outside becomes a path. Never throws for what the bytes hold.
 */
export async function unpack(filePath: string, name: string, into: string, limits: IntakeLimits): Promise<Unpacked> {
  const file = await open(filePath, 'r').catch(() => null);
  // Missing or locked: its reader says so when its turn comes.
  if (file === null) return { kind: 'plain' };
  try {
    const format = await containerFormat(file, name, limits);
    if (format === null) return { kind: 'plain' };
    const sha256 = await hashOf(file);
    const folder = path.join(into, sha256);
    const list = path.join(folder, LIST);
    if (existsSync(list)) return JSON.parse(readFileSync(list, 'utf8')) as Unpacked; // written below, by this program, since it started
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const result = await unpackInto(file, { format, sha256, folder }, limits);
    if (result.kind === 'refused') rmSync(folder, { recursive: true, force: true });
    else writeFileSync(list, JSON.stringify(result));
    return result;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw new Refusal('output_failed', `${into}（${error.message}）`);
    throw error;
  } finally {
    await file.close();
  }
}

const LIST = 'members.json';
const MAX_DEPTH = 4;
const GIGABYTE = 1024 ** 3;
const DEEP_ZIP = '嵌套过深的压缩包';
const DEEP_MAIL = '嵌套过深的邮件';
const TOO_DEEP: ReadonlySet<string> = new Set([DEEP_ZIP, DEEP_MAIL]);

type ContainerFormat = 'zip' | 'eml';

/** Zip or mail; null for every other file, and for one that its own reader has to refuse. */
async function containerFormat(file: FileHandle, name: string, limits: IntakeLimits): Promise<ContainerFormat | null> {
  const { size } = await file.stat();
  if (size === 0 || size > limits.maxBytes) return null;
  let format: FileFormat;
  try {
    format = (await sniff(file, size, name, limits)).format;
  } catch (error) {
    if (error instanceof ReadFault) return null;
    throw error;
  }
  return format === 'zip' || format === 'eml' ? format : null;
}

async function hashOf(file: FileHandle): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of file.createReadStream({ start: 0, autoClose: false })) hash.update(chunk);
  return hash.digest('hex');
}

interface Opening {
  readonly format: ContainerFormat;
  readonly sha256: string;
  readonly folder: string;
}

async function unpackInto(file: FileHandle, opening: Opening, limits: IntakeLimits): Promise<Unpacked> {
  const { format, sha256, folder } = opening;
  let count = 0;
  const work: Work = {
    folder,
    limits,
    budget: { bytes: Math.min(2 * GIGABYTE, limits.maxInflated), members: MOST_MEMBERS, memberBytes: limits.maxBytes },
    leftInside: [],
    place: (member) => `${String(++count).padStart(4, '0')}${path.extname(safeFileName(member)).toLowerCase()}`,
  };
  try {
    const members = await membersOf(file, format, { name: '', mail: null, arrivedAt: null, depth: 1 }, work);
    return { kind: 'members', sha256, folder, members: gatherTooDeep(members), leftInside: work.leftInside };
  } catch (error) {
    if (error instanceof ReadFault) return { kind: 'refused', code: error.code, detail: error.detail };
    throw error;
  }
}

/** Containers nested beyond the bound become one line: a bomb holds thousands, and what helps is the same for each. */
function gatherTooDeep(members: readonly Member[]): Member[] {
  const deep = members.filter(({ refused }) => refused !== null && TOO_DEEP.has(refused.detail));
  const [first] = deep;
  if (!first || deep.length === 1) return [...members];
  const gathered = { ...first, name: `${first.name} 等 ${deep.length} 个` };
  return members.flatMap((member) => (member === first ? gathered : deep.includes(member) ? [] : member));
}

interface Work {
  readonly folder: string;
  readonly limits: IntakeLimits;
  readonly budget: UnpackBudget;
  readonly leftInside: LeftInside[];
  /** A fresh name below the folder, with the ending of the member. */
  readonly place: (member: string) => string;
}

/** Where a container stands: the way to it, the mails around it, and how deep it lies. */
interface Place extends Pick<Member, 'name' | 'mail' | 'arrivedAt'> {
  readonly depth: number;
}

async function membersOf(file: FileHandle, format: ContainerFormat, at: Place, work: Work): Promise<Member[]> {
  return format === 'zip' ? zipMembers(file, at, work) : mailMembers(file, at, work);
}

async function zipMembers(file: FileHandle, at: Place, work: Work): Promise<Member[]> {
  const { members: taken, litter } = await unpackZip(file, work.budget, (name) =>
    path.join(work.folder, work.place(name)),
  );
  if (litter.length > 0) work.leftInside.push({ code: 'system_files', container: at.name, names: litter });
  const members: Member[] = [];
  for (const { name, file: copy, refused } of taken) {
    const way = join(at.name, name);
    if (copy === null) members.push({ name: way, file: null, mail: at.mail, arrivedAt: at.arrivedAt, refused });
    else members.push(...(await openMember(copy, { ...at, name: way }, work)));
  }
  return members;
}

async function mailMembers(file: FileHandle, at: Place, work: Work): Promise<Member[]> {
  const read = await readEml(await file.readFile());
  const { mail } = read;
  const arrivedAt = at.mail === null ? mail.sentAt : at.arrivedAt;
  const members: Member[] = [];
  const { kept, small } = sortAttachments(read);
  if (kept.length > work.budget.members) throw new ReadFault('too_large', `邮件附件超过 ${MOST_MEMBERS} 个`);
  work.budget.members -= kept.length;
  if (small.length > 0) work.leftInside.push({ code: 'small_pictures', container: at.name, names: small });
  // A mail without files is itself what was sent.
  if (read.attachments.every((attachment) => attachment.inline) && (read.text !== '' || kept.length === 0))
    members.push({ name: at.name, file: null, mail, arrivedAt, refused: null });
  for (const { name, bytes } of kept) {
    const copy = path.join(work.folder, work.place(name));
    writeFileSync(copy, bytes());
    members.push(...(await openMember(copy, { ...at, name: join(at.name, name), mail, arrivedAt }, work)));
  }
  return members;
}

/** The member itself, or what it holds when it is a zip or mail. A nested container that cannot be opened costs itself. */
async function openMember(copy: string, at: Place, work: Work): Promise<Member[]> {
  const itself = (refused: Member['refused'] = null): Member[] => [
    { name: at.name, file: path.basename(copy), mail: at.mail, arrivedAt: at.arrivedAt, refused },
  ];
  const file = await open(copy, 'r');
  try {
    const format = await containerFormat(file, at.name, work.limits);
    if (format === null) return itself();
    if (at.depth >= MAX_DEPTH)
      return itself({ code: 'unsupported_format', detail: format === 'zip' ? DEEP_ZIP : DEEP_MAIL });
    const members = await membersOf(file, format, { ...at, depth: at.depth + 1 }, work);
    return members.map((member) =>
      member.file === null && member.refused === null ? { ...member, file: path.basename(copy) } : member,
    );
  } catch (error) {
    // The bound of the whole container is not a member's own fault.
    if (error instanceof ReadFault && work.budget.bytes >= 0) return itself({ code: error.code, detail: error.detail });
    throw error;
  } finally {
    await file.close();
  }
}

function join(way: string, name: string): string {
  return way === '' ? name : `${way} › ${name}`;
}

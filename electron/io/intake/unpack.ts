import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import type { Mail } from '../../contract/imports.ts';
import type { FileCode } from '../../contract/sheets.ts';
import { Refusal } from '../../core/refusal.ts';
import { safeFileName } from '../safePath.ts';
import type { FileFormat } from './formats.ts';
import type { IntakeLimits } from './limits.ts';
import { type MailAttachment, type ReadMail, readEml } from './readEml.ts';
import { ReadFault } from './readFault.ts';
import { sniff } from './sniff.ts';
import { MOST_MEMBERS, type UnpackBudget, unpackZip } from './unpackZip.ts';

/** A file of an archive or mail, taken out. */
export interface Member {
  /** The way to it inside the container: `双公示.zip › 4月/市监局.xls`; empty: the container itself (a mail that is all text). */
  readonly name: string;
  /** The copy below the container's folder; null: refused, or the container itself. */
  readonly file: string | null;
  /** The innermost mail around it. */
  readonly mail: Mail | null;
  readonly refused: { readonly code: FileCode; readonly detail: string } | null;
}

/** What a file holds: nothing but itself, members, or what no member could be taken out of. */
export type Unpacked =
  | { readonly kind: 'plain' }
  | { readonly kind: 'members'; readonly sha256: string; readonly folder: string; readonly members: readonly Member[] }
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
    place: (member) => `${String(++count).padStart(4, '0')}${path.extname(safeFileName(member)).toLowerCase()}`,
  };
  try {
    return {
      kind: 'members',
      sha256,
      folder,
      members: await membersOf(file, format, { name: '', mail: null, depth: 1 }, work),
    };
  } catch (error) {
    if (error instanceof ReadFault) return { kind: 'refused', code: error.code, detail: error.detail };
    throw error;
  }
}

interface Work {
  readonly folder: string;
  readonly limits: IntakeLimits;
  readonly budget: UnpackBudget;
  /** A fresh name below the folder, with the ending of the member. */
  readonly place: (member: string) => string;
}

/** Where a container stands: the way to it, the mail around it, and how deep it lies. */
interface Place {
  readonly name: string;
  readonly mail: Mail | null;
  readonly depth: number;
}

async function membersOf(file: FileHandle, format: ContainerFormat, at: Place, work: Work): Promise<Member[]> {
  return format === 'zip' ? zipMembers(file, at, work) : mailMembers(file, at, work);
}

async function zipMembers(file: FileHandle, at: Place, work: Work): Promise<Member[]> {
  const taken = await unpackZip(file, work.budget, (name) => path.join(work.folder, work.place(name)));
  const members: Member[] = [];
  for (const { name, file: copy, refused } of taken) {
    const way = join(at.name, name);
    if (copy === null) members.push({ name: way, file: null, mail: at.mail, refused });
    else members.push(...(await openMember(copy, { ...at, name: way }, work)));
  }
  return members;
}

async function mailMembers(file: FileHandle, at: Place, work: Work): Promise<Member[]> {
  const read = await readEml(await file.readFile());
  const { mail } = read;
  const members: Member[] = [];
  const kept = worthKeeping(read);
  if (kept.length > work.budget.members) throw new ReadFault('too_large', `邮件附件超过 ${MOST_MEMBERS} 个`);
  work.budget.members -= kept.length;
  // A mail without files is itself what was sent.
  if (read.attachments.every((attachment) => attachment.inline) && (read.text !== '' || kept.length === 0))
    members.push({ name: at.name, file: null, mail, refused: null });
  for (const { name, bytes } of kept) {
    const copy = path.join(work.folder, work.place(name));
    writeFileSync(copy, bytes());
    members.push(...(await openMember(copy, { ...at, name: join(at.name, name), mail }, work)));
  }
  return members;
}

/** Pictures of signatures are no attachments, unless there is nothing else. */
function worthKeeping({ attachments }: ReadMail): readonly MailAttachment[] {
  const files = attachments.filter((attachment) => !attachment.inline);
  return files.length > 0 ? files : attachments;
}

/** The member itself, or what it holds when it is a zip or mail. A nested container that cannot be opened costs itself. */
async function openMember(copy: string, at: Place, work: Work): Promise<Member[]> {
  const itself = (refused: Member['refused'] = null): Member[] => [
    { name: at.name, file: path.basename(copy), mail: at.mail, refused },
  ];
  const file = await open(copy, 'r');
  try {
    const format = await containerFormat(file, at.name, work.limits);
    if (format === null) return itself();
    if (at.depth >= MAX_DEPTH)
      return itself({ code: 'unsupported_format', detail: format === 'zip' ? '嵌套过深的压缩包' : '嵌套过深的邮件' });
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

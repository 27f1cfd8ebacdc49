import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import type { FilePlan, ImportRequest } from '../../electron/contract/imports.ts';
import type { Desk } from './desk.ts';

// Papers, pictures and Word documents as units mail them.

export const FRIDAY = '2022-04-29T16:00';
export const PUBLICITY = '000-14';
export const PDF = Buffer.from('%PDF-1.7\n%\u00e2\u00e3 stamped');
export const ARTICLE = ['丹水镇开展诚信宣传进校园活动', '2022年4月12日', '志愿者走进校园，讲解守信的道理。'];

/** A Word document of these lines in the mail folder; its path. */
export async function docx(desk: Desk, name: string, lines: readonly string[]): Promise<string> {
  const document = new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] });
  return put(desk, name, await Packer.toBuffer(document));
}

export function put(desk: Desk, name: string, bytes: Uint8Array): string {
  const file = path.join(desk.mailFolder, name);
  writeFileSync(file, bytes);
  return file;
}

/** What became of a file that came alone. */
export async function only(desk: Desk, file: string, more: Partial<ImportRequest> = {}): Promise<FilePlan> {
  const { files } = await desk.receive(FRIDAY, [file], more);
  const [first] = files;
  if (!first || files.length !== 1) throw new Error(`${files.length} files`);
  return first;
}

export function submissionRows(desk: Desk) {
  return desk.rows<{
    unit: string;
    duty: string;
    period: string;
    kind: string;
    count: number;
    note: string;
    withdrawn_at: string;
  }>('select * from submission order by id');
}

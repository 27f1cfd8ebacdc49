import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import officeCrypto from 'officecrypto-tool';
import { type SheetContent, writeWorkbook } from '../app/workbooks.ts';

/** A folder of files as a clerk saves them from a mailbox, made anew for each test. */
export class Mailbox {
  readonly folder: string;

  constructor(dataFolder: string) {
    this.folder = path.join(dataFolder, 'mailbox');
    mkdirSync(this.folder, { recursive: true });
  }

  async workbook(name: string, sheets: readonly SheetContent[]): Promise<string> {
    const file = path.join(this.folder, name);
    await writeWorkbook(file, sheets);
    return file;
  }

  /** A zip whose entries have the names as given. */
  async zip(name: string, entries: Readonly<Record<string, readonly SheetContent[]>>): Promise<string> {
    const packed: Record<string, Uint8Array> = {};
    for (const [entry, sheets] of Object.entries(entries)) packed[entry] = await this.bytes(sheets);
    return this.write(name, zipSync(packed));
  }

  /** A mail with one workbook attached, its headers encoded as mail programs do. */
  async mail(name: string, letter: Letter): Promise<string> {
    const attached = Buffer.from(await this.bytes(letter.sheets)).toString('base64');
    const boundary = 'credit-desk-boundary';
    const lines = [
      `From: ${encoded(letter.sender)} <${letter.address}>`,
      'To: xyb@example.cn',
      `Subject: ${encoded(letter.subject)}`,
      `Date: ${letter.date}`,
      'MIME-Version: 1.0',
      `Content-Type: multipart/mixed; boundary="${boundary}"`,
      '',
      `--${boundary}`,
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('请查收。').toString('base64'),
      `--${boundary}`,
      'Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment; filename="${encoded(letter.attachment)}"`,
      '',
      ...(attached.match(/.{1,76}/gu) ?? []),
      `--${boundary}--`,
      '',
    ];
    return this.write(name, Buffer.from(lines.join('\r\n')));
  }

  async encrypted(name: string, password: string, sheets: readonly SheetContent[]): Promise<string> {
    return this.write(name, await officeCrypto.encrypt(Buffer.from(await this.bytes(sheets)), { password }));
  }

  /** A scanned page: what it shows nobody reads. */
  paper(name: string): string {
    return this.write(name, Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'));
  }

  private async bytes(sheets: readonly SheetContent[]): Promise<Uint8Array> {
    return new Uint8Array(readFileSync(await this.workbook('.tmp.xlsx', sheets)));
  }

  private write(name: string, bytes: Uint8Array): string {
    const file = path.join(this.folder, name);
    writeFileSync(file, bytes);
    return file;
  }
}

interface Letter {
  readonly sender: string;
  readonly address: string;
  readonly subject: string;
  /** `Thu, 28 Apr 2022 09:30:00 +0800` */
  readonly date: string;
  readonly attachment: string;
  readonly sheets: readonly SheetContent[];
}

/** A header word in UTF-8. */
function encoded(text: string): string {
  return `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
}

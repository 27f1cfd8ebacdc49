import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import type { Mail } from '../../contract/imports.ts';
import { htmlText } from './htmlText.ts';
import { plainPath } from './memberName.ts';
import { ReadFault } from './readFault.ts';
import { slimMail } from './slimMail.ts';

/** A mail taken apart. */
export interface ReadMail {
  readonly mail: Mail;
  /** What it says, without markup. */
  readonly text: string;
  readonly attachments: readonly MailAttachment[];
}

export interface MailAttachment {
  readonly name: string;
  /** A picture shown in the text, as signatures and pasted pictures are. */
  readonly inline: boolean;
  readonly bytes: () => Uint8Array;
}

/** Takes a mail (`.eml`) apart; mails inside it are attachments. Throws `ReadFault` where its structure cannot be followed. */
export async function readEml(raw: Buffer): Promise<ReadMail> {
  const { bytes, bodies } = slimMail(raw);
  const email = await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 50 }).catch(() => {
    throw new ReadFault('truncated', '邮件结构不完整');
  });
  const html = email.html ?? '';
  return {
    mail: {
      sender: senderOf(email.from ?? email.sender),
      subject: (email.subject ?? '').trim(),
      sentAt: sentAt(email),
    },
    text: (email.text ?? '').trim() === '' ? htmlText(html) : (email.text ?? '').replace(/\r\n?/gu, '\n').trim(),
    attachments: email.attachments.map((attachment, index) => ({
      name: nameOf(attachment, index),
      inline: isInline(attachment, html),
      bytes: () => contentOf(attachment, bodies),
    })),
  };
}

function senderOf(address: Address | undefined): string {
  if (address === undefined) return '';
  const { name } = address;
  const mailbox = address.address ?? '';
  if (mailbox === '') return name;
  return name === '' || name === mailbox ? mailbox : `${name} <${mailbox}>`;
}

/** The moment it was sent, by the clock of the office: UTC+8 all year. A mail that names no zone means that clock. */
function sentAt(email: Email): Mail['sentAt'] {
  const written = email.headers.find((header) => header.key === 'date')?.value.trim() ?? '';
  if (!DATE.test(written)) return null;
  const hasZone = /(?:[+-]\d{4}|\b(?:GMT|UTC?|Z|[ECMP][SD]T))\s*(?:\([^)]*\))?$/u.test(written);
  const millis = Date.parse(hasZone ? written.replace(/\s*\([^)]*\)$/u, '') : `${written} +0800`);
  if (Number.isNaN(millis)) return null;
  const local = new Date(millis + OFFICE_OFFSET).toISOString();
  return /^\d{4}-/u.test(local) ? local.slice(0, 16) : null;
}

/** JavaScript reads `yesterday +0800` as a day of the year 800. */
const DATE = /\d{1,2}[\s-]+[A-Za-z]{3,9}[\s-]+\d{2,4}\s+\d|^\d{4}-\d{2}-\d{2}/u;
const OFFICE_OFFSET = 8 * 3_600_000;

function nameOf({ filename, mimeType, description }: Attachment, index: number): string {
  const name = plainPath(filename ?? '') || plainPath(description ?? '');
  if (mimeType === 'message/rfc822') return /\.eml$/iu.test(name) ? name : `${name || `转发邮件${index + 1}`}.eml`;
  return name || `附件${index + 1}${ENDINGS[mimeType] ?? ''}`;
}

/** Endings of parts that were sent without a name. */
const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'application/pdf': '.pdf',
  'text/csv': '.csv',
  'text/plain': '.txt',
};

function isInline({ mimeType, contentId }: Attachment, html: string): boolean {
  const id = contentId?.replace(/^<|>$/gu, '') ?? '';
  return mimeType.startsWith('image/') && id !== '' && html.includes(`cid:${id}`);
}

function contentOf({ content }: Attachment, bodies: ReadonlyMap<string, () => Buffer>): Uint8Array {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  if (bytes.length > LONGEST_MARK) return bytes;
  return bodies.get(Buffer.from(bytes).toString('latin1').trim())?.() ?? bytes;
}

const LONGEST_MARK = 100;

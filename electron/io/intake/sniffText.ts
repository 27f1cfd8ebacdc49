import type { FileFormat } from './formats.ts';
import { wideEncoding } from './textEncoding.ts';

/** Formats without magic bytes, told by their first text: web page, mail, XML, plain table; `unknown` for other bytes. */
export function sniffText(head: Buffer, name: string): FileFormat {
  const bitmap = head[0] === 0x42 && head[1] === 0x4d && head.length > 26 && head.readUInt32LE(6) === 0;
  if (bitmap) return 'bmp';
  const text = readableText(head);
  if (text === null) return 'unknown';
  const start = text.trimStart().slice(0, 4096).toLowerCase();
  if (/^(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|table|meta|style)/u.test(start)) return 'html';
  if (start.startsWith('<?xml') || start.startsWith('<workbook')) {
    if (start.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'spreadsheetml';
    return start.includes('<html') ? 'html' : 'xml';
  }
  if (/^mime-version:[\s\S]*content-type:\s*multipart\/related/u.test(start) && !/^(?:from|to):/mu.test(start))
    return 'mhtml';
  if (MAIL_HEADER.test(start) && (/^(?:from|received|subject|mime-version):/mu.test(start) || /\.eml$/iu.test(name))) {
    return 'eml';
  }
  if (start.includes('<table') && start.includes('<tr')) return 'html';
  return 'csv';
}

const MAIL_HEADER =
  /^(?:received|return-path|from|sender|reply-to|to|cc|date|subject|message-id|in-reply-to|references|mime-version|content-type|delivered-to|authentication-results|x-[\w-]+|arc-[\w-]+|dkim-signature):/u;

/** The text of bytes that can be text; `null` where control bytes say they are not. */
function readableText(head: Buffer): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head);
  const wide = wideEncoding(head);
  if (wide) return new TextDecoder(wide).decode(head);
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return null;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) controls++;
  }
  if (controls > head.length / 100) return null;
  return head.toString('latin1').replace(/^\u00ef\u00bb\u00bf/u, '');
}

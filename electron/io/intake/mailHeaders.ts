import { chineseText } from './memberName.ts';

/**
 * One block of mail headers in plain UTF-8: lines unfolded, raw 8-bit bytes read as UTF-8 or else GB18030 (as Chinese clients write
 * them), and neighbouring encoded words joined before they are decoded, for clients cut them in the middle of a character.
 */
export function plainHeaders(block: Buffer): string {
  const unfolded = block.toString('latin1').replace(/\r?\n[ \t]+/gu, ' ');
  return unfolded
    .split(/\r?\n/u)
    .map((line) => joinWords(NON_ASCII.test(line) ? chineseText(Buffer.from(line, 'latin1')) : line))
    .join('\r\n');
}

/** Value of a parameter of a structured header in such a block: `boundary` of `Content-Type`. Empty if there is none. */
export function headerParameter(headers: string, name: string, parameter: string): string {
  const found = new RegExp(`;\\s*${parameter}\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, 'iu').exec(
    headerText(headers, name),
  );
  return found?.[1]?.replace(/\\(.)/gu, '$1') ?? found?.[2] ?? '';
}

/** The value of a header without its parameters, in lower case: `multipart/mixed`, `base64`. */
export function headerValue(headers: string, name: string): string {
  return headerText(headers, name).split(';')[0]?.trim().toLowerCase() ?? '';
}

/** A header as written, with its parameters. Empty if there is none. */
export function headerText(headers: string, name: string): string {
  return new RegExp(`^${name}:(.*)$`, 'imu').exec(headers)?.[1]?.trim() ?? '';
}

const NON_ASCII = /[\u0080-\u00ff]/u;
const WORD = /=\?([^?\s]+)\?([QqBb])\?([^?]*)\?=/gu;
/** Words of one character set with nothing but blanks between. */
const WORDS = /=\?([^?\s]+)\?[QqBb]\?[^?]*\?=(?:\s*=\?\1\?[QqBb]\?[^?]*\?=)*/giu;

function joinWords(line: string): string {
  return line.replace(WORDS, (words, charset: string) => {
    const bytes = [...words.matchAll(WORD)].map(([, , encoding, text = '']) =>
      encoding?.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : fromQ(text),
    );
    try {
      const text = new TextDecoder(charset.split('*')[0], { fatal: true }).decode(Buffer.concat(bytes));
      return `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
    } catch {
      return words; // An unknown character set, or words that do not belong together.
    }
  });
}

function fromQ(text: string): Buffer {
  const bytes = text
    .replaceAll('_', ' ')
    .replace(/=([0-9A-Fa-f]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}

/** A mail to be looked at and sent by a person. */
export interface DraftMail {
  /** Addresses; none: the draft is left unaddressed. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[];
}

/**
 * A draft (`.eml`, RFC 5322) that mail programs open ready to send: `X-Unsent: 1`. Names and subject as encoded words (RFC 2047), file names
 * also by RFC 2231, for each mail program reads one of the two.
 */
export function writeDraftMail({ to, subject, text, attachments }: DraftMail): string {
  const lines = [
    'X-Unsent: 1',
    ...(to.length === 0 ? [] : [`To: ${to.map(plainAddress).join(',\r\n ')}`]),
    `Subject: ${encodedWords(subject)}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`,
    '',
    `--${BOUNDARY}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64Lines(Buffer.from(text.replaceAll(/\r?\n/gu, '\r\n'))),
  ];
  for (const { name, type, bytes } of attachments) {
    lines.push(
      `--${BOUNDARY}`,
      `Content-Type: ${type};\r\n name="${encodedWords(name)}"`,
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment;${extendedName(name)}`,
      '',
      base64Lines(bytes),
    );
  }
  return [...lines, `--${BOUNDARY}--`, ''].join('\r\n');
}

/** Base64 has no underscore, so that no line of content can look like it. */
const BOUNDARY = '=_credit_desk_draft';

/** No line breaks or brackets, by which a kept address could add headers of its own. */
function plainAddress(address: string): string {
  return address.replaceAll(/[\r\n<>,;\s]/gu, '');
}

/** Encoded words of at most 75 characters, no character torn. */
function encodedWords(text: string): string {
  const words: string[] = [];
  let part = '';
  for (const character of text.replaceAll(/[\r\n]/gu, ' ')) {
    if (Buffer.byteLength(part + character) > WORD_BYTES) {
      words.push(part);
      part = '';
    }
    part += character;
  }
  words.push(part);
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ');
}

const WORD_BYTES = 42;

/** `filename*0*=UTF-8''…` in pieces that keep the lines short. */
function extendedName(name: string): string {
  const pieces: string[] = [];
  let piece = '';
  for (const character of name) {
    const encoded = encodeURIComponent(character).replaceAll(
      /['()*!]/gu,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    );
    if (piece.length + encoded.length > PIECE) {
      pieces.push(piece);
      piece = '';
    }
    piece += encoded;
  }
  pieces.push(piece);
  return pieces.map((one, i) => `\r\n filename*${i}*=${i === 0 ? "UTF-8''" : ''}${one}`).join(';');
}

const PIECE = 54;

function base64Lines(bytes: Uint8Array): string {
  return (
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/gu) ?? []
  ).join('\r\n');
}

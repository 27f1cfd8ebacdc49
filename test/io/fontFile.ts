import iconv from 'iconv-lite';

export interface FontName {
  readonly platform: number;
  readonly encoding: number;
  readonly language: number;
  readonly id: number;
  readonly text: string;
  /** Written in bytes, as old fonts did, not in UTF-16. */
  readonly gbk?: boolean;
}

/** A font file with nothing but names and weight, or a collection of such. */
export function fontFile(
  names: readonly FontName[],
  { bold = false, collection }: { bold?: boolean; collection?: readonly (readonly FontName[])[] } = {},
): Buffer {
  if (collection === undefined) return face(names, bold, 0);
  const head = Buffer.alloc(12 + collection.length * 4);
  head.write('ttcf', 'latin1');
  head.writeUInt32BE(0x00010000, 4);
  head.writeUInt32BE(collection.length, 8);
  const faces: Buffer[] = [];
  for (const [index, own] of collection.entries()) {
    const offset = head.length + faces.reduce((sum, one) => sum + one.length, 0);
    head.writeUInt32BE(offset, 12 + index * 4);
    faces.push(face(own, bold, offset));
  }
  return Buffer.concat([head, ...faces]);
}

/** Offsets of tables count from the start of the file. */
function face(names: readonly FontName[], bold: boolean, base: number): Buffer {
  const os2 = Buffer.alloc(64);
  os2.writeUInt16BE(bold ? 0x20 : 0x40, 62);
  const name = nameTable(names);
  const head = Buffer.alloc(12 + 2 * 16);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(2, 4);
  record(head, 12, 'OS/2', base + head.length, os2.length);
  record(head, 28, 'name', base + head.length + os2.length, name.length);
  return Buffer.concat([head, os2, name]);
}

function record(head: Buffer, at: number, tag: string, offset: number, length: number): void {
  head.write(tag, at, 'latin1');
  head.writeUInt32BE(offset, at + 8);
  head.writeUInt32BE(length, at + 12);
}

function nameTable(names: readonly FontName[]): Buffer {
  const head = Buffer.alloc(6 + names.length * 12);
  head.writeUInt16BE(names.length, 2);
  head.writeUInt16BE(head.length, 4);
  const texts: Buffer[] = [];
  for (const [index, { platform, encoding, language, id, text, gbk }] of names.entries()) {
    const bytes = iconv.encode(text, gbk ? 'gbk' : 'utf-16be');
    const offset = texts.reduce((sum, one) => sum + one.length, 0);
    for (const [place, value] of [platform, encoding, language, id, bytes.length, offset].entries())
      head.writeUInt16BE(value, 6 + index * 12 + place * 2);
    texts.push(bytes);
  }
  return Buffer.concat([head, ...texts]);
}

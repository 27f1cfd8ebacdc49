/** Pixels of a picture by its own header; null for what is none or hides it. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Reads the size out of the header of a PNG, JPEG, GIF or BMP; no pixel is decoded. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = (width: number, height: number): PictureSize | null =>
    width > 0 && height > 0 ? { width, height } : null;
  if (data.length >= 24 && data.readUInt32BE(0) === PNG) return size(data.readUInt32BE(16), data.readUInt32BE(20));
  if (data.length >= 10 && data.toString('latin1', 0, 3) === 'GIF')
    return size(data.readUInt16LE(6), data.readUInt16LE(8));
  if (data.length >= 26 && data.toString('latin1', 0, 2) === 'BM')
    return size(data.readInt32LE(18), Math.abs(data.readInt32LE(22)));
  return data.length >= 4 && data.readUInt16BE(0) === JPEG ? jpegSize(data) : null;
}

const PNG = 0x89504e47;
const JPEG = 0xffd8;

/** The frame header (ITU T.81, B.2.2) behind whatever segments stand before it. */
function jpegSize(data: Buffer): PictureSize | null {
  for (let at = 2; at + 9 < data.length && data[at] === 0xff; ) {
    const marker = data[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) };
    // A filling byte has no length of its own.
    at += marker === 0xff ? 1 : 2 + data.readUInt16BE(at + 2);
  }
  return null;
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readFontFaces } from '../../electron/io/fontNames.ts';
import { chineseFont, fontsIn, installedFonts } from '../../electron/io/fonts.ts';
import { fontFile } from './fontFile.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), '字体 fonts '));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
function written(bytes: Uint8Array): string {
  const file = path.join(folder, `${++count}.ttf`);
  writeFileSync(file, bytes);
  return file;
}

const SONG = [
  { platform: 3, encoding: 1, language: 0x409, id: 1, text: 'SimSun' },
  { platform: 3, encoding: 1, language: 0x804, id: 1, text: '宋体' },
  { platform: 3, encoding: 1, language: 0x804, id: 4, text: '宋体 常规' },
] as const;

describe('the names in a font file', () => {
  it('are those of its family in every language, once', () => {
    expect(readFontFaces(written(fontFile(SONG)))).toEqual([{ families: ['SimSun', '宋体'], bold: false }]);
  });

  it('are read as GBK where an old Chinese font wrote them so, for Windows and for the Macintosh', () => {
    const old = [
      { platform: 3, encoding: 3, language: 0x804, id: 1, text: '方正小标宋简体', gbk: true },
      { platform: 1, encoding: 25, language: 33, id: 1, text: '仿宋', gbk: true },
      { platform: 1, encoding: 0, language: 0, id: 16, text: 'FZXiaoBiaoSong-B05S', gbk: true },
    ] as const;
    expect(readFontFaces(written(fontFile(old)))).toMatchObject([
      { families: ['方正小标宋简体', '仿宋', 'FZXiaoBiaoSong-B05S'] },
    ]);
  });

  it('tell a bold face', () => {
    expect(readFontFaces(written(fontFile(SONG, { bold: true })))).toMatchObject([{ bold: true }]);
  });

  it('are those of every face of a collection', () => {
    const two = fontFile(SONG, { collection: [SONG, [{ ...SONG[0], text: 'NSimSun' }]] });
    expect(readFontFaces(written(two)).map(({ families }) => families)).toEqual([['SimSun', '宋体'], ['NSimSun']]);
  });
});

describe('what is no font', () => {
  const whole = fontFile(SONG);
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('<html>')],
    ['a header without tables', whole.subarray(0, 12)],
    ['a table beyond the end', changed(whole, 20, 0xffffffff)],
    ['a table of no end', changed(whole, 24, 0xffffffff)],
    ['names beyond the table', changed(whole, whole.length - 4, 0xffffffff)],
    ['a collection of no end', Buffer.from('ttcf00010000ffffffff', 'latin1')],
  ])('%s is passed over', (_what, bytes) => {
    expect(() => readFontFaces(written(bytes))).not.toThrow();
  });

  it('has no names, whatever byte of it is cut off', () => {
    for (let length = 0; length < whole.length; length += 7) {
      const faces = readFontFaces(written(whole.subarray(0, length)));
      expect(faces.flatMap(({ families }) => families).filter((name) => name !== 'SimSun' && name !== '宋体')).toEqual(
        [],
      );
    }
  });

  it('is not there, or is a folder, and nothing is thrown', () => {
    expect(readFontFaces(path.join(folder, 'none.ttf'))).toEqual([]);
    expect(readFontFaces(folder)).toEqual([]);
    expect(fontsIn(path.join(folder, 'none'))).toEqual([]);
  });
});

describe('the fonts of a folder', () => {
  it('are found with their files, and the damaged leave the others alone', () => {
    const own = mkdtempSync(path.join(folder, 'own'));
    writeFileSync(path.join(own, 'simsun.TTF'), fontFile(SONG));
    writeFileSync(path.join(own, 'broken.ttf'), 'broken');
    writeFileSync(path.join(own, 'readme.txt'), fontFile(SONG));
    expect(fontsIn(own)).toEqual([{ file: path.join(own, 'simsun.TTF'), families: ['SimSun', '宋体'], bold: false }]);
  });
});

describe('the letters of pictures', () => {
  const font = (family: string, more: object = {}) => ({
    file: `/${family}.ttf`,
    families: [family],
    bold: false,
    ...more,
  });
  it.each([
    [[font('Microsoft YaHei'), font('SimSun')], 'SimSun'],
    [[font('SimSun', { bold: true }), font('SimHei')], 'SimHei'],
    [[font('DejaVu Sans'), font('某某手写体')], '某某手写体'],
    [[font('DejaVu Sans')], undefined],
    [[font('SimSun', { file: '/simsun.fon' })], undefined],
    [[], undefined],
  ])('are of the first Chinese font there is: %#', (fonts, family) => {
    expect(chineseFont(fonts)?.family).toBe(family);
  });
});

describe('the fonts of this machine', () => {
  const files = [...new Map(installedFonts().map((font) => [font.file, font])).values()];
  const scalable = files.filter(({ file }) => /\.(?:tt[cf]|otf)$/u.test(file));

  it.runIf(scalable.length > 0)('bear in their files the names the system calls them by', () => {
    for (const { file, families } of scalable.slice(0, 60)) {
      const read = new Set(readFontFaces(file).flatMap((face) => face.families));
      expect(
        families.some((name) => read.has(name)),
        file,
      ).toBe(true);
    }
  });
});

function changed(bytes: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt32BE(value, at);
  return copy;
}

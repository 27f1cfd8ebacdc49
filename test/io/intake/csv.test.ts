import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Workbook } from '../../../electron/contract/sheets.ts';
import { createRecordScanner } from '../../../electron/io/intake/csvRecords.ts';
import { csvSeparator } from '../../../electron/io/intake/csvSeparator.ts';
import { DEFAULT_LIMITS } from '../../../electron/io/intake/limits.ts';
import { decodedText, textEncoding } from '../../../electron/io/intake/textEncoding.ts';
import { readBytes } from './readBytes.ts';

/** The record numbers and texts of a text file, whatever its name is. */
async function linesOf(bytes: Uint8Array | string, name = '表.xlsx'): Promise<string[]> {
  const result = await readBytes(bytes, name);
  if (result.kind !== 'workbook') throw new Error(`${result.kind} ${result.code} ${result.detail}`);
  expect(result.workbook.format).toBe('csv');
  return linesIn(result.workbook);
}

function linesIn({ sheets: [sheet] }: Workbook): string[] {
  return (sheet?.rows ?? []).map(
    ({ row, cells }) => `${row}: ${cells.map((c) => `${c.column}=${c.text}`).join(' | ')}`,
  );
}

const TABLE = '序号,单位,名称\r\n1,市监局,㙍𠮷堂\r\n2,林业局,䶮记\r\n';
const LINES = ['1: 1=序号 | 2=单位 | 3=名称', '2: 1=1 | 2=市监局 | 3=㙍𠮷堂', '3: 1=2 | 2=林业局 | 3=䶮记'];

describe('the encoding of a text', () => {
  it.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TABLE}`)],
    ['UTF-8 without', Buffer.from(TABLE)],
    ['GB18030 with characters of four bytes', iconv.encode(TABLE, 'gb18030')],
    ['GB18030 with a mark', iconv.encode(`\ufeff${TABLE}`, 'gb18030', { addBOM: false })],
    ['UTF-16LE with a mark', Buffer.from(`\ufeff${TABLE}`, 'utf16le')],
    ['UTF-16BE with a mark', iconv.encode(`\ufeff${TABLE}`, 'utf-16be')],
    ['UTF-16LE without', Buffer.from(TABLE, 'utf16le')],
    ['UTF-16BE without', iconv.encode(TABLE, 'utf-16be', { addBOM: false })],
  ])('is told: %s', async (_, bytes) => {
    expect(await linesOf(bytes)).toEqual(LINES);
  });

  it.each(['序号,单位\n1,市监局\n', '模\n路\n', '联通,移动\n'])(
    'is GBK for a few short characters: %j',
    async (text) => {
      const shown = text
        .trim()
        .split('\n')
        .map((line) => line.split(','));
      expect(await linesOf(iconv.encode(text, 'gbk'))).toEqual(
        shown.map((cells, row) => `${row + 1}: ${cells.map((cell, column) => `${column + 1}=${cell}`).join(' | ')}`),
      );
    },
  );

  it('stays UTF-8 where the last character of a download is cut', async () => {
    expect((await linesOf(Buffer.from(TABLE).subarray(0, -3))).slice(0, 2)).toEqual(LINES.slice(0, 2));
  });

  it.each(['utf-8', 'gb18030', 'utf-16le'])(
    'is the same and so is the text for any cut of the bytes: %s',
    async (encoding) => {
      const bytes = iconv.encode(TABLE, encoding, { addBOM: true });
      for (const size of [1, 2, 3, 5, 7]) {
        async function* chunks() {
          // The first chunk of a file is never a few bytes: it holds whatever tells the encoding.
          yield bytes.subarray(0, 16);
          for (let at = 16; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
        }
        expect(await textEncoding(chunks())).toBe(encoding);
        let text = '';
        for await (const part of decodedText(chunks(), encoding as 'utf-8')) text += part;
        expect(text).toBe(TABLE);
      }
    },
  );
});

describe('records of a text', () => {
  it.each([
    ['a semicolon', TABLE.replaceAll(',', ';')],
    ['a tab', TABLE.replaceAll(',', '\t')],
    ['a line that tells the separator', `sep=;\r\n${TABLE.replaceAll(',', ';')}`],
    ['line feeds alone', TABLE.replaceAll('\r', '')],
    ['carriage returns alone', TABLE.replaceAll('\n', '')],
    ['no line end at the end', TABLE.trim()],
    ['quotes round everything', TABLE.trim().replace(/[^,\r\n]+/gu, '"$&"')],
    ['separators after the last field', TABLE.replaceAll('\r\n', ',,,\r\n')],
  ])('are read with %s', async (_, text) => {
    expect(await linesOf(text)).toEqual(LINES);
  });

  it.each([
    ['line breaks inside quotes', '"甲\r\n乙",丙\n', ['1: 1=甲\r\n乙 | 2=丙']],
    ['doubled quotes', '"甲""乙""",丙\n', ['1: 1=甲"乙" | 2=丙']],
    ['separators inside quotes', '"甲,乙",丙\n', ['1: 1=甲,乙 | 2=丙']],
    ['text after a closed quote', '"甲"乙,丙\n', ['1: 1=甲乙 | 2=丙']],
    ['a quote in the middle', '5"管,丙\n', ['1: 1=5"管 | 2=丙']],
    ['formulas that are only a text', '="9141,1",丙\n"=""0012""",丁\n', ['1: 1=9141,1 | 2=丙', '2: 1=0012 | 2=丁']],
    [
      'codes, numbers and dates just as written',
      '411323199001011234,0012,3-1,1E5\n',
      ['1: 1=411323199001011234 | 2=0012 | 3=3-1 | 4=1E5'],
    ],
    ['empty records counted', '甲,乙\n\n,,\n丙,丁\n', ['1: 1=甲 | 2=乙', '4: 1=丙 | 2=丁']],
    ['other separators in the data', '名称;金额\n甲,乙,丙,丁;1\n', ['1: 1=名称 | 2=金额', '2: 1=甲,乙,丙,丁 | 2=1']],
    [
      'titles above the header',
      '附件1：甲,乙\n序号\t名称\t日期\n1\t甲,乙\t2022/4/1\n',
      ['1: 1=附件1：甲,乙', '2: 1=序号 | 2=名称 | 3=日期', '3: 1=1 | 2=甲,乙 | 3=2022/4/1'],
    ],
  ])('are read with %s', async (_, text, lines) => {
    expect(await linesOf(text)).toEqual(lines);
  });

  it('takes a quote that is never closed for a character, and loses no row to it', async () => {
    const rows = Array.from({ length: 9000 }, (_, i) => `${i},市监局`).join('\n');
    const lines = await linesOf(`"甲,乙\n${rows}\n`);
    expect(lines.length).toBe(9001);
    expect([lines[0], lines.at(-1)]).toEqual(['1: 1="甲 | 2=乙', '9001: 1=8999 | 2=市监局']);
  });

  it('types every cell as text', async () => {
    const result = await readBytes('甲,1\n', 'a.csv');
    expect(result).toMatchObject({
      workbook: {
        sheets: [{ name: 'Sheet1', rows: [{ cells: [{}, { type: 'string', value: '1', format: 'General' }] }] }],
      },
    });
  });

  it('are the same for any cut of the text', () => {
    const text = '"甲\r\n""乙""",丙,\r\n="01",丁\r\n\r戊\n';
    const recordsOf = (size: number): string[][] => {
      const records: string[][] = [];
      const scanner = createRecordScanner(',', (fields) => records.push([...fields]));
      for (let at = 0; at < text.length; at += size) scanner.push(text.slice(at, at + size));
      scanner.end();
      return records;
    };
    const whole = recordsOf(text.length);
    expect(whole).toEqual([['甲\r\n"乙"', '丙', ''], ['01', '丁'], [''], ['戊']]);
    for (const size of [1, 2, 3, 5]) expect(recordsOf(size)).toEqual(whole);
  });

  it.each([
    ['这是一段话，没有表。\n第二段。', ','],
    ['序号\t名称\n', '\t'],
    ['', ','],
  ])('tell their separator: %j → %j', (text, separator) => {
    expect(csvSeparator(text)).toBe(separator);
  });
});

describe('bounds of a text', () => {
  it.each([
    ['a record without end', `甲,"${'乙'.repeat(70_000)}${',丙'.repeat(2_200_000)}`, {}],
    ['more columns than a sheet has', ','.repeat(20_000), {}],
    ['too many cells', '甲,乙\n丙,丁\n', { maxCells: 3 }],
    ['too much text', '甲,乙\n', { maxStored: 1000 }],
  ])('refuse %s', async (_, text, limits) => {
    const result = await readBytes(text, 'a.csv', { ...DEFAULT_LIMITS, ...limits });
    expect(result).toMatchObject({ kind: 'refused', code: 'too_large' });
  });
});

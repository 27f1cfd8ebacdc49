import { describe, expect, it } from 'vitest';
import {
  type BiffBook,
  begin,
  biffStream,
  biffWorkbook,
  cell,
  characters,
  font,
  format,
  record,
  uint8,
  uint16,
  uint32,
  xf,
} from '../../fixtures/biffWorkbook.ts';
import { compoundFile, WPS_HEADER } from '../../fixtures/compoundFile.ts';
import { seeded } from '../../fixtures/seeded.ts';
import { readBytes, sheetsOf } from './readBytes.ts';

describe('files around a binary workbook', () => {
  const book: BiffBook = { sheets: [{ name: '表', records: [cell.text(0, 0, '甲')] }] };

  it.each([
    ['small, in the mini stream', biffWorkbook(book)],
    [
      'large, with continued lists of tables',
      compoundFile({ Workbook: Buffer.concat([biffStream(book), Buffer.alloc(9_000_000)]) }),
    ],
    ['under an old name in capitals', compoundFile({ BOOK: biffStream(book) })],
    ['without a compound file', biffStream(book)],
    [
      'with the header WPS writes',
      compoundFile({ Workbook: biffStream(book), ETExtData: Buffer.alloc(200) }, { headerId: WPS_HEADER }),
    ],
  ])('are read: %s', async (_, bytes) => {
    const result = await readBytes(bytes, '表.xls');
    expect(result).toMatchObject({
      kind: 'workbook',
      workbook: { format: 'xls', sheets: [{ rows: [{ cells: [{ text: '甲' }] }] }] },
    });
  });

  it('are read with the code page of Excel 95', async () => {
    const begin5 = (kind: number) => record(0x809, uint16(0x500), uint16(kind), uint32(0));
    const name = Buffer.from('b1ed', 'hex');
    const head = [begin5(5), record(0x42, uint16(936))];
    const sheet = [
      begin5(0x10),
      record(0x204, uint16(0), uint16(0), uint16(0), uint16(4), Buffer.from('cef7cfbf', 'hex')),
      record(0x0a),
    ];
    const place = Buffer.concat(head).length + 13 + 4;
    const list = record(0x85, uint32(place), uint16(0), uint8(2), name);
    const bytes = compoundFile({ Book: Buffer.concat([...head, list, record(0x0a), ...sheet]) });
    expect(await sheetsOf(bytes)).toMatchObject([{ name: '表', rows: [{ cells: [{ text: '西峡' }] }] }]);
  });

  it.each([
    ['cut at a third', (bytes: Buffer) => bytes.subarray(0, bytes.length / 3)],
    ['without its allocation table', (bytes: Buffer) => bytes.subarray(0, -512)],
    ['with a chain in a circle', (bytes: Buffer) => withTable(bytes, () => 0)],
    ['with a chain out of the file', (bytes: Buffer) => withTable(bytes, () => 0x00ffffff)],
    [
      'with a directory in a circle',
      (bytes: Buffer) => withTable(bytes, (next, at) => (next === 0xfffffffe ? at : next)),
    ],
    ['with a table list in a circle', (bytes: Buffer) => patched(bytes, 68, 0)],
    ['with a first sector that is none', (bytes: Buffer) => patched(bytes, 48, 0x7fffffff)],
    ['with odd sectors', (bytes: Buffer) => patched(bytes, 30, 0x0014)],
  ])('are refused as truncated: %s', async (_, damage) => {
    const long = biffStream({
      sheets: [{ name: '表', records: Array.from({ length: 900 }, (__, i) => cell.number(i, 0, i)) }],
    });
    const whole = compoundFile({ Workbook: long });
    const result = await readBytes(damage(Buffer.from(whole)), '表.xls');
    expect(result).toMatchObject({ kind: 'refused', code: 'truncated' });
  });

  it.each([
    ['a workbook without its end', biffStream(book).subarray(0, 40)],
    ['a sheet without its end', biffStream(book).subarray(0, -4)],
    [
      'a list that points nowhere',
      Buffer.concat([begin(5), record(0x85, uint32(9999), uint16(0), uint8(1), characters('a')), record(0x0a)]),
    ],
    [
      'a string longer than the file',
      biffStream({ sheets: [{ name: 'a', records: [record(0x204, uint32(0), uint16(0), uint16(900), uint8(1))] }] }),
    ],
    ['a cell shorter than it must be', biffStream({ sheets: [{ name: 'a', records: [record(0x203, uint32(0))] }] })],
    ['nothing', Buffer.alloc(0)],
  ])('are refused as truncated: %s', async (_, stream) => {
    const result = await readBytes(compoundFile({ Workbook: stream }), '表.xls');
    expect(result).toMatchObject({ kind: 'refused', code: 'truncated' });
    expect(JSON.stringify(result)).toMatch(/另存为 \.xlsx/u);
  });

  it('never throw, whatever single bytes are wrong', async () => {
    const random = seeded(7);
    const whole = biffWorkbook({
      sheets: [
        {
          name: '表',
          records: [
            cell.shared(0, 0, 0),
            cell.number(0, 1, 5),
            cell.formula(1, 0, cell.textResult),
            cell.formulaText('一'),
          ],
        },
      ],
      strings: [{ text: '西峡县', runs: [{ from: 1, font: 0 }] }],
      globals: [font(), format(164, 'yyyy'), xf({ format: 164 })],
    });
    for (let i = 0; i < 400; i++) {
      const bytes = Buffer.from(whole);
      for (let n = 0; n <= random(4); n++) bytes[random(bytes.length)] = random(256);
      expect(['workbook', 'refused', 'attachment']).toContain((await readBytes(bytes, '表.xls')).kind);
    }
  });
});

function patched(bytes: Buffer, at: number, value: number): Buffer {
  bytes.writeUInt32LE(value, at);
  return bytes;
}

/** The allocation table changed entry by entry. */
function withTable(bytes: Buffer, change: (next: number, at: number) => number): Buffer {
  const table = (bytes.readUInt32LE(76) + 1) * 512;
  for (let i = 0; i < 128; i++) bytes.writeUInt32LE(change(bytes.readUInt32LE(table + i * 4), i), table + i * 4);
  return bytes;
}

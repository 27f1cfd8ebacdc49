import { describe, expect, it } from 'vitest';
import type { CellContent } from '../../../electron/contract/sheets.ts';
import {
  type BiffBook,
  begin,
  biffWorkbook,
  cell,
  characters,
  float64,
  font,
  format,
  record,
  uint8,
  uint16,
  uint32,
  xf,
} from '../../fixtures/biffWorkbook.ts';
import { seeded } from '../../fixtures/seeded.ts';
import { cellsOf, readBytes, sheetsOf, textsOf } from './readBytes.ts';

/** A workbook of one sheet. */
const sheetOf = (records: readonly Buffer[], more: Partial<BiffBook> = {}) =>
  biffWorkbook({ sheets: [{ name: '表', records }], ...more });
const RED = 10;
const STRUCK = 8;

describe('shared strings of a binary workbook', () => {
  it.each([1, 2, 3, 4, 5])('come whole however continuations cut them (seed %i)', async (seed) => {
    const random = seeded(seed);
    const signs = [...'西峡𠮷㐂𬭎aé〔2022〕'];
    const strings = Array.from({ length: 900 }, () => {
      const narrow = random(3) === 0;
      const length = random(4) === 0 ? random(400) : random(20);
      const text = Array.from({ length }, () => (narrow ? 'abc é12'[random(7)] : signs[random(signs.length)])).join('');
      return {
        text,
        runs:
          random(5) === 0
            ? [
                { from: 0, font: 1 },
                { from: 2, font: 0 },
              ]
            : [],
        phonetic: random(6) === 0 ? Buffer.alloc(1 + random(60), 'ピン') : Buffer.alloc(0),
      };
    });
    const chunk = () => (seed < 3 ? 20 + random(60) : 8224 - random(3));
    const records = strings.map((_, i) => cell.shared(i, 0, i));
    const shown = strings.map(({ text }) => text).filter((text) => text !== '');
    expect((await textsOf(sheetOf(records, { strings, chunk }))).flat()).toEqual(shown);
  });

  it('say which texts are struck through run by run', async () => {
    const runs = (...fonts: number[]) => fonts.map((index, i) => ({ from: i * 2, font: index }));
    const strings = [
      { text: '删除', runs: runs(1) },
      { text: '删除保留', runs: runs(1, 0) },
      { text: '删除  ', runs: runs(1, 0) },
      { text: '删除', runs: [{ from: 1, font: 1 }] },
    ];
    const cells = await cellsOf(
      sheetOf(
        strings.map((_, i) => cell.shared(0, i, i)),
        { strings, globals: [font(), font(STRUCK), xf()] },
      ),
    );
    expect(cells.map((one) => one.struckOut ?? false)).toEqual([true, false, true, false]);
  });

  it('that are fewer than the cells ask for make the file damaged', async () => {
    expect(await readBytes(sheetOf([cell.shared(0, 0, 1)], { strings: [{ text: '一' }] }))).toMatchObject({
      code: 'truncated',
    });
  });
});

describe('cells of a binary workbook', () => {
  const shown = ({ text, type, value }: CellContent) => [text, type, value];

  it.each([
    ['whole RK', cell.rk(0, 0, (12345 << 2) | 2), ['12345', 'number', 12345]],
    ['negative RK of a hundredth', cell.rk(0, 0, (-150 << 2) | 3), ['-1.5', 'number', -1.5]],
    ['RK of the upper half of a double', cell.rk(0, 0, 0x3ff80000), ['1.5', 'number', 1.5]],
    ['NUMBER', cell.number(0, 0, 0.1 + 0.2), ['0.3', 'number', 0.1 + 0.2]],
    ['LABEL', cell.text(0, 0, '旧式文字𠮷'), ['旧式文字𠮷', 'string', '旧式文字𠮷']],
    [
      'RSTRING',
      record(0xd6, uint16(0), uint16(0), uint16(0), uint16(2), characters('文字'), uint16(1), uint16(0), uint16(1)),
      ['文字', 'string', '文字'],
    ],
    ['BOOLERR true', cell.boolean(0, 0, 1), ['TRUE', 'boolean', true]],
    ['BOOLERR error', cell.error(0, 0, 0x2a), ['#N/A', 'error', '#N/A']],
    ['formula of a number', cell.formula(0, 0, float64(6)), ['6', 'number', 6]],
    ['formula of a boolean', cell.formula(0, 0, Buffer.from('010001000000ffff', 'hex')), ['TRUE', 'boolean', true]],
    ['formula of an error', cell.formula(0, 0, Buffer.from('020017000000ffff', 'hex')), ['#REF!', 'error', '#REF!']],
    ['formula whose text is missing', cell.formula(0, 0, cell.textResult), ['', 'formula', null]],
  ])('read %s', async (_, written, expected) => {
    expect((await cellsOf(sheetOf([written]))).map(shown)).toEqual([expected]);
  });

  it('read several numbers of one record and leave blank ones out', async () => {
    const many = record(
      0xbd,
      uint16(0),
      uint16(1),
      ...[1, 2, 3].flatMap((n) => [uint16(0), uint32((n << 2) | 2)]),
      uint16(3),
    );
    const blanks = record(0xbe, uint16(0), uint16(4), uint16(0), uint16(0), uint16(5));
    const cells = await cellsOf(sheetOf([cell.blank(0, 0), many, blanks]));
    expect(cells.map(({ column, value }) => [column, value])).toEqual([
      [2, 1],
      [3, 2],
      [4, 3],
    ]);
  });

  it('read the text of a formula behind its shared formula, also a long one', async () => {
    const long = '西峡'.repeat(3000);
    const halves = [long.slice(0, 4000), long.slice(4000)];
    const cells = await cellsOf(
      sheetOf([
        cell.formula(0, 0, cell.textResult),
        record(0x4bc, Buffer.alloc(12)),
        cell.formulaText('市监局'),
        cell.formula(0, 1, cell.textResult),
        record(0x207, uint16(long.length), characters(halves[0] ?? '')),
        record(0x3c, characters(halves[1] ?? '')),
      ]),
    );
    expect(cells).toMatchObject([
      { value: '市监局', formula: true },
      { value: long, formula: true },
    ]);
  });

  it('tell formulas that ask the clock or another workbook', async () => {
    const today = Buffer.from([0x19, 0x01, 0, 0, 0x42, 0, 0xdd, 0]);
    const outside = Buffer.from([0x1e, 1, 0, 0x5a, 1, 0, 0, 0, 0, 0, 0x03]);
    const inside = Buffer.from([0x3a, 0, 0, 0, 0, 0, 0]);
    const cells = await cellsOf(
      sheetOf(
        [today, outside, inside].map((tokens, i) => cell.formula(0, i, float64(44_000), tokens)),
        {
          globals: [
            record(0x1ae, uint16(1), uint16(0x401)),
            record(0x1ae, uint16(1), uint16(5), characters('b.xls')),
            record(0x17, uint16(2), uint16(0), uint32(0), uint16(1), uint32(0)),
          ],
        },
      ),
    );
    expect(cells.map(({ volatile, external }) => [volatile ?? false, external ?? false])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });

  it('come in order and once, whatever order a program wrote them in', async () => {
    const bytes = sheetOf([cell.text(2, 1, 'B3'), cell.text(0, 0, '旧'), cell.text(2, 0, 'A3'), cell.text(0, 0, 'A1')]);
    expect(await textsOf(bytes)).toEqual([['A1'], ['A3', 'B3']]);
  });

  it('have the look of their style: date, struck out, unreadable, coloured', async () => {
    const globals = [
      ...[font(), font(STRUCK), font(0, { colour: 9 }), font(0, { twips: 20 }), font(), font(STRUCK)],
      format(164, 'yyyy"年"m"月"d"日"'),
      ...[
        xf({ format: 164 }),
        xf({ font: 1 }),
        xf({ font: 2 }),
        xf({ font: 2, pattern: 1, colour: RED }),
        xf({ font: 3 }),
      ],
      ...[
        xf({ pattern: 1, colour: RED }),
        xf({ pattern: 1, colour: 9 }),
        xf({ pattern: 17 }),
        xf({ font: 5 }),
        xf({ font: 6 }),
      ],
    ];
    const cells = await cellsOf(
      sheetOf(
        Array.from({ length: 10 }, (_, i) => cell.number(0, i, 44_669, i)),
        { globals },
      ),
    );
    expect(cells.map(({ column: _, text: __, type: ___, value: ____, format: _____, ...look }) => look)).toEqual([
      {},
      { struckOut: true },
      { unreadable: true },
      { coloured: true },
      { unreadable: true },
      { coloured: true },
      {},
      {},
      {}, // there is no font 4: font 5 is the fifth
      { struckOut: true },
    ]);
    expect(cells[0]).toMatchObject({
      text: '2022年4月18日',
      type: 'date',
      value: '2022-04-18',
      format: 'yyyy"年"m"月"d"日"',
    });
  });

  it('count days from 1904 where the workbook says so', async () => {
    const bytes = sheetOf([cell.number(0, 0, 43_207)], {
      globals: [record(0x22, uint16(1)), font(), xf({ format: 14 })],
    });
    expect(await cellsOf(bytes)).toMatchObject([{ value: '2022-04-18', text: '2022/4/18' }]);
  });
});

describe('sheets of a binary workbook', () => {
  it('are worksheets only, with their names and whether they hide', async () => {
    const sheets = await sheetsOf(
      biffWorkbook({
        sheets: [
          { name: '双公示', records: [cell.text(0, 0, '一')] },
          { name: 'Chart1', kind: 2, records: [] },
          { name: '字典', state: 1, records: [] },
          { name: 'Macro1', kind: 1, records: [] },
          { name: '深藏', state: 2, records: [cell.text(0, 0, '二')] },
        ],
      }),
    );
    expect(sheets.map(({ name, hidden, rows }) => [name, hidden, rows.length])).toEqual([
      ['双公示', false, 1],
      ['字典', true, 0],
      ['深藏', true, 1],
    ]);
  });

  it('tell hidden rows and columns, merges, the filter, and pass over charts inside them', async () => {
    const row = (index: number, flags: number, height = 300) =>
      record(0x208, uint16(index), uint16(0), uint16(3), uint16(height), uint32(0), uint32(flags));
    const columns = (from: number, to: number, width: number, flags: number) =>
      record(0x7d, uint16(from), uint16(to), uint16(width), uint16(0), uint16(flags), uint16(0));
    const [sheet] = await sheetsOf(
      sheetOf([
        record(0x9b),
        columns(1, 1, 2048, 1),
        columns(2, 2, 0, 0),
        columns(3, 255, 2048, 1),
        ...[row(0, 0x100), row(1, 0x20), row(2, 0x40, 0), row(3, 0, 0)],
        begin(0x20),
        cell.text(0, 0, '图表'),
        record(0x0a),
        ...[0, 1, 2, 3].map((index) => cell.number(index, 3, index)),
        record(0xe5, uint16(2), ...[0, 0, 0, 3].map(uint16), ...[1, 2, 0, 0].map(uint16)),
        record(0xe5, uint16(1), ...[5, 5, 5, 5].map(uint16)),
      ]),
    );
    expect(sheet).toMatchObject({ merges: ['A1:D1', 'A2:A3'], hiddenColumns: [2, 3, 4], filtered: true });
    expect(sheet?.rows.map((one) => [one.row, one.hidden])).toEqual([
      [1, false],
      [2, true],
      [3, true],
      [4, false],
    ]);
  });

  it('tell comments, pictures and text boxes', async () => {
    const object = (kind: number, id: number) =>
      record(0x5d, uint16(0x15), uint16(0x12), uint16(kind), uint16(id), Buffer.alloc(14), uint32(0));
    const text = (words: string) => [
      record(0x1b6, Buffer.alloc(10), uint16(words.length), uint16(16), uint32(0)),
      record(0x3c, characters(words)),
      record(0x3c, Buffer.alloc(16)),
    ];
    const note = (row: number, column: number, id: number) =>
      record(0x1c, uint16(row), uint16(column), uint16(0), uint16(id), uint16(1), characters('张'), uint8(0));
    const [sheet] = await sheetsOf(
      sheetOf([
        cell.text(0, 0, '甲'),
        ...[object(8, 1), object(8, 2), object(6, 3), ...text('见附件'), object(6, 4)],
        ...[object(0x19, 5), ...text('实际为100万元'), object(0x19, 6), ...text('待核')],
        ...[note(0, 0, 5), note(2, 1, 6)],
      ]),
    );
    expect(sheet).toMatchObject({ pictures: 2, shapes: 1 });
    expect(sheet?.rows).toMatchObject([
      { row: 1, cells: [{ text: '甲', comment: '实际为100万元' }] },
      { row: 3, cells: [{ column: 2, text: '', comment: '待核' }] },
    ]);
  });
});

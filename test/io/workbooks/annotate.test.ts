import { read as readSheetJs, type WorkBook } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Workbook } from '../../../electron/contract/sheets.ts';
import { oddWorkbook, relationships } from '../../fixtures/oddWorkbook.ts';
import { AUTHOR, annotate, item, plainOf } from './annotated.ts';
import { nastyWorkbook } from './nastyWorkbook.ts';

const SHEET = '行政处罚 & 明细';
const RED = 'FFFFB9BA';
const AMBER = 'FFFFE08A';

/** Findings on filled, empty and missing cells, a merge, a hidden row, a row that is not there, a row and the whole table. */
const ITEMS = [
  item(SHEET, null, 'verify'),
  item(SHEET, 'B5', 'error'),
  item(SHEET, 'B5', 'verify'),
  item(SHEET, 'C6', 'verify'),
  item(SHEET, 'D6', 'error'),
  item(SHEET, 'G7', 'error'),
  item(SHEET, null, 'notice', { row: 8 }),
  item(SHEET, 'C10', 'verify'),
  item(SHEET, 'C20', 'error'),
  item("第二'张", 'B1', 'error'),
];
/** Where the fill of each mark must be; C10 is covered by the merge C9:C11. */
const FILLED: Readonly<Record<string, string>> = { B5: RED, C6: AMBER, D6: RED, G7: RED, C9: AMBER, C20: RED };

async function excelJs(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer); // exceljs declares a Buffer type of its own
  return book;
}

const sheetJs = (bytes: Uint8Array): WorkBook =>
  readSheetJs(bytes, { cellStyles: true, cellNF: true, cellFormula: true, sheetStubs: true });

describe.each([
  ['1900', false],
  ['1904', true],
])('a marked workbook with the date system %s', async (_, date1904) => {
  const before = await nastyWorkbook({ date1904 });
  const marked = await annotate(before, ITEMS);
  const [was, is] = await Promise.all([excelJs(before), excelJs(marked.bytes)]);

  it('is the unit’s own file', () => {
    expect([marked.way, marked.ending]).toEqual(['edited', '.xlsx']);
  });

  it('holds the same cells, merges and hidden parts for our own reader', async () => {
    const [own, ours] = await Promise.all([plainOf(before), plainOf(marked.bytes)]);
    const plain = (book: typeof own) =>
      book.sheets.map(({ rows, ...sheet }) => ({
        ...sheet,
        // What may differ in a marked cell: that it is coloured and carries a comment, even where nothing is written.
        rows: rows
          .map((row) => ({
            ...row,
            cells: row.cells
              .map(({ comment: _comment, coloured: _coloured, ...cell }) => cell)
              .filter((cell) => cell.text !== '' || cell.value !== ''),
          }))
          .filter((row) => row.cells.length > 0),
      }));
    expect(plain({ ...ours, sheets: ours.sheets.slice(0, -1) })).toEqual(plain(own));
    expect(ours.sheets.at(-1)?.name).toBe('问题清单');
  });

  it('holds the same values, formats, fonts, borders and fills for exceljs, but for the fills of the marks', () => {
    for (const sheet of was.worksheets) {
      const marks = sheet.name === SHEET ? FILLED : { B1: RED };
      const other = is.getWorksheet(sheet.name);
      const cells = new Set<string>();
      for (const one of [sheet, other])
        one?.eachRow({ includeEmpty: true }, (row) =>
          row.eachCell({ includeEmpty: true }, (cell) => cells.add(cell.address)),
        );
      expect(cells.size).toBeGreaterThan(1);
      for (const address of cells) {
        const [a, b] = [sheet.getCell(address), other?.getCell(address)];
        // A cell that was not there takes what its row or column gives; exceljs knows no style of it before.
        const isNew = a.font === undefined;
        if (isNew) expect([address, b?.value]).toEqual([address, a.value]);
        else
          expect([address, b?.value, b?.numFmt, b?.font, b?.border, b?.alignment, b?.protection]).toEqual([
            address,
            a.value,
            a.numFmt,
            a.font,
            a.border,
            a.alignment,
            a.protection,
          ]);
        const anchor = b?.master.address === address;
        if (marks[address as keyof typeof marks] && anchor) {
          expect(b?.fill).toMatchObject({
            type: 'pattern',
            pattern: 'solid',
            fgColor: { argb: marks[address as keyof typeof marks] },
          });
        } else if (anchor) expect([address, b?.fill]).toEqual([address, a.fill]);
      }
    }
  });

  it('keeps widths, heights, hidden rows and columns, merges, validations, conditional formats, filter and pictures', () => {
    for (const sheet of was.worksheets) {
      const other = is.getWorksheet(sheet.name);
      // exceljs keeps what it read of a sheet in its model.
      const shape = (one: ExcelJS.Worksheet | undefined) => {
        const model = one?.model as unknown as Record<string, unknown>;
        return [
          'cols',
          'merges',
          'dataValidations',
          'conditionalFormattings',
          'views',
          'autoFilter',
          'state',
          'pageSetup',
          'media',
          'properties',
        ].map((key) => (key === 'dataValidations' ? Object.keys((model[key] ?? {}) as object).length : model[key]));
      };
      expect(shape(other)).toEqual(shape(sheet));
      sheet.eachRow({ includeEmpty: true }, (row) => {
        expect([other?.getRow(row.number).height, other?.getRow(row.number).hidden]).toEqual([row.height, row.hidden]);
      });
    }
    expect(is.definedNames.model).toEqual(was.definedNames.model);
  });

  it('holds the same cells for SheetJS', () => {
    const [a, b] = [sheetJs(before), sheetJs(marked.bytes)];
    expect(b.SheetNames).toEqual([...a.SheetNames, '问题清单']);
    for (const name of a.SheetNames) {
      const [x, y] = [a.Sheets[name] ?? {}, b.Sheets[name] ?? {}];
      const filled = Object.keys(x).filter((key) => /^[A-Z]+\d+$/u.test(key));
      expect(filled.length).toBeGreaterThan(1);
      for (const key of filled) {
        const { t, v, w, f, z } = x[key];
        expect([key, y[key].t, y[key].v, y[key].w, y[key].f, y[key].z]).toEqual([key, t, v, w, f, z]);
      }
      expect([y['!merges'], y['!cols'], y['!rows']?.slice(0, x['!rows']?.length)]).toEqual([
        x['!merges'],
        x['!cols'],
        x['!rows'],
      ]);
    }
  });

  it('leaves every part alone that carries no mark', () => {
    const [a, b] = [unzipSync(before), unzipSync(marked.bytes)];
    const changed = Object.keys(a).filter((name) => !Buffer.from(a[name] ?? []).equals(Buffer.from(b[name] ?? [])));
    expect(changed.sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet3.xml',
    ]);
  });

  it('says in a comment per cell what is wrong, below the unit’s own', () => {
    const note = (address: string): string => {
      const { note: found } = is.getWorksheet(SHEET)?.getCell(address) ?? {};
      return typeof found === 'object' ? (found.texts ?? []).map((text) => text.text).join('') : (found ?? '');
    };
    expect(note('B5')).toBe(
      '单位自己的批注：此码已核对\n【退回】【错误】“甲 & 乙”的“<B5>”有误。请核对后重填。\n【核实】“甲 & 乙”的“<B5>”有误。请核对后重填。',
    );
    expect(note('D6')).toBe(`${AUTHOR}：\n【错误】“甲 & 乙”的“<D6>”有误。请核对后重填。`);
    expect(note('A8')).toContain('【提示】');
    expect(note('C9')).toContain('C10：【核实】');
    expect(note('D4')).toBe('');
  });

  it('has a box for every comment, hidden until the pointer is over the cell', () => {
    const vml = Buffer.from(unzipSync(marked.bytes)['xl/drawings/vmlDrawing1.vml'] ?? []).toString();
    const cells = [...vml.matchAll(/<x:Row>(\d+)<\/x:Row>\s*<x:Column>(\d+)<\/x:Column>/gu)].map(
      (found) => `${found[1]} ${found[2]}`,
    );
    expect(cells.sort()).toEqual(['19 2', '4 1', '5 2', '5 3', '6 6', '7 0', '8 2']);
    const ids = [...vml.matchAll(/id="(_x0000_s\d+)"/gu)].map((found) => found[1]);
    expect(new Set(ids).size).toBe(cells.length);
    expect(vml.match(/visibility:\s*hidden/gu)?.length).toBe(cells.length);
  });

  it('lists every finding as text, with a link to its cell', () => {
    const list = is.getWorksheet('问题清单');
    expect(list?.getCell('A1').value).toBe('退回问题清单');
    expect(list?.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 });
    expect(list?.rowCount).toBe(2 + ITEMS.length);
    const row = (n: number) =>
      [...((list?.getRow(n).values as unknown[]) ?? [])]
        .slice(1)
        .map((value) => (value as { text?: string })?.text ?? value);
    expect(row(3)).toEqual([
      '1',
      '核实',
      SHEET,
      '全表',
      undefined,
      '甲 & 乙',
      '=1+1',
      '“甲 & 乙”的“<null>”有误。',
      '请核对后重填。',
    ]);
    expect(row(4).slice(0, 5)).toEqual(['2', '错误', SHEET, '5', 'B5']);
    const links = sheetJs(marked.bytes).Sheets.问题清单 ?? {};
    expect([links.E4.l.Target, links.E12.l.Target]).toEqual([`#'${SHEET}'!B5`, "#'第二''张'!B1"]);
    expect([list?.getCell('G4').type, list?.getCell('G4').numFmt]).toEqual([ExcelJS.ValueType.String, '@']);
  });
});

describe('a workbook that comes back again', async () => {
  const first = await annotate(await nastyWorkbook(), ITEMS);
  const second = await annotate(first.bytes, [item(SHEET, 'D6', 'verify')]);
  const book = await excelJs(second.bytes);
  const sheet = book.getWorksheet(SHEET);

  it('has the marks of the last return alone', () => {
    const filled = Object.keys(FILLED).filter((address) =>
      [RED, AMBER].includes((sheet?.getCell(address).fill as ExcelJS.FillPattern)?.fgColor?.argb ?? ''),
    );
    expect(filled).toEqual(['D6']);
    const noted: string[] = [];
    sheet?.eachRow((row) => row.eachCell((cell) => cell.note && noted.push(cell.address)));
    expect(noted.sort()).toEqual(['B5', 'D6']);
    expect(JSON.stringify(sheet?.getCell('B5').note)).not.toContain('退回');
    expect(sheet?.getCell('D6').numFmt).toBe('yyyy"年"m"月"d"日"');
  });

  it('has one list, of the last return', () => {
    expect(book.worksheets.map((one) => one.name)).toEqual([SHEET, '代码表', "第二'张", '问题清单']);
    expect(book.getWorksheet('问题清单')?.rowCount).toBe(3);
  });
});

describe('odd packages', () => {
  const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rows =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c></row><row r="3" spans="1:1"><c r="A3"><v>5</v></c></row>';

  /** What Excel insists on and the fixture leaves out. */
  const TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${[
    ['workbook', 'sheet.main'],
    ['worksheets/sheet1', 'worksheet'],
    ['styles', 'styles'],
  ]
    .map(
      ([name, type]) =>
        `<Override PartName="/xl/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
    )
    .join('')}</Types>`;
  const typed = (odd: Parameters<typeof oddWorkbook>[0]) =>
    oddWorkbook({ ...odd, parts: { '[Content_Types].xml': TYPES, ...odd.parts } });

  it.each<[string, Parameters<typeof oddWorkbook>[0]]>([
    [
      'without styles',
      {
        sheets: [{ name: '表', xml: rows }],
        parts: {
          'xl/styles.xml': null,
          'xl/_rels/workbook.xml.rels': relationships([['rId1', 'worksheet', 'worksheets/sheet1.xml']]),
        },
      },
    ],
    ['with an empty style sheet', { sheets: [{ name: '表', xml: rows }] }],
    [
      'without cell addresses',
      { sheets: [{ name: '表', xml: rows.replaceAll(/ r="\w+"/gu, '').replace('<row spans', '<row/><row spans') }] },
    ],
    ['without rows', { sheets: [{ name: '表', xml: `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>` }] }],
    [
      'with prefixes',
      {
        sheets: [
          {
            name: '表',
            xml: `<x:worksheet xmlns:x="${MAIN}"><x:sheetData>${rows.replaceAll(/<(\/?)/gu, '<$1x:')}</x:sheetData><x:pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><x:extLst/></x:worksheet>`,
          },
        ],
        parts: {
          'xl/styles.xml': `<x:styleSheet xmlns:x="${MAIN}"><x:fonts count="1"><x:font/></x:fonts><x:cellXfs count="1"><x:xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></x:cellXfs></x:styleSheet>`,
        },
      },
    ],
    ['with data descriptors', { sheets: [{ name: '表', xml: rows }], zip: { deflate: true, dataDescriptor: true } }],
    ['with ZIP64', { sheets: [{ name: '表', xml: rows }], zip: { zip64: true } }],
  ])('%s are edited all the same', async (_, odd) => {
    const { bytes, way } = await annotate(typed(odd), [item('表', 'B3', 'error'), item('表', 'A2', 'verify')]);
    expect(way).toBe('edited');
    const sheet = sheetJs(bytes).Sheets.表 ?? {};
    for (const [address, rgb] of [
      ['B3', RED],
      ['A2', AMBER],
    ] as const) {
      expect([address, sheet[address]?.s?.fgColor?.rgb]).toEqual([address, rgb.slice(2)]);
      expect([address, sheet[address]?.c?.[0]?.t]).toEqual([address, expect.stringContaining(`“<${address}>”有误`)]);
    }
    const texts = (book: Workbook) =>
      book.sheets[0]?.rows.flatMap((row) =>
        row.cells.flatMap((cell) => (cell.text === '' ? [] : [`${row.row} ${cell.column} ${cell.text}`])),
      );
    expect(texts(await plainOf(bytes))).toEqual(texts(await plainOf(oddWorkbook(odd))));
  });

  it('strict ones stay strict', async () => {
    const strict = Buffer.from(
      oddWorkbook({
        sheets: [
          {
            name: '表',
            xml: `<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheetData>${rows}</sheetData></worksheet>`,
          },
        ],
      }),
    );
    const parts = unzipSync(strict);
    const text = (name: string) =>
      Buffer.from(parts[name] ?? [])
        .toString()
        .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main');
    const { bytes, way } = await annotate(
      oddWorkbook({
        sheets: [{ name: '表', xml: text('xl/worksheets/sheet1.xml') }],
        parts: {
          'xl/workbook.xml': text('xl/workbook.xml').replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006',
            'http://purl.oclc.org/ooxml/officeDocument',
          ),
          'xl/styles.xml': text('xl/styles.xml'),
        },
      }),
      [item('表', 'A3', 'error')],
    );
    expect(way).toBe('edited');
    const after = unzipSync(bytes);
    for (const name of ['xl/comments1.xml', 'xl/worksheets/sheet2.xml'])
      expect(Buffer.from(after[name] ?? []).toString()).toContain('purl.oclc.org');
    expect((await plainOf(bytes)).sheets.map((sheet) => sheet.name)).toEqual(['表', '问题清单']);
  });

  it('a sheet of the unit called 问题清单 stays, ours gets another name', async () => {
    const { bytes } = await annotate(
      oddWorkbook({
        sheets: [
          { name: '表', xml: rows },
          { name: '问题清单', xml: rows },
        ],
      }),
      [item('表', 'A3', 'error')],
    );
    expect((await plainOf(bytes)).sheets.map((sheet) => sheet.name)).toEqual(['表', '问题清单', '问题清单(2)']);
  });

  it('macros stay, and the name must say so', async () => {
    const types =
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';
    const vba = Buffer.from([0, 255, 1, 254]);
    const { bytes, ending } = await annotate(
      oddWorkbook({
        sheets: [{ name: '表', xml: rows }],
        parts: { '[Content_Types].xml': types, 'xl/vbaProject.bin': vba as unknown as string },
      }), // the fixture takes bytes, too
      [item('表', 'A3', 'error')],
    );
    expect(ending).toBe('.xlsm');
    expect(Buffer.from(unzipSync(bytes)['xl/vbaProject.bin'] ?? [])).toEqual(vba);
  });

  it('thousands of marked cells are all coloured and listed, the first of them commented', async () => {
    const many = Array.from({ length: 4000 }, (_, i) => item('表', `C${i + 1}`, i % 2 === 0 ? 'error' : 'verify'));
    const { bytes } = await annotate(oddWorkbook({ sheets: [{ name: '表', xml: rows }] }), many);
    const book = await excelJs(bytes);
    expect(book.getWorksheet('问题清单')?.rowCount).toBe(4002);
    expect(book.getWorksheet('问题清单')?.getCell('A1').value).toContain('批注只加在前3000个单元格');
    expect(book.getWorksheet('表')?.getCell('C4000').fill).toMatchObject({ fgColor: { argb: AMBER } });
    const comments = Buffer.from(unzipSync(bytes)['xl/comments1.xml'] ?? []).toString();
    expect(comments.match(/<comment /gu)?.length).toBe(3000);
  });
});

describe('what is no package', () => {
  it('a text file comes back as a workbook whose codes are text', async () => {
    const csv = Buffer.from('名称,代码,数\n甲,001234567890123456,5\n乙,9.1E+17,=1+1\n');
    const { bytes, way, ending } = await annotate(csv, [item('Sheet1', 'B3', 'error')], { name: '表.csv' });
    expect([way, ending]).toEqual(['rewritten', '.xlsx']);
    const sheet = (await excelJs(bytes)).worksheets[0];
    expect([1, 2, 3].map((row) => [1, 2, 3].map((column) => sheet?.getRow(row).getCell(column).value))).toEqual([
      ['名称', '代码', '数'],
      ['甲', '001234567890123456', '5'],
      ['乙', '9.1E+17', '=1+1'],
    ]);
    expect(sheet?.getCell('B2').numFmt).toBe('@');
    expect(sheet?.getCell('B3').fill).toMatchObject({ fgColor: { argb: RED } });
  });

  it('what cannot be read again comes back as its list alone', async () => {
    const { bytes, way } = await annotate(Buffer.from('\u00d0\u00cf locked'), [item('表', 'B3', 'error')], {
      readable: false,
    });
    expect(way).toBe('listed');
    const book = await excelJs(bytes);
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['说明', '问题清单']);
    expect(book.getWorksheet('问题清单')?.getCell('E3').value).toBe('B3');
  });
});

import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Workbook } from '../../../electron/contract/sheets.ts';
import { oddWorkbook, relationships } from '../../fixtures/oddWorkbook.ts';
import { AMBER, annotate, excelJs, item, plainOf, RED, sheetJs } from './annotated.ts';

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

import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../electron/io/intake/limits.ts';
import { oddWorkbook, relationships } from '../../fixtures/oddWorkbook.ts';
import { readBytes, sheetsOf, textsOf } from './readBytes.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TEXT = '<row r="1"><c r="A1" t="inlineStr"><is><t>单位</t></is></c><c r="C1"><v>3</v></c></row>';
const plain = [{ name: 'Sheet1', xml: TEXT }];
const sheet = (xml: string) => oddWorkbook({ sheets: [{ name: 'Sheet1', xml }] });

describe('workbooks as odd programs write them', () => {
  it.each([
    ['compressed', oddWorkbook({ sheets: plain, zip: { deflate: true } })],
    ['with data descriptors', oddWorkbook({ sheets: plain, zip: { deflate: true, dataDescriptor: true } })],
    ['as ZIP64', oddWorkbook({ sheets: plain, zip: { zip64: true } })],
    ['with backslashes in paths', oddWorkbook({ sheets: plain, rename: (path) => path.replaceAll('/', '\\') })],
    ['with absolute paths', oddWorkbook({ sheets: plain, rename: (path) => `/${path}` })],
    [
      'with other letter case in paths',
      oddWorkbook({ sheets: plain, rename: (path) => path.replace('xl/worksheets', 'XL/Worksheets') }),
    ],
    [
      'with absolute targets',
      oddWorkbook({
        sheets: plain,
        parts: { 'xl/_rels/workbook.xml.rels': relationships([['rId1', 'worksheet', '/xl/worksheets/sheet1.xml']]) },
      }),
    ],
    [
      'with backslashes in targets',
      oddWorkbook({
        sheets: plain,
        parts: { 'xl/_rels/workbook.xml.rels': relationships([['rId1', 'worksheet', 'worksheets\\sheet1.xml']]) },
      }),
    ],
    [
      'without strings and styles',
      oddWorkbook({ sheets: plain, parts: { 'xl/sharedStrings.xml': null, 'xl/styles.xml': null } }),
    ],
    ['without content types', oddWorkbook({ sheets: plain, parts: { '[Content_Types].xml': null } })],
    [
      'without relationships',
      oddWorkbook({ sheets: plain, parts: { '_rels/.rels': null, 'xl/_rels/workbook.xml.rels': null } }),
    ],
    ['without addresses', sheet('<row><c t="inlineStr"><is><t>单位</t></is></c><c/><c><v>3</v></c></row>')],
    [
      'with a prefix',
      sheet(
        `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>单位</x:t></x:is></x:c><x:c r="C1"><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      ),
    ],
    [
      'in the strict namespace',
      sheet(
        `<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheetData>${TEXT}</sheetData></worksheet>`,
      ),
    ],
    [
      'with single quotes and blanks in tags',
      sheet(`<row r = '1' ><c r='A1' t='inlineStr' ><is><t >单位</t ></is></c ><c r='C1'><v>3</v></c></row>`),
    ],
    [
      'with comments',
      sheet(
        `<row r="1"><!-- a < b --><c r="A1" t="inlineStr"><is><t>单<!-- x -->位</t></is></c><c r="C1"><v>3</v></c></row>`,
      ),
    ],
    [
      'with CDATA',
      sheet(`<row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[单位]]></t></is></c><c r="C1"><v>3</v></c></row>`),
    ],
    [
      'with a document type',
      sheet(
        `<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>单&e;位</t></is></c><c r="C1"><v>3</v></c></row></sheetData></worksheet>`,
      ),
    ],
    [
      'with > in an attribute',
      sheet(
        `<worksheet xmlns="${MAIN}"><sheetData>${TEXT}</sheetData><dataValidations><dataValidation prompt="a > b"/></dataValidations></worksheet>`,
      ),
    ],
    [
      'with a byte order mark',
      sheet(
        `\ufeff<?xml version="1.0" encoding="utf-8"?><worksheet xmlns="${MAIN}"><sheetData>${TEXT}</sheetData></worksheet>`,
      ),
    ],
  ])('are read %s', async (_, bytes) => {
    const [first] = await sheetsOf(bytes);
    expect(first?.rows.map(({ row, cells }) => [row, ...cells.map(({ column, text }) => [column, text])])).toEqual([
      [1, [1, '单位'], [3, '3']],
    ]);
  });

  it('does not expand entities that stand for one another', async () => {
    const laughs = Array.from({ length: 20 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    const xml = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "哈">${laughs}]><worksheet xmlns="${MAIN}"><sheetData><row><c t="inlineStr"><is><t>&l20;完</t></is></c></row></sheetData></worksheet>`;
    expect(await textsOf(sheet(xml))).toEqual([['完']]);
  });
});

describe('structure of a sheet', () => {
  it('lists sheets in order with what is hidden', async () => {
    const sheets = await sheetsOf(
      oddWorkbook({
        sheets: [
          { name: '填表说明', xml: '' },
          { name: '4月&amp;5月', xml: TEXT },
          { name: '字典', xml: TEXT, state: 'hidden' },
          { name: '深藏', xml: TEXT, state: 'veryHidden' },
        ],
      }),
    );
    expect(sheets.map(({ name, hidden, rows }) => [name, hidden, rows.length])).toEqual([
      ['填表说明', false, 0],
      ['4月&5月', false, 1],
      ['字典', true, 1],
      ['深藏', true, 1],
    ]);
  });

  it('tells merges, hidden rows and hidden columns', async () => {
    const [first] = await sheetsOf(
      sheet(`<worksheet xmlns="${MAIN}"><sheetFormatPr zeroHeight="1"/><cols><col min="2" max="2" hidden="1"/><col min="4" max="16384" hidden="true"/></cols><sheetData>
        <row r="1"><c r="A1"><v>1</v></c></row><row r="3" hidden="1"><c r="A3"><v>2</v></c><c r="E3"><v>2</v></c></row><row r="4" ht="0" customHeight="1"><c r="A4"><v>3</v></c></row><row r="5" ht="0"><c r="A5"><v>3</v></c></row>
        </sheetData><mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="$B$2:$B$3"/><mergeCell ref="D4"/></mergeCells></worksheet>`),
    );
    expect(first?.merges).toEqual(['A1:C1', 'B2:B3']);
    expect(first?.hiddenColumns).toEqual([2, 4, 5]);
    expect(first?.rows.map(({ row, hidden }) => [row, hidden])).toEqual([
      [1, false],
      [3, true],
      [4, true],
      [5, false],
    ]);
  });

  it('counts pictures without reading them', async () => {
    const drawing =
      '<xdr:wsDr xmlns:xdr="x"><xdr:twoCellAnchor><xdr:pic/></xdr:twoCellAnchor><xdr:oneCellAnchor><xdr:pic/></xdr:oneCellAnchor><xdr:twoCellAnchor><xdr:sp/></xdr:twoCellAnchor></xdr:wsDr>';
    const [first] = await sheetsOf(
      oddWorkbook({
        sheets: [
          {
            name: '扫描',
            xml: `<worksheet xmlns="${MAIN}" xmlns:r="r"><sheetData/><drawing r:id="rId1"/></worksheet>`,
          },
        ],
        parts: {
          'xl/worksheets/_rels/sheet1.xml.rels': relationships([['rId1', 'drawing', '../drawings/drawing1.xml']]),
          'xl/drawings/drawing1.xml': drawing,
        },
      }),
    );
    expect(first).toMatchObject({ rows: [], pictures: 2 });
  });

  it('leaves chart sheets out', async () => {
    const bytes = oddWorkbook({
      sheets: [
        { name: '图', xml: TEXT },
        { name: '表', xml: TEXT },
      ],
      parts: {
        'xl/_rels/workbook.xml.rels': relationships([
          ['rId1', 'chartsheet', 'chartsheets/sheet1.xml'],
          ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
        ]),
      },
    });
    expect((await sheetsOf(bytes)).map(({ name }) => name)).toEqual(['表']);
  });
});

describe('bounds', () => {
  it('reads past 300,000 rows of empty formatted cells and keeps none of them', async () => {
    const empty = Array.from(
      { length: 300_000 },
      (_, i) => `<row r="${i + 2}"><c r="A${i + 2}" s="1"/><c r="B${i + 2}" s="1"/></row>`,
    ).join('');
    const [first] = await sheetsOf(oddWorkbook({ sheets: [{ name: 'S', xml: TEXT + empty }], zip: { deflate: true } }));
    expect(first?.rows.map(({ row }) => row)).toEqual([1]);
  });

  it.each([
    ['cells', { maxCells: 1 }],
    ['inflated bytes', { maxInflated: 500 }],
    ['entries', { maxEntries: 3 }],
    ['stored bytes', { maxStored: 1000 }],
    ['bytes on disk', { maxBytes: 1000 }],
  ])('refuses a file of too many %s', async (_, limit) => {
    const result = await readBytes(oddWorkbook({ sheets: plain }), 'a.xlsx', { ...DEFAULT_LIMITS, ...limit });
    expect(result).toMatchObject({ kind: 'refused', code: 'too_large' });
  });

  it('refuses a value without end', async () => {
    const xml = `<row><c t="inlineStr"><is><t>${'长'.repeat(6_000_000)}</t></is></c></row>`;
    const result = await readBytes(oddWorkbook({ sheets: [{ name: 'S', xml }], zip: { deflate: true } }));
    expect(result).toMatchObject({ kind: 'refused', code: 'too_large' });
  });
});

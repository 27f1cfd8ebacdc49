import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { AMBER, AUTHOR, annotate, excelJs, item, plainOf, RED, sheetJs } from './annotated.ts';
import { nastyWorkbook } from './nastyWorkbook.ts';

const SHEET = '行政处罚 & 明细';

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

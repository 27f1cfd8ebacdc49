import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { composeReminders } from '../../../electron/core/reminders.ts';
import { writeReminderDocx } from '../../../electron/io/documents/reminderDocx.ts';
import { writeReminderWorkbook } from '../../../electron/io/workbooks/reminderWorkbook.ts';
import { SAMPLE_OFFICE, sampleMonth } from '../../core/circularSample.ts';
import { REMINDING } from '../../core/reminderSample.ts';
import { docxParts } from '../documents/docxParts.ts';

const month = sampleMonth(13);
const units = month.units.map((unit, index) => ({
  ...unit,
  name: index === 1 ? '=HYPERLINK("http://x")' : unit.name,
  contacts: [{ name: '王某', role: 'clerk' as const, phone: '0377-69660000', email: '' }],
}));
const list = composeReminders({ ...month, ...REMINDING, units });
const empty = composeReminders({ ...month, ...REMINDING, units, cells: [] });

async function read(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  // exceljs declares a Buffer type of its own.
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  return workbook;
}

describe('the reminder workbook', async () => {
  const workbook = await read(await writeReminderWorkbook(list));
  const [sheet, texts] = workbook.worksheets;
  const owed = list.items.flatMap((item) => item.owed);

  it('lists one line per owed item under title, date and head', () => {
    expect(sheet?.getCell('A1').value).toBe('2022年4月信用信息报送催报清单');
    expect(sheet?.getCell('A2').value).toMatch(/^截至2022年5月5日16时，\d+家单位共\d+项未完成报送，其中/);
    expect(sheet?.getRow(3).values).toEqual([
      undefined,
      ...['序号', '单位', '报送事项', '报送期', '截止时间', '情形', '逾期天数', '级别', '级别理由'],
      ...['已催次数', '上次催报', '答复', '承诺日期', '联系人', '电话'],
    ]);
    expect(sheet?.getCell(`A${3 + owed.length}`).value).toBe(owed.length);
    expect(sheet?.getRow(4).values).toEqual([
      undefined,
      ...[1, list.items[0]?.name, owed[0]?.title],
      ...['第15周', '4月29日18时', '未报送', 6, '红', '逾期6天，之前3期有2期未按时报送', 0],
      ...[undefined, undefined, undefined, '王某（经办人）', '0377-69660000'],
    ]);
  });

  it('keeps what looks like a formula a text', () => {
    const cells: ExcelJS.Cell[] = [];
    for (const each of workbook.worksheets) {
      each.eachRow((row) => row.eachCell((cell) => String(cell.value).startsWith('=') && cells.push(cell)));
    }
    expect(cells.length).toBeGreaterThan(1);
    for (const cell of cells) expect([cell.type, cell.numFmt]).toEqual([ExcelJS.ValueType.String, '@']);
  });

  it('prints on A4 landscape with the head on every page, and freezes it on screen', () => {
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', printTitlesRow: '3:3' });
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
  });

  it('has the texts to paste on a sheet of their own', () => {
    expect(texts?.name).toBe('群发文本');
    expect(texts?.getCell('B2').value).toBe(list.groupText);
    expect(texts?.getCell('B3').value).toBe(list.items[0]?.text);
    expect(texts?.rowCount).toBe(2 + list.items.length);
  });

  it('spreads a text over rows that are not taller than a row can be, and loses no line', async () => {
    const groupText = Array.from({ length: 60 }, (_, index) => `${index + 1}. ${'某单位、'.repeat(30)}`).join('\n');
    const sheet = (await read(await writeReminderWorkbook({ ...list, items: [], groupText }))).worksheets[1];
    const rows = (sheet?.getRows(2, sheet.rowCount - 1) ?? []).map((row) => ({
      name: row.getCell(1).value,
      text: String(row.getCell(2).value),
      height: row.height,
    }));
    expect(rows.length).toBeGreaterThan(5);
    expect(rows[1]?.name).toBe('工作群（续）');
    expect(rows.map(({ text }) => text).join('\n')).toBe(groupText);
    for (const { height } of rows) expect(height).toBeLessThanOrEqual(409);
  });

  it('says 无 when nothing is owed', async () => {
    const [only] = (await read(await writeReminderWorkbook(empty))).worksheets;
    expect(only?.getCell('A2').value).toBe('截至2022年5月5日16时，没有需要催报的事项。');
    expect(only?.getCell('A4').value).toBe('无');
  });
});

describe('the reminder document', () => {
  it('has the same lines as the workbook, a repeated head and the notice for the group', async () => {
    const xml = (await docxParts(await writeReminderDocx(list, SAMPLE_OFFICE, {}))).get('word/document.xml') ?? '';
    expect(xml).toContain('>2022年4月信用信息报送催报清单<');
    expect(xml.match(/<w:tr>/g)).toHaveLength(1 + list.items.flatMap((item) => item.owed).length);
    expect(xml).toContain('<w:tblHeader/>');
    expect(xml).toContain('w:orient="landscape"');
    expect(xml).toContain('>工作群通知<');
  });

  it('says 无 when nothing is owed', async () => {
    const xml = (await docxParts(await writeReminderDocx(empty, SAMPLE_OFFICE, {}))).get('word/document.xml') ?? '';
    expect(xml).toContain('>无<');
  });
});

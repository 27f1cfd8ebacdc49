import officeCrypto from 'officecrypto-tool';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../electron/core/refusal.ts';
import { DEFAULT_LIMITS } from '../../../electron/io/intake/limits.ts';
import { readMailedFile } from '../../../electron/io/intake/readMailedFile.ts';
import { compoundFile } from '../../fixtures/compoundFile.ts';
import { oddWorkbook } from '../../fixtures/oddWorkbook.ts';
import { writeZip } from '../../fixtures/zip.ts';
import { readBytes } from './readBytes.ts';

const workbook = oddWorkbook({ sheets: [{ name: 'S', xml: '<row><c><v>1</v></c></row>' }], zip: { deflate: true } });
const office = (type: string) =>
  writeZip([
    {
      name: '[Content_Types].xml',
      data: `<Types><Override ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`,
    },
  ]);
const bytes = (...list: number[]) => Buffer.concat([Buffer.from(list), Buffer.alloc(600)]);
const JPG = bytes(0xff, 0xd8, 0xff, 0xe0);
const PDF = Buffer.from('%PDF-1.7\n%\u00e2\u00e3');

describe('the content of a file decides what it is', () => {
  it.each([
    ['.xls of Excel 4', bytes(0x09, 0x04, 0x06, 0x00, 0x00, 0x00, 0x10, 0x00), 'Excel 4.0 及更早的工作簿（.xls）'],
    ['.et', compoundFile(['Workbook', 'ETExtData']), 'WPS 表格（.et）'],
    [
      '.doc',
      compoundFile(['1Table', 'WordDocument', 'Data', 'SummaryInformation', 'ObjectPool']),
      'Word 97-2003 文档（.doc）',
    ],
    ['.wps', compoundFile(['WordDocument', 'WpsCustomData']), 'WPS 文字文档（.wps）'],
    ['.ppt', compoundFile(['PowerPoint Document']), '演示文稿 97-2003（.ppt）'],
    ['.msg', compoundFile(['__properties_version1.0']), 'Outlook 邮件（.msg）'],
    ['rar', bytes(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x01, 0x00), 'RAR 压缩包'],
    ['7z', bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), '7z 压缩包'],
    ['zip', writeZip([{ name: '4月.txt', data: 'x' }]), 'ZIP 压缩包'],
    ['empty zip', writeZip([]), 'ZIP 压缩包'],
    ['xlsb', writeZip([{ name: 'xl/workbook.bin', data: 'x' }]), 'Excel 二进制工作簿（.xlsb）'],
    [
      'ods',
      writeZip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' }]),
      'OpenDocument 电子表格（.ods）',
    ],
    ['other bytes', bytes(1, 2, 3, 0, 4), '无法识别的文件'],
  ])('refuses %s whatever its name is and names its true type', async (_, content, detail) => {
    for (const name of ['表.xlsx', '表']) {
      expect(await readBytes(content, name)).toEqual({ kind: 'refused', code: 'unsupported_format', detail });
    }
  });

  it.each([
    ['jpg', JPG, 'JPG 图片'],
    ['png', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'PNG 图片'],
    ['gif', Buffer.from('GIF89a\u0001'), 'GIF 图片'],
    ['bmp', bytes(0x42, 0x4d, 0x36, 0x00, 0x0c, 0x00, 0, 0, 0, 0, 54, 0, 0, 0), 'BMP 图片'],
    ['pdf', PDF, 'PDF 文档'],
    ['pptx', office('presentationml.presentation'), '演示文稿（.pptx）'],
  ])('keeps a %s as an attachment, and says so where its name claims a workbook', async (_, content, detail) => {
    expect(await readBytes(content, '情况说明')).toEqual({ kind: 'attachment', code: null, detail, article: null });
    for (const name of ['表.xls', '表.XLSX', '表.xlsm', '表.et', '4月.zip › 表.csv']) {
      expect(await readBytes(content, name)).toEqual({
        kind: 'attachment',
        code: 'not_a_workbook',
        detail,
        article: null,
      });
    }
  });

  it.each([
    ['html', '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>1</td></tr></table></html>'],
    ['html', '\ufeff<!-- 导出 -->\r\n<TABLE><tr><td>1</td></tr></TABLE>'],
    [
      'html',
      'MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<table><tr><td>1</td></tr></table>\r\n--x--',
    ],
    [
      'xls',
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>',
    ],
    ['csv', '序号,单位\r\n1,市监局\r\n'],
    ['csv', Buffer.from('序号\t单位\r\n1\t市监局\r\n', 'utf16le')],
  ])('reads it as %s whatever its name is: %j', async (format, content) => {
    for (const name of ['表.xlsx', '表.xls', '表']) {
      expect(await readBytes(content, name)).toMatchObject({ kind: 'workbook', workbook: { format } });
    }
  });

  it.each(['表.xlsx', '表.xls', '表.jpg', '表'])('reads a workbook named %s', async (name) => {
    expect((await readBytes(workbook, name)).kind).toBe('workbook');
  });

  it('reads .xlsm and templates by their content type', async () => {
    const types = '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';
    const macro = oddWorkbook({
      sheets: [{ name: 'S', xml: '<row><c><v>1</v></c></row>' }],
      parts: { '[Content_Types].xml': types },
    });
    expect((await readBytes(macro)).kind).toBe('workbook');
  });
});

describe('files that cannot be read', () => {
  it.each([
    ['empty', Buffer.alloc(0), 'empty'],
    ['an encrypted workbook', officeCrypto.encrypt(workbook, { password: 'x', type: 'standard' }), 'encrypted'],
    ['half a workbook', workbook.subarray(0, workbook.length / 2), 'truncated'],
    ['a workbook without its last byte', workbook.subarray(0, -1), 'truncated'],
    ['a compound file cut short', compoundFile(['Workbook']).subarray(0, 700), 'truncated'],
    [
      'a cut XML part',
      oddWorkbook({ sheets: [{ name: 'S', xml: '<worksheet><sheetData><row><c><v>1</v>' }] }),
      'truncated',
    ],
    [
      'crossed elements',
      oddWorkbook({
        sheets: [{ name: 'S', xml: '<worksheet><!-- --><sheetData><row></sheetData></row></worksheet>' }],
      }),
      'truncated',
    ],
    [
      'a missing sheet part',
      oddWorkbook({ sheets: [{ name: 'S', xml: '' }], parts: { 'xl/worksheets/sheet1.xml': null } }),
      'truncated',
    ],
    ['a missing workbook part', oddWorkbook({ sheets: [], parts: { 'xl/workbook.xml': null } }), 'truncated'],
  ])('refuses %s', async (_, content, code) => {
    const result = await readBytes(content, '表.xlsx');
    expect(result).toMatchObject({ kind: 'refused', code });
  });

  it('refuses damage inside compressed data', async () => {
    const damaged = Buffer.from(workbook);
    const from = damaged.indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length;
    damaged.fill(0xff, from, from + 20);
    expect(await readBytes(damaged)).toMatchObject({ kind: 'refused', code: 'truncated' });
  });

  it.each(['~$双公示.xlsx', '4月/~$双公示.xls', '4月.zip › ~$双公示.xlsx', '4月\\~$a.docx'])(
    'leaves %s aside',
    async (name) => {
      expect(await readBytes(workbook, name)).toMatchObject({ kind: 'refused', code: 'temporary_file' });
      expect(await readBytes(Buffer.alloc(0), name)).toMatchObject({ kind: 'refused', code: 'temporary_file' });
    },
  );

  it.each(['没有这个文件.xlsx', '.'])('says that %s is no file', async (path) => {
    const read = readMailedFile(path, { name: '表.xlsx', passwords: [] }, DEFAULT_LIMITS);
    await expect(read).rejects.toEqual(new Refusal('file_missing', path));
  });
});

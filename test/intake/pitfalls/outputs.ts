import path from 'node:path';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { expect } from 'vitest';
import type { CircularDocument } from '../../../electron/contract/circulars.ts';
import { composeCircular } from '../../../electron/core/circular.ts';
import { circularCss } from '../../../electron/core/circularCss.ts';
import { circularHtml } from '../../../electron/core/circularHtml.ts';
import { titleLines } from '../../../electron/core/circularTitle.ts';
import { chineseDay } from '../../../electron/core/period.ts';
import { composeNotice, returnMailText } from '../../../electron/core/returnNotice.ts';
import { writeCircularDocx } from '../../../electron/io/documents/circularDocx.ts';
import { safeFileName } from '../../../electron/io/safePath.ts';
import { writeUploadWorkbook } from '../../../electron/io/workbooks/uploadWorkbook.ts';
import { openDesk } from '../../app/desk.ts';
import { penalties } from '../../app/workbooks.ts';
import { SAMPLE_OFFICE, sampleCell, sampleInput, sampleMonth, sampleUnits } from '../../core/circularSample.ts';
import { templateOf } from '../../core/sheetOf.ts';
import { docxParts } from '../../io/documents/docxParts.ts';
import { annotate, item, plainOf } from '../../io/workbooks/annotated.ts';
import { nastyWorkbook } from '../../io/workbooks/nastyWorkbook.ts';
import type { Pitfall } from './pitfall.ts';

const ID = '411323199001011234';
const MASKED = '411323********1234';
/** Characters no file name may hold on Windows. */
const FORBIDDEN = /[\\/:*?"<>|]/u;

async function bodyOf(document: CircularDocument): Promise<string> {
  return (await docxParts(await writeCircularDocx(document))).get('word/document.xml') ?? '';
}

const textsOf = (document: CircularDocument): string =>
  document.sections.flatMap((section) => section.paragraphs.map((paragraph) => paragraph.text)).join('\n');

export const OUTPUTS: readonly Pitfall[] = [
  {
    number: 201,
    input: 'unit names of 2 and 20 characters, 45 units over 3 pages',
    expected: 'the head repeats on every page, no row is split',
    async check() {
      const month = sampleMonth(45);
      const long = '先进制造业开发区管理委员会综合行政执法大队';
      const names = ['人行', long];
      const units = month.units.map((unit, index) => ({ ...unit, name: names[index] ?? unit.name }));
      const document = composeCircular({ ...month, units });
      const body = await bodyOf(document);
      expect(body).toContain(`>${long}<`);
      const rows = body.match(/<w:tr>.*?<\/w:tr>/gu) ?? [];
      expect(rows.length).toBeGreaterThan(45);
      expect(rows.filter((row) => !row.includes('<w:cantSplit/>'))).toEqual([]);
      const heads = rows.filter((row) => row.includes('<w:tblHeader/>'));
      expect(heads).toHaveLength(document.tables.length);
      expect(circularCss(undefined, 0)).toContain('display: table-header-group');
      expect(circularCss(undefined, 0)).toContain('tr { break-inside: avoid; }');
    },
  },
  {
    number: 202,
    input: 'titles of 1, 2 and 3 lines',
    expected: '梯形 or 菱形, no word broken, 关于 begins a line',
    check() {
      const office = '西峡县社会信用体系建设工作领导小组办公室';
      expect(titleLines('关于2022年信用工作的通报')).toEqual(['关于2022年信用工作的通报']);
      expect(titleLines('关于进一步做好社会信用体系建设重点工作的通知')).toEqual([
        '关于进一步做好',
        '社会信用体系建设重点工作的通知',
      ]);
      expect(titleLines(`${office}关于2022年4月信用信息归集报送工作情况的通报`)).toEqual([
        office,
        '关于2022年4月信用信息归集报送',
        '工作情况的通报',
      ]);
    },
  },
  {
    number: 203,
    input: 'a single unit; no unit with problems',
    expected: 'sentences stay grammatical, 无 where there is nothing',
    check() {
      const units = sampleUnits(1);
      const id = units[0]?.id ?? '';
      const clean = composeCircular(sampleInput(units, [sampleCell(id, 'd05', '2022-04', 'reported', 2)]));
      const late = composeCircular(sampleInput(units, [sampleCell(id, 'd05', '2022-04', 'missing')]));
      expect(textsOf(clean)).toContain('无。');
      expect(textsOf(late)).toContain(units[0]?.name);
      for (const text of [textsOf(clean), textsOf(late)]) {
        expect(text).not.toMatch(/等1家|：[。；]|（）|、。|，。|undefined|NaN|null/u);
        expect(text.split('\n').filter((line) => line.trim() === '')).toEqual([]);
      }
      // An annex with nothing in it is not attached, nor promised by the text.
      const empty = composeCircular(sampleInput(units, []));
      expect(empty.tables.filter(({ rows, charts }) => rows.length === 0 && charts === undefined)).toEqual([]);
      expect(circularHtml(empty)).not.toContain('附件');
    },
  },
  {
    number: 204,
    input: '成文日期 and 发文字号',
    expected: 'no leading zeros, 〔2022〕 and not []',
    check() {
      const document = composeCircular(sampleMonth(3));
      expect(chineseDay('2026-06-09')).toBe('2026年6月9日');
      expect(document.date).toBe('2022年5月5日');
      expect(document.documentNo).toBe('西信用办〔2022〕6号');
      expect(
        circularHtml(document)
          .replaceAll(/<style>.*?<\/style>/gsu, '')
          .replaceAll(/<[^>]*>/gu, ''),
      ).not.toMatch(/[[\]]|年0\d月|月0\d日/u);
    },
  },
  {
    number: 205,
    input: 'page numbers and the last page',
    expected: 'odd right, even left; no blank last page for the 版记',
    async check() {
      const document = composeCircular(sampleMonth(13));
      const parts = await docxParts(await writeCircularDocx(document));
      expect(parts.get('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
      const footers = [...parts].filter(([name]) => /footer\d*\.xml$/u.test(name)).map(([, xml]) => xml);
      expect(footers.some((xml) => xml.includes('<w:jc w:val="right"/>') && xml.includes('PAGE'))).toBe(true);
      expect(footers.some((xml) => xml.includes('<w:jc w:val="left"/>') && xml.includes('PAGE'))).toBe(true);
      expect(circularCss(undefined, 0)).toMatch(/@page :right \{ @bottom-right.*\n@page :left \{ @bottom-left/u);
      // A section that must begin on an even or odd page, or an empty page at the end, would leave one blank.
      const body = parts.get('word/document.xml') ?? '';
      expect(body).not.toMatch(/<w:type w:val="(?:odd|even)Page"\/>/u);
      expect(body.match(/抄送：/gu)?.length).toBe(1);
      const last = body.slice(body.lastIndexOf('抄送：'));
      expect(last).not.toContain('<w:br w:type="page"/>');
    },
  },
  {
    number: 206,
    input: 'a font of GB/T 9704 that the machine does not have',
    expected: 'its kin takes its place in print; WPS and Word replace it by the name and say so in their font list',
    check() {
      const stacks = [
        ...circularCss(undefined, 0).matchAll(
          /font(?:-family)?:[^;]*?((?:"[^"]+"|[A-Za-z]+)(?:, (?:"[^"]+"|[\w-]+))+)/gu,
        ),
      ].map((found) => found[1] ?? '');
      expect(stacks.length).toBeGreaterThan(3);
      for (const stack of stacks) {
        expect(stack.split(', ').length).toBeGreaterThan(3);
        expect(stack).toMatch(/(?:^|, )(?:serif|sans-serif)$/u);
      }
      expect(circularCss(undefined, 0)).toContain('"仿宋_GB2312", "仿宋", FangSong, STFangsong');
    },
  },
  {
    number: 207,
    input: 'a returned annotated workbook with widths, merges, hidden rows and whole-column validations',
    expected: 'opens without repair and keeps them all',
    async check() {
      const before = await nastyWorkbook();
      const { bytes, way } = await annotate(before, [
        item('行政处罚 & 明细', 'D6', 'error'),
        item('行政处罚 & 明细', 'C20', 'verify'),
      ]);
      expect(way).toBe('edited');
      const [was, is] = [unzipSync(before), unzipSync(bytes)].map((parts) =>
        Buffer.from(parts['xl/worksheets/sheet1.xml'] ?? []).toString(),
      );
      for (const element of [
        'cols',
        'mergeCells',
        'dataValidations',
        'conditionalFormatting',
        'autoFilter',
        'sheetViews',
      ]) {
        const pattern = new RegExp(`<${element}[ >].*?(?:</${element}>|/>)`, 'gsu');
        expect([element, is?.match(pattern)]).toEqual([element, was?.match(pattern)]);
        expect(was?.match(pattern)).not.toBeNull();
      }
      expect(is).toContain('<row r="8" hidden="1"');
      expect(
        (await plainOf(bytes)).sheets
          .slice(0, -1)
          .map(({ hidden, merges, hiddenColumns }) => [hidden, merges, hiddenColumns]),
      ).toEqual(
        (await plainOf(before)).sheets.map(({ hidden, merges, hiddenColumns }) => [hidden, merges, hiddenColumns]),
      );
      // What Excel repairs: rows or cells out of order, parts nobody declared, ids used twice.
      const rows = [...(is ?? '').matchAll(/<row r="(\d+)"/gu)].map((found) => Number(found[1]));
      expect(rows).toEqual(rows.toSorted((a, b) => a - b));
      const types = Buffer.from(unzipSync(bytes)['[Content_Types].xml'] ?? []).toString();
      for (const part of Object.keys(unzipSync(bytes))) {
        const isDeclared =
          types.includes(`"/${part}"`) ||
          types.includes(`Extension="${part.split('.').at(-1)}"`) ||
          part === '[Content_Types].xml';
        expect([part, isDeclared]).toEqual([part, true]);
      }
      const names = [...types.matchAll(/PartName="([^"]+)"/gu)].map((found) => found[1]);
      expect(new Set(names).size).toBe(names.length);
    },
  },
  {
    number: 208,
    input: 'codes of 18 digits and with leading zeros in workbooks we write',
    expected: 'they stay text: format @',
    async check() {
      const code = '001234567890123456';
      const csv = Buffer.from(`代码,名称\n${code},甲\n`);
      const back = await annotate(csv, [item('Sheet1', 'A2', 'error', { value: code })], { name: '表.csv' });
      const template = templateOf('penalty-legal');
      const upload = await writeUploadWorkbook(template, [{ CF_XDR_SHXYM: code, CF_XDR_MC: '甲' }]);
      for (const bytes of [back.bytes, upload]) {
        const book = new ExcelJS.Workbook();
        await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer); // exceljs declares a Buffer type of its own
        const found: ExcelJS.Cell[] = [];
        for (const sheet of book.worksheets)
          sheet.eachRow((row) => row.eachCell((cell) => cell.value === code && found.push(cell)));
        expect(found.length).toBeGreaterThan(0);
        for (const cell of found) expect([cell.type, cell.numFmt]).toEqual([ExcelJS.ValueType.String, '@']);
      }
    },
  },
  {
    number: 209,
    input: 'a CSV export',
    expected: 'has a byte order mark, so that Excel and WPS show Chinese',
    check: null,
    why: 'The program writes no CSV: every list goes out as .xlsx, whose text needs no mark and whose codes stay text.',
  },
  {
    number: 210,
    input: 'file names with \\ / : * ? " < > |, very long ones, and the same name twice',
    expected: 'names every system takes, cut before their ending, the second of two numbered',
    async check() {
      for (const name of [
        '退回-某局-“双公示”<4/5>-2022:04*?|".xlsx',
        'CON.xlsx',
        `${'很长'.repeat(200)}.docx`,
        '尾点. .eml',
      ]) {
        const safe = safeFileName(name.replaceAll(/[\\/]/gu, '_'));
        expect(safe).not.toMatch(FORBIDDEN);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(215);
        expect(path.extname(safe)).toBe(path.extname(name));
        expect(safe).not.toMatch(/^(?:con|nul)\.|[. ]\.?$/iu);
      }
      const desk = await openDesk();
      try {
        const bad = { CF_CFJGDM: '11230500001755309A' };
        const files = [
          await desk.mail('甲.xlsx', penalties([1, 2], { change: { 1: bad } })),
          await desk.mail('乙.xlsx', penalties([7, 8], { change: { 7: bad } })),
        ];
        const { batch } = await desk.receive('2022-04-29T10:00', files);
        const returned = await desk.ask('returns.write', {
          batch: batch ?? '',
          out: path.join(desk.mailFolder, '退回'),
        });
        const names = returned.flatMap((one) => one.files.map((file) => file.name));
        expect(names).toHaveLength(6);
        expect(new Set(names).size).toBe(6);
        expect(names[3]).toBe(names[0]?.replace('.xlsx', '(2).xlsx'));
        for (const name of names) expect(name).not.toMatch(FORBIDDEN);
      } finally {
        await desk.close();
      }
    },
  },
  {
    number: 211,
    input: 'selecting and copying Chinese text from a PDF',
    expected: 'works: what is printed is text, in the order it is read',
    async check() {
      const document = composeCircular(sampleMonth(13));
      const html = circularHtml(document);
      expect(html).not.toMatch(/<(?:img|svg|canvas)\b|text-transform|letter-spacing: -?\d{2}|direction: rtl/u);
      const plain = html.replaceAll(/<style>.*?<\/style>/gsu, '').replaceAll(/<[^>]*>/gu, '');
      const body = await bodyOf(document);
      const written = [...body.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map((found) => found[1]).join('');
      let at = 0;
      for (const section of document.sections) {
        for (const { text } of section.paragraphs) {
          expect(written).toContain(text);
          const next = plain.indexOf(text, at);
          expect(next).toBeGreaterThanOrEqual(at);
          at = next;
        }
      }
    },
  },
  {
    number: 212,
    input: 'ID numbers in lists that leave the office',
    expected: 'masked in the circular, the 退回通知 and the mail; the unit’s own workbook holds its own data',
    async check() {
      const month = sampleMonth(5);
      const findings = month.findings.map((row) => ({
        ...row,
        subject: ID,
        problems: [`“证件号码”的“${ID}”校验位不对。请核对后重填。`],
      }));
      const circular = circularHtml(composeCircular({ ...month, findings }));
      expect(circular).not.toContain(ID);
      expect(circular).toContain(MASKED);

      const value = item('名单', 'B3', 'error', {
        value: ID,
        message: `“证件号码”的“${ID}”校验位不对。请核对后重填。`,
      });
      const notice = {
        unitName: '某局',
        source: `${ID}处罚表.xlsx`,
        receivedAt: '2022-04-29T10:00',
        duties: [{ title: '双公示', period: '2022-W17' }],
        records: 3,
        items: [value],
        isShared: false,
        enclosed: 'marked' as const,
        due: null,
        now: '2022-04-29T16:00',
        office: SAMPLE_OFFICE,
      };
      for (const text of [JSON.stringify(composeNotice(notice)), returnMailText(notice)]) {
        expect(text).not.toContain(ID);
        expect(text).toContain(MASKED);
      }
      const { bytes } = await annotate(
        Buffer.from(`姓名,证件号码\n张三,410\n王五,${ID}\n`),
        [{ ...value, sheet: 'Sheet1' }],
        { name: '表.csv' },
      );
      const [own, list] = (await plainOf(bytes)).sheets.map((sheet) =>
        sheet.rows.flatMap((row) => row.cells.map((cell) => cell.text)),
      );
      expect(own).toContain(ID);
      expect(list).toContain(ID);
    },
  },
];

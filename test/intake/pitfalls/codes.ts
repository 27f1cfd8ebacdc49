import ExcelJS from 'exceljs';
import { expect } from 'vitest';
import type { CellContent } from '../../../electron/contract/sheets.ts';
import { openDesk } from '../../app/desk.ts';
import { penalties } from '../../app/workbooks.ts';
import { GOOD_ROWS } from '../../core/goodRows.ts';
import { type CellDraft, COMPANY, DESK, lostDigits, PERSON, tableOf, tableSheet } from '../../core/sheetOf.ts';
import { cellsOf, readBytes } from '../../io/intake/readBytes.ts';
import type { Pitfall } from './pitfall.ts';
import { expectFound, found, penalty, penaltyTable } from './row.ts';

const CODE = 'CF_XDR_SHXYM';
const ID = 'CF_FR_ZJHM';
const NUMBER = 'CF_WSH';

/** More digits than a number holds. */
const LOST = Number('914113231234567890');

/** The one cell of a workbook, as the reader gives it to any column. */
async function cellIn(bytes: Uint8Array): Promise<Omit<CellContent, 'column'>> {
  const [cell] = await cellsOf(bytes);
  if (!cell) throw new Error('no cell');
  const { column: _column, ...content } = cell;
  return content;
}

/** A workbook with one cell, written by another program. */
async function workbookWith(value: ExcelJS.CellValue, numFmt = 'General', quotePrefix = false): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const cell = book.addWorksheet('Sheet1').getCell('A1');
  cell.value = value;
  cell.numFmt = numFmt;
  if (quotePrefix) cell.style = { ...cell.style, quotePrefix: true } as typeof cell.style; // exceljs has no type for it
  return new Uint8Array(await book.xlsx.writeBuffer());
}

export const CODES: readonly Pitfall[] = [
  {
    number: 86,
    input: 'an 18-digit code stored as a number, shown as 9.14113E+17',
    expected: 'error: its last digits are lost; never guessed',
    async check() {
      const cell = await cellIn(await workbookWith(LOST));
      expect(cell).toMatchObject({ type: 'number', precisionLost: true });
      expect(found({ [CODE]: cell })).toEqual([`${CODE} precision_lost error`]);
    },
  },
  {
    number: 87,
    input: 'the text 1.23457E+17 in a code column',
    expected: 'the same error',
    check: () => expectFound(CODE, ['1.23457E+17', '9.14E+17', '1.2e17'], [`${CODE} precision_lost error`]),
  },
  {
    number: 88,
    input: 'a number shown in full by the format 0, its digits lost all the same',
    expected: 'the same error',
    async check() {
      const cell = await cellIn(await workbookWith(LOST, '0'));
      expect(cell).toMatchObject({ precisionLost: true, format: '0' });
      expect(found({ [CODE]: cell })).toEqual([`${CODE} precision_lost error`]);
    },
  },
  {
    number: 89,
    input: 'an ID number in a CSV file',
    expected: 'kept as text with all its digits',
    async check() {
      const read = await readBytes('姓名,证件号码,备注\n张三,411323199001011234,无\n', '表.csv');
      expect(read.kind === 'workbook' ? read.workbook.sheets[0]?.rows[1]?.cells[1] : read).toMatchObject({
        type: 'string',
        value: '411323199001011234',
      });
    },
  },
  {
    number: 90,
    input: 'a code written as the formula ="9141…"',
    expected: 'its text',
    async check() {
      const cell = await cellIn(await workbookWith({ formula: `"${COMPANY}"`, result: COMPANY }));
      expect(penalty({ [CODE]: cell }).values[CODE]).toBe(COMPANY);
    },
  },
  {
    number: 91,
    input: 'a cell marked as text by a leading apostrophe (quotePrefix)',
    expected: 'the value without it',
    async check() {
      const cell = await cellIn(await workbookWith(COMPANY, '@', true));
      expect(cell.text).toBe(COMPANY);
      expect(found({ [CODE]: cell })).toEqual([]);
    },
  },
  {
    number: 92,
    input: "an apostrophe ' or ’ typed as part of the text",
    expected: 'taken off the value, kept in the raw text',
    check() {
      for (const mark of ["'", '’']) {
        const record = penalty({ [CODE]: `${mark}${COMPANY}`, [NUMBER]: `${mark}西市监罚〔2022〕1号` });
        expect([record.values[CODE], record.values[NUMBER]]).toEqual([COMPANY, '西市监罚〔2022〕1号']);
        expect(record.raw[CODE]).toBe(`${mark}${COMPANY}`);
        expect(record.findings).toEqual([]);
      }
    },
  },
  {
    number: 93,
    input: 'blanks of every kind, zero-width characters, tabs, line ends and _x000D_ in and around a code',
    expected: 'normalised',
    check() {
      const half = Math.floor(COMPANY.length / 2);
      for (const odd of [' ', '\u00a0', '\u3000', '\u200b', '\ufeff', '\t', '\r\n', '_x000D_'])
        for (const text of [`${odd}${COMPANY}`, `${COMPANY}${odd}`, COMPANY.slice(0, half) + odd + COMPANY.slice(half)])
          expect([JSON.stringify(odd), penalty({ [CODE]: text }).values[CODE]]).toEqual([JSON.stringify(odd), COMPANY]);
    },
  },
  {
    number: 94,
    input: 'full-width digits and letters',
    expected: 'normalised',
    check() {
      const wide = [...COMPANY].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('');
      expect(penalty({ [CODE]: wide }).values[CODE]).toBe(COMPANY);
    },
  },
  {
    number: 95,
    input: 'lower-case letters',
    expected: 'normalised',
    check: () => expect(penalty({ [CODE]: COMPANY.toLowerCase() }).values[CODE]).toBe(COMPANY),
  },
  {
    number: 96,
    input: 'O for 0, I for 1, letters a code never has',
    expected: 'error with a suggestion',
    check() {
      for (const [odd, meant] of [
        ['O', '0'],
        ['I', '1'],
        ['Z', '2'],
        ['S', '5'],
      ] as const) {
        const record = penalty({ [CODE]: COMPANY.slice(0, 9) + odd + COMPANY.slice(10) });
        expect(record.findings.map((f) => f.rule)).toEqual(['uscc_format']);
        expect(record.findings[0]?.message).toContain(`可能应为“${meant}”`);
      }
    },
  },
  {
    number: 97,
    input: 'Cyrillic А and Х in a code',
    expected: 'error with a suggestion',
    check() {
      for (const [odd, meant] of [
        ['А', 'A'],
        ['Х', 'X'],
      ] as const) {
        const record = penalty({ [CODE]: COMPANY.slice(0, 9) + odd + COMPANY.slice(10) });
        expect(record.findings.map((f) => f.rule)).toEqual(['uscc_format']);
        expect(record.findings[0]?.message).toContain(`可能应为“${meant}”`);
      }
    },
  },
  {
    number: 98,
    input: 'codes of 17 and 19 characters, an old registration number, an organisation code',
    expected: 'error naming what it looks like',
    check() {
      for (const [text, looksLike] of [
        [COMPANY.slice(1), '17 位'],
        [`${COMPANY}1`, '19 位'],
        ['411323000012345', '15 位旧工商注册号'],
        ['12345678-9', '9 位组织机构代码'],
      ] as const) {
        const { findings } = penalty({ [CODE]: text });
        expect(findings.map((f) => f.rule)).toEqual(['uscc_format']);
        expect(findings[0]?.message).toContain(looksLike);
      }
    },
  },
  {
    number: 99,
    input: 'a code with a wrong check digit; two real codes have one',
    expected: 'error (cli.md) that a clerk lets pass with a written reason',
    async check() {
      expectFound(CODE, ['91350211M0000XUF46', '91350100M0001TGQXM'], [`${CODE} uscc_check_digit error`]);
      expectFound(CODE, ['91350100M000100Y43', '9131000063159284XQ'], []);
      const desk = await openDesk();
      try {
        await desk.receive('2022-04-29T16:00', [
          await desk.mail('市监局.xlsx', penalties([1], { change: { 1: { [CODE]: '91350211M0000XUF46' } } })),
        ]);
        const [record] = (await desk.ask('records.list', {})).records;
        expect(record?.compliant).toBe(false);
        const answer = { id: record?.findings[0]?.id ?? 0, reason: '已在公示系统查到该代码' };
        expect(await desk.ask('findings.confirm', answer)).toEqual({ compliant: true });
      } finally {
        await desk.close();
      }
    },
  },
  {
    number: 100,
    input: 'a 92 code called a company, a 91 code called 个体工商户',
    expected: 'error at the category',
    check() {
      expect(found({ CF_XDR_LB: '个体工商户' })).toEqual(['CF_XDR_LB uscc_category error']);
      expect(found({ CF_XDR_LB: '法人及非法人组织' })).toEqual([]);
    },
  },
  {
    number: 101,
    input: 'region digits that are no known division',
    expected: 'verify',
    check: null,
    why: 'cli.md has no rule for it, and a code keeps the division of the day it was given: the historic lists are not at hand offline.',
  },
  {
    number: 102,
    input: '无 / - — 0 暂无 in a required code',
    expected: 'error, as empty',
    check: () => expectFound(CODE, ['无', '/', '-', '—', '0', '暂无'], [`${CODE} required error`]),
  },
  {
    number: 103,
    input: 'eighteen zeros, ones, 123456…, 待补',
    expected: 'error placeholder',
    check: () =>
      expectFound(
        CODE,
        ['000000000000000000', '111111111111111111', '123456789012345678', '待补', '见附件'],
        [`${CODE} placeholder error`],
      ),
  },
  {
    number: 104,
    input:
      'ID numbers with x, Ｘ, *, Cyrillic Х, a wrong check digit, an impossible or future birth, 15 digits, masked',
    expected: 'x and Ｘ read as X, everything else an error that says what it is',
    check() {
      expectFound(ID, [PERSON.replace('X', 'x'), PERSON.replace('X', 'Ｘ')], []);
      expectFound(ID, ['110105194912310021'], [`${ID} id_check_digit error`]);
      for (const text of [
        PERSON.replace('X', '*'),
        PERSON.replace('X', 'Х'),
        '11010519490231002X',
        '110105203012310020',
        '110105491231002',
        '411***********1234',
      ])
        expect([text, found({ [ID]: text })]).toEqual([text, [`${ID} id_format error`]]);
      expect(penalty({ [ID]: '411***********1234' }).findings[0]?.message).toContain('遮盖');
    },
  },
  {
    number: 105,
    input: 'a personal ID in a company field and a company code in an ID field',
    expected: 'error naming what it is',
    check() {
      expect(penalty({ [CODE]: PERSON }).findings[0]).toMatchObject({ rule: 'uscc_format' });
      expect(penalty({ [CODE]: PERSON }).findings[0]?.message).toContain('个人身份号码');
      expect(penalty({ [ID]: COMPANY }).findings[0]).toMatchObject({ rule: 'id_format' });
      expect(penalty({ [ID]: COMPANY }).findings[0]?.message).toContain('统一社会信用代码');
    },
  },
  {
    number: 106,
    input: 'a name that differs from the one its code had before',
    expected: 'suggested for a second look, never changed',
    check: () => expectCluster('one_code_many_names', { 1: { [CODE]: COMPANY }, 2: { [CODE]: COMPANY } }, 1, 2),
  },
  {
    number: 107,
    input: 'one code with several names, one name with several codes',
    expected: 'a cluster each',
    check: () => expectCluster('one_name_many_codes', { 2: { CF_XDR_MC: '西峡县第1建材有限公司' } }, 1, 2),
  },
  {
    number: 108,
    input: 'a document number with [] 【】 () 〔〕 and blanks',
    expected: 'the same record by its number; the original kept, a notice about the brackets',
    check() {
      const keys = ['〔2022〕', '[2022]', '【2022】', '（2022）', '(2022) ', '〔 2022 〕'].map((year) => {
        const record = penalty({ [NUMBER]: `西市监罚${year}1号` });
        expect(record.values[NUMBER]).toContain('2022');
        expect(record.raw[NUMBER]).toBe(`西市监罚${year}1号`);
        return record.key;
      });
      expect(new Set(keys).size).toBe(1);
      expect(found({ [NUMBER]: '西市监罚【2022】1号' })).toEqual([`${NUMBER} doc_no_style notice`]);
    },
  },
  {
    number: 109,
    input: 'one document number twice in a file with other content',
    expected: 'both are records, the later one to verify',
    check() {
      const table = penaltyTable([
        { [NUMBER]: '西市监罚〔2022〕1号' },
        { [NUMBER]: '西市监罚（2022）1号', CF_XDR_MC: '西峡县顺达甲1商贸有限公司' },
      ]);
      expect(table.records).toHaveLength(2);
      expect(table.records[1]?.findings.map((f) => `${f.rule} ${f.severity}`)).toContain('duplicate_record verify');
    },
  },
  {
    number: 110,
    input: 'a document number that Excel turned into a date (5-1 → 5月1日)',
    expected: 'error',
    check() {
      const date = { text: '5月1日', type: 'date', value: '2022-05-01', format: 'm"月"d"日"' } as const;
      expect(found({ [NUMBER]: date })).toEqual([`${NUMBER} placeholder error`]);
      expect(penalty({ [NUMBER]: date }).findings[0]?.message).toContain('的“5月1日”是日期，不是文书号');
    },
  },
  {
    number: 111,
    input: 'a number of fixed length that lost its leading zeros',
    expected: 'told where a length is fixed (commitment numbers have 20 digits)',
    check() {
      expect(found({ promiseNo: '1132320220426000001' }, 'commitment')).toEqual(['promiseNo doc_no_style notice']);
    },
  },
  {
    number: 112,
    input: 'phone numbers as 1.38E+10, with hyphens and blanks, two in a cell, with an extension',
    expected: 'read as phones, the rounded text an error',
    check() {
      const phone = (cell: CellDraft) => {
        const { records } = tableOf(
          tableSheet('contact-list', [{ ...GOOD_ROWS['contact-list'], leaderPhone: cell }], {
            title: '西峡县市场监督管理局名单（2022年4月）',
          }),
          MONTHLY_LIST,
        );
        return [records[0]?.values.leaderPhone, records[0]?.findings.map(({ rule }) => rule)];
      };
      const number = { type: 'number', value: 13800000001 } as const;
      for (const cell of [
        '13800000001',
        '138-0000-0001',
        '138 0000 0001',
        '１３８００００－０００１',
        '+86 13800000001',
        13800000001,
        { ...number, text: '1.38E+10', format: '0.00E+00' },
        { ...number, text: '1.38E+10', format: 'General' },
      ])
        expect([cell, ...phone(cell)]).toEqual([cell, '13800000001', []]);
      for (const cell of ['13800000001/0377-69660000', '138-0000-0001；0377 6966 0000', '13800000001 (0377)69660000'])
        expect([cell, ...phone(cell)]).toEqual([cell, '13800000001、0377-69660000', []]);
      expect(phone('0377-69660000-8001')).toEqual(['0377-69660000转8001', []]);
      expect(phone('1.38E+10')).toEqual(['1.38E+10', ['precision_lost']]);
      expect(phone('请打总机')).toEqual(['请打总机', []]);
    },
  },
  {
    number: 113,
    input: 'a 19-digit bank or registration number stored as a number',
    expected: 'the error of case 86',
    check() {
      const field = 'CF_XDR_GSZC';
      expect(found({ [field]: lostDigits('6222021702000123456') })).toEqual([`${field} precision_lost error`]);
    },
  },
];

/** Stores penalties with changes and looks among the look-alikes for one of this kind with these records. */
async function expectCluster(
  kind: string,
  change: Readonly<Record<number, Readonly<Record<string, string>>>>,
  ...rows: number[]
): Promise<void> {
  const desk = await openDesk();
  try {
    await desk.receive('2022-04-29T16:00', [await desk.mail('市监局.xlsx', penalties(rows, { change }))]);
    const clusters = await desk.ask('records.clusters', {});
    const cluster = clusters.find((one) => one.kind === kind);
    expect(cluster?.members.map((member) => member.record).sort()).toEqual(rows);
    expect((await desk.ask('records.list', {})).total).toBe(rows.length);
  } finally {
    await desk.close();
  }
}

/** One duty collects the contact list. */
const MONTHLY_LIST = {
  duties: DESK.duties
    .slice(0, 1)
    .map((duty) => ({ ...duty, templates: ['contact-list'], periodKind: 'month' as const })),
};

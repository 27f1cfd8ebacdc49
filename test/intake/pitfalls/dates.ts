import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { expect } from 'vitest';
import type { CellContent } from '../../../electron/contract/sheets.ts';
import { nextPeriod } from '../../../electron/core/period.ts';
import { periodsInText } from '../../../electron/core/periodText.ts';
import { readDate } from '../../../electron/core/readDate.ts';
import { serialToIso } from '../../../electron/core/serialDay.ts';
import { type CellDraft, cellOf, dateCell, letterOf, type RowDraft, tableOf, tableSheet } from '../../core/sheetOf.ts';
import { cellsOf } from '../../io/intake/readBytes.ts';
import type { Pitfall } from './pitfall.ts';
import { found, penalty } from './row.ts';

const DATE = 'CF_JDRQ';
const UNTIL = 'CF_YXQ';

/** The day a cell of the decision date reads as, as stored. */
const dayOf = (cell: CellDraft): unknown => penalty({ [DATE]: cell, CF_YXQ: '长期', CF_GSJZQ: null }).values[DATE];

/** Findings without the record's own lateness, which an old date brings along. */
const told = (row: RowDraft): string[] => found(row).filter((one) => !one.endsWith('late_record notice'));

function expectTold(field: string, texts: readonly string[], findings: readonly string[]): void {
  for (const text of texts) expect([text, told({ [field]: text })]).toEqual([text, findings]);
}

/** First cell of a workbook with these serials, written by another program. */
async function serials(values: readonly number[], numFmt: string, date1904 = false): Promise<readonly CellContent[]> {
  const book = new ExcelJS.Workbook();
  book.properties.date1904 = date1904;
  const row = book.addWorksheet('Sheet1').addRow([...values]);
  row.eachCell((cell) => {
    cell.numFmt = numFmt;
  });
  return cellsOf(new Uint8Array(await book.xlsx.writeBuffer()));
}

/** Days of serials as this very program reads them in another time zone. */
function daysIn(zone: string, from: number, to: number): unknown {
  const module = fileURLToPath(new URL('../../../electron/core/serialDay.ts', import.meta.url));
  const script = `import { serialToIso } from ${JSON.stringify(module)};
    const days = []; for (let s = ${from}; s <= ${to}; s++) days.push(serialToIso(s + 0.99999, false)?.slice(0, 10));
    console.log(JSON.stringify(days));`;
  const args = ['--input-type=module-typescript', '--eval', script];
  return JSON.parse(execFileSync(process.execPath, args, { env: { ...process.env, TZ: zone }, encoding: 'utf8' }));
}

export const DATES: readonly Pitfall[] = [
  {
    number: 114,
    input: 'real date cells of every format',
    expected: 'the exact day, in every time zone',
    async check() {
      for (const format of [
        'yyyy/m/d',
        'yyyy"年"m"月"d"日"',
        'm"月"d"日"',
        '[$-804]yyyy"年"m"月"d"日"',
        'yyyy-mm-dd hh:mm',
        '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
      ]) {
        const [cell] = await serials([44669], format);
        expect([format, cell?.type, String(cell?.value).slice(0, 10)]).toEqual([format, 'date', '2022-04-18']);
      }
      const days = daysIn('Asia/Shanghai', 44562, 44926);
      expect(days).toHaveLength(365);
      for (const zone of ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'])
        expect(daysIn(zone, 44562, 44926)).toEqual(days);
    },
  },
  {
    number: 115,
    input: 'dates as text in fifteen ways',
    expected: 'read, or an error with the accepted form',
    check() {
      for (const text of [
        '2022.4.18',
        '2022/4/18',
        '2022-04-18',
        '2022年4月18日',
        '20220418',
        '2022-4-18 00:00:00',
        '２０２２－０４－１８',
        '2022 年4 月18 日',
        '二〇二二年四月十八日',
      ])
        expect([text, dayOf(text)]).toEqual([text, '2022-04-18']);
      expectTold(DATE, ['22.4.18'], [`${DATE} date_ambiguous verify`]);
      for (const text of ['2022.4', '2022年4月', '四月十八日', '4月18日']) {
        const { findings } = penalty({ [DATE]: text });
        expect([text, findings.map((f) => f.rule)]).toEqual([text, ['date_invalid']]);
        expect(findings[0]?.message).toContain('2022/04/18');
      }
    },
  },
  {
    number: 116,
    input: '10/8/2021 and 8/10/2021 in one column',
    expected: 'asked once for the column, never per cell',
    check() {
      const rows = ['10/8/2021', '8/10/2021', '9/9/2021'].map((text) => ({ [DATE]: text }));
      const table = tableOf(tableSheet('penalty-legal', rows));
      expect(table.question?.code).toBe('date_order');
      expect(table.question?.candidates.map((one) => one.choice.dateOrder)).toEqual([
        { [letterOf('penalty-legal', DATE)]: 'dmy' },
        { [letterOf('penalty-legal', DATE)]: 'mdy' },
      ]);
    },
  },
  {
    number: 117,
    input: 'the number 44669 in a General cell (lost format)',
    expected: 'the day, with a notice (cli.md)',
    check() {
      expect(dayOf(44669)).toBe('2022-04-18');
      expect(told({ [DATE]: 44669 })).toEqual([`${DATE} date_lost_format notice`]);
    },
  },
  {
    number: 118,
    input: 'the number 20220418',
    expected: 'the day, without a finding',
    check() {
      expect(dayOf(20220418)).toBe('2022-04-18');
      expect(told({ [DATE]: 20220418 })).toEqual([]);
    },
  },
  {
    number: 119,
    input: 'the number 2022.1, which may have been 2022.10',
    expected: 'error that says so',
    check() {
      const { findings } = penalty({ [DATE]: 2022.1 });
      expect(findings.map((f) => f.rule)).toEqual(['date_invalid']);
      expect(findings[0]?.message).toContain('可能是 2022.10');
    },
  },
  {
    number: 120,
    input: 'serial numbers outside plausible years',
    expected: 'error',
    check() {
      for (const serial of [1234, 99999, 450000])
        expect(told({ [DATE]: serial })).toEqual([`${DATE} date_invalid error`]);
    },
  },
  {
    number: 121,
    input: 'serials 0 and 60 (1900-01-00, 1900-02-29) and days of 1899',
    expected: 'error',
    async check() {
      const [zero, leap] = await serials([0, 60], 'yyyy/m/d');
      for (const cell of [zero, leap]) {
        expect(cell?.type).not.toBe('date');
        const { column: _column, ...content } = cell ?? { column: 1, text: '' };
        expect(told({ [DATE]: content })).toEqual([`${DATE} date_invalid error`]);
      }
      expect(told({ [DATE]: '1899-12-31' })).toEqual([`${DATE} date_invalid error`]);
    },
  },
  {
    number: 122,
    input: 'a workbook that counts from 1904',
    expected: 'the right day',
    async check() {
      const [cell] = await serials([44669 - 1462], 'yyyy/m/d', true);
      expect(String(cell?.value).slice(0, 10)).toBe('2022-04-18');
    },
  },
  {
    number: 123,
    input: '2022-02-30, 2022-13-01, 2022-9-31',
    expected: 'error',
    check: () =>
      expectTold(DATE, ['2022-02-30', '2022-13-01', '2022-9-31', '20220230'], [`${DATE} date_invalid error`]),
  },
  {
    number: 124,
    input: 'a decision in the future, and one before 1949',
    expected: 'error',
    check() {
      expect(told({ [DATE]: '2022-05-03' })).toEqual([`${DATE} date_future error`]);
      expect(told({ [DATE]: '1948-04-18' })).toEqual([`${DATE} date_invalid error`]);
    },
  },
  {
    number: 125,
    input: 'a term that ends before the decision; 2099-12-31 and 长期',
    expected: 'error; both accepted',
    check() {
      expect(told({ [UNTIL]: '2022-04-01' })).toEqual([`${UNTIL} date_order error`]);
      expectTold(UNTIL, ['2099-12-31', '长期', '长期有效'], []);
      expect(penalty({ [UNTIL]: '长期' }).values[UNTIL]).toBe('2099-12-31');
    },
  },
  {
    number: 126,
    input: 'a range of dates in one cell',
    expected: 'error',
    check: () => expectTold(DATE, ['2022.4.1-2022.4.18', '2022年4月1日至18日'], [`${DATE} date_invalid error`]),
  },
  {
    number: 127,
    input: 'a date with weekday, time, AM/PM, 上午',
    expected: 'the day',
    check() {
      for (const text of [
        '2022年4月18日 星期一',
        '2022-04-18（周一）',
        '2022-04-18 09:30',
        '2022-04-18 9:30:00 AM',
        '2022/4/18 上午9:30',
        '2022-04-18T09:30:00Z',
      ])
        expect([text, dayOf(text)]).toEqual([text, '2022-04-18']);
    },
  },
  {
    number: 128,
    input: 'one date and one document number down the whole column',
    expected: 'verify',
    check() {
      const rows = Array.from({ length: 6 }, () => ({ CF_WSH: '西市监罚〔2022〕1号' }));
      const table = tableOf(tableSheet('penalty-legal', rows));
      expect(table.otherFindings.map((f) => `${f.rule} ${f.severity}`)).toContain('copied_value verify');
    },
  },
  {
    number: 129,
    input: '2022年第17周, 4.25-5.1, 二季度 as the period',
    expected: 'read as the period',
    check() {
      expect(periodsInText('2022年第17周', 'week', '2022-04-29')).toEqual(['2022-W17']);
      expect(periodsInText('4.25-5.1', 'week', '2022-04-29')).toEqual(['2022-W17']);
      expect(periodsInText('二季度', 'quarter', '2022-06-30')).toEqual(['2022-Q2']);
    },
  },
  {
    number: 130,
    input: 'a week that crosses the year end; week 53',
    expected: 'ISO weeks',
    check() {
      expect(periodsInText('2020年第53周', 'week', '2021-01-04')).toEqual(['2020-W53']);
      expect(nextPeriod('2020-W53')).toBe('2021-W01');
      expect(periodsInText('12月28日-1月3日', 'week', '2021-01-04')).toEqual(['2020-W53']);
    },
  },
  {
    number: 131,
    input: 'a column too narrow to show its dates (#####)',
    expected: 'the value that is there',
    async check() {
      const book = new ExcelJS.Workbook();
      const sheet = book.addWorksheet('Sheet1');
      sheet.getColumn(1).width = 1;
      const cell = sheet.getCell('A1');
      cell.value = 44669;
      cell.numFmt = 'yyyy"年"m"月"d"日"';
      const [read] = await cellsOf(new Uint8Array(await book.xlsx.writeBuffer()));
      expect([read?.text, read?.value]).toEqual(['2022年4月18日', '2022-04-18']);
    },
  },
  {
    number: 132,
    input: 'days of summer time and of local mean time',
    expected: 'no shift of 43 seconds or an hour',
    check() {
      for (const [serial, day] of [
        [31904, '1987-05-07'],
        [9000, '1924-08-21'],
        [2, '1900-01-02'],
      ] as const)
        expect(serialToIso(serial, false)).toBe(day);
      expect(readDate(cellOf(dateCell('1987-05-07')) as CellContent, false)).toMatchObject({ day: '1987-05-07' });
    },
  },
];

import { describe, expect, it } from 'vitest';
import { builtinFormat } from '../../electron/core/builtinFormats.ts';
import { displayNumber, numberFormat } from '../../electron/core/numberFormat.ts';

describe('displayNumber shows a number as the cell does', () => {
  it.each([
    ['General', 0, '0'],
    ['General', 1234.5, '1234.5'],
    ['General', -0.1, '-0.1'],
    ['General', 0.1 + 0.2, '0.3'],
    ['General', 12345678901, '12345678901'],
    ['General', 123456789012, '1.23457E+11'],
    ['General', 914113231234568000, '9.14113E+17'],
    ['General', 1234567.891234, '1234567.891'],
    ['General', 0.0000123456789, '1.23457E-05'],
    ['0', 1234.5, '1235'],
    ['0', 914113231234568000, '914113231234568000'],
    ['0.00', 1.005, '1.01'],
    ['0.00', -2, '-2.00'],
    ['#,##0', 1234567, '1,234,567'],
    ['#,##0.00', 0.5, '0.50'],
    ['0%', 0.5, '50%'],
    ['0.00%', 0.98333, '98.33%'],
    ['0000', 12, '0012'],
    ['000-0000-0000', 13912345678, '139-1234-5678'],
    ['@', 20220418, '20220418'],
    ['0.00E+00', 12345, '1.23E+04'],
    ['0"万元"', 12, '12万元'],
    ['#,##0.00_);(#,##0.00)', -3, '(3.00)'],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 0, '-'],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 1234.5, '1,234.50'],
    ['[>100]"大"0;"小"0', 101, '大101'],
    ['[>100]"大"0;"小"0', 99, '小99'],
    ['[$¥-804]#,##0.00', 1234.5, '¥1,234.50'],
    ['0.0;-0.0;"零"', 0, '零'],
    ['#,##0,"千"', 1234567, '1,235千'],
    ['[Red]0;[Blue]-0', -5, '-5'],
  ])('%s of %f is %s', (code, value, text) => {
    expect(displayNumber(value, code)).toBe(text);
  });

  it.each([
    ['yyyy/m/d', 44669, '2022/4/18'],
    ['yyyy-mm-dd', 44669, '2022-04-18'],
    ['yyyy"年"m"月"d"日"', 44669, '2022年4月18日'],
    ['[$-804]yyyy"年"m"月"', 44669, '2022年4月'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 44669, 'Monday, April 18, 2022'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日"', 44669, '二〇二二年四月十八日'],
    ['[$-1E000804]yyyy\\年m\\月d\\日', 44669, '二〇二二年四月十八日'],
    ['yyyy/m/d h:mm', 44669.3958333333, '2022/4/18 9:30'],
    ['上午/下午h"时"mm"分"', 44669.75, '下午6时00分'],
    ['h:mm AM/PM', 0.5, '12:00 PM'],
    ['mm:ss.0', 0.00001, '00:00.9'],
    ['[h]:mm', 1.5, '36:00'],
    ['[$-804]aaaa', 44669, '星期一'],
    ['d-mmm-yy', 44669, '18-Apr-22'],
    ['e"年"m"月"d"日"', 44669, '2022年4月18日'],
    ['yyyy/m/d', 60, '1900/2/29'],
  ])('%s of %f is %s', (code, value, text) => {
    expect(displayNumber(value, code)).toBe(text);
  });

  it('counts from 1904 where the workbook does', () => {
    expect(displayNumber(43207, 'yyyy-mm-dd', true)).toBe('2022-04-18');
  });

  it('shows a number that is no day as a number', () => {
    expect(displayNumber(20220418, 'yyyy/m/d')).toBe('20220418');
    expect(displayNumber(-1, 'yyyy/m/d')).toBe('-1');
  });

  it.each(['', ';;;', '"', '\\', '[', '[]0', '0.0.0', 'E+', '?/?', '[$-', '%%', '*', '_', ',', 'bbbb', 'ggge"年"'])(
    'never fails on the odd code %j',
    (code) => {
      expect(typeof displayNumber(44669.5, code)).toBe('string');
    },
  );
});

describe('numberFormat tells dates from numbers', () => {
  it.each([
    14, 15, 16, 17, 18, 20, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58,
  ])('built-in format %i is a date', (id) => {
    expect(numberFormat(builtinFormat(id)).isDate).toBe(true);
  });

  it.each([0, 1, 2, 3, 4, 9, 10, 11, 12, 37, 38, 39, 40, 41, 42, 43, 44, 46, 48, 49, 163, 999])(
    'built-in format %i is none',
    (id) => {
      expect(numberFormat(builtinFormat(id)).isDate).toBe(false);
    },
  );

  it.each([
    ['[Red]0.00', false],
    ['"日期"0', false],
    ['0\\d', false],
    ['General"元"', false],
    ['[$¥-804]0', false],
    ['yyyy', true],
    ['[$-804]m"月"d"日"', true],
  ])('%s: %s', (code, isDate) => {
    expect(numberFormat(code).isDate).toBe(isDate);
  });
});

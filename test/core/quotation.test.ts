import { describe, expect, it } from 'vitest';
import type { RuleCode } from '../../electron/contract/findings.ts';
import { innerQuotes, quoted } from '../../electron/contract/quotation.ts';
import { errorSentence, fileSentence } from '../../electron/contract/words.ts';
import { findingSentence } from '../../electron/core/findingSentence.ts';
import { maskedRow } from '../../electron/core/maskedRow.ts';

describe('a name in quotation marks', () => {
  it.each([
    ['诚信宣传教育报道', '“诚信宣传教育报道”'],
    ['“信豫融”平台企业入驻', '“‘信豫融’平台企业入驻”'],
    ['“双公示”和“信易贷”', '“‘双公示’和‘信易贷’”'],
    ['', '“”'],
  ])('%s stands as %s', (text, expected) => {
    expect(quoted(text)).toBe(expected);
    expect(`“${innerQuotes(text)}”`).toBe(expected);
  });

  it('is written so in refusals, of files, and of findings', () => {
    expect(errorSentence('zero_not_taken', '“信豫融”平台企业入驻')).toMatch(/^“‘信豫融’平台企业入驻”不收零报送/);
    expect(fileSentence('no_table', '“双公示”$&.xlsx', '')).toMatch(/^“‘双公示’\$&\.xlsx”里没有/);
  });

  it.each<[RuleCode, string, string, string, string]>([
    ['enum', '类别', '“法人”', '法人、自然人', '“类别”的“‘法人’”不在代码表内。可填：法人、自然人。'],
    ['required', '“双公示”类别', '', '', '“‘双公示’类别”是必填项，现为空或填了“无、/”之类。请补填。'],
    ['date_future', '日期', '2022-05-01', '2022-04-29', '“日期”为 2022-05-01，晚于收件日 2022-04-29。请核对日期。'],
    ['enum', '类别', '{detail}', '甲', '“类别”的“{detail}”不在代码表内。可填：甲。'],
    ['special_chars', '名称', '某“公司', '“', '“名称”的“某“公司”含有特殊字符““”。请核实。'],
  ])('of a finding %s: %s %s', (rule, column, value, detail, expected) => {
    expect(findingSentence(rule, column, value, detail)).toBe(expected);
  });

  it('is hidden with its marks where it names a person', () => {
    const value = '“张小三”';
    const message = findingSentence('enum', '行政相对人名称', value, '甲');
    const findings = [{ field: 'name', value, message }];
    const row = { file: 'a.xlsx', name: value, values: { name: value }, findings };
    expect(maskedRow(row, undefined, '2022-05-05').problems.join('')).not.toContain('小三');
  });
});

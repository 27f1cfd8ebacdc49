import { describe, expect, it } from 'vitest';
import { cleanText, foldDocumentNumber, foldHeader, foldText, isVisible } from '../../electron/core/fold.ts';

describe('clean text', () => {
  it.each([
    ['市监局', '市监局'],
    [' 市监局 ', '市监局'],
    ['\u3000市监局\u3000', '市监局'],
    ['市\u200b监\ufeff局\u00ad', '市监局'],
    ['市监局_x000D_\n', '市监局'],
    ['一\r\n二\r三', '一\n二\n三'],
    ['甲\u00a0乙&nbsp;丙', '甲 乙 丙'],
    ['\t市监局\u0007', '市监局'],
    ['a\u2028b', 'ab'],
    ['甲 乙', '甲 乙'],
  ])('of %j is %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it.each([
    ['', false],
    [' \t\u3000\u00a0', false],
    ['\u200b\ufeff', false],
    ['0', true],
    [' 、', true],
  ])('%j shows anything: %s', (text, visible) => {
    expect(isVisible(text)).toBe(visible);
  });
});

describe('folded text', () => {
  it.each([
    ['ＡＢ１２（三）', 'ab12(三)'],
    ['西 峡\u3000县', '西峡县'],
    ['a/b-c_d.e', 'a/b-c_d.e'],
    ['〔2022〕《法》', '〔2022〕《法》'],
    ['㎡', 'm2'],
    ['﨑', '﨑'],
  ])('of %s is %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it.each([
    ['行政相对人代码＿1（统一社会信用代码）', '行政相对人代码1统一社会信用代码'],
    ['*行政相对人名称（必填）：', '行政相对人名称'],
    ['统一社会\n信用代码', '统一社会信用代码'],
    ['3．处罚内容', '处罚内容'],
    ['（12）处罚内容', '处罚内容'],
    ['处罚决定日期（格式：yyyy/mm/dd）', '处罚决定日期'],
    ['罚款金额（万元）', '罚款金额万元'],
  ])('header of %j is %s', (text, folded) => {
    expect(foldHeader(text)).toBe(folded);
  });

  it('of a document number is one for every kind of bracket', () => {
    const numbers = [
      '市监罚〔2022〕1号',
      '市监罚【2022】 1号',
      '市监罚[2022]1号',
      '市监罚（２０２２）1号',
      '市监罚﹝2022﹞1号',
    ];
    expect(new Set(numbers.map(foldDocumentNumber)).size).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { type CircularDocument, PLAIN_FORM } from '../../electron/contract/circulars.ts';
import type { FigureRef } from '../../electron/contract/figures.ts';
import { numberDocument } from '../../electron/core/numberDocument.ts';
import { blocksOf, cleanLines, splitNumber, unnumbered } from '../../renderer/features/papers/paperBlocks.ts';
import { piecesOf } from '../../renderer/features/papers/textPieces.ts';

const REF: FigureRef = { kind: 'units', period: '2022-04', asOf: '2022-05-05T09:00' };

describe('numbers of headings and lists', () => {
  it.each([
    ['section', '十一、其他', '十一、', '其他'],
    ['second', '（一）一、二级单位', '（一）', '一、二级单位'],
    ['third', '12.2.5万条', '12.', '2.5万条'],
    ['fourth', '（3）（一）类', '（3）', '（一）类'],
    ['body', '一、这是正文', '', '一、这是正文'],
  ] as const)('of %s “%s” are taken off once', (level, text, number, rest) => {
    expect(splitNumber(level, text)).toEqual({ number, text: rest });
  });

  it('come off every block of a numbered paper as they were put on, and the figures stay at their numbers', () => {
    const paragraph = (level: 'second' | 'third' | 'fourth' | 'body', text: string) => {
      const start = text.search(/\d/u);
      return { key: text, level, text, figures: [{ start, length: 2, ref: REF }] };
    };
    const draft: CircularDocument = {
      ...PAPER,
      sections: [
        {
          key: 's',
          heading: '基本情况',
          paragraphs: [
            paragraph('second', '报送12项'),
            paragraph('third', '第34条'),
            paragraph('fourth', '小56'),
            paragraph('body', '共78家'),
          ],
        },
      ],
    };
    const [section] = blocksOf(numberDocument(draft)).sections;
    expect(section?.head).toMatchObject({ number: '一、', text: '基本情况' });
    expect(section?.paragraphs.map(({ number, text }) => [number, text])).toEqual([
      ['（一）', '报送12项'],
      ['1.', '第34条'],
      ['（1）', '小56'],
      ['', '共78家'],
    ]);
    const marked = section?.paragraphs.map(({ text, figures }) => piecesOf(text, figures).find(({ ref }) => ref)?.text);
    expect(marked).toEqual(['12', '34', '56', '78']);
  });
});

describe('pasted text', () => {
  it('comes in as clean lines without anything that cannot be seen', () => {
    expect(cleanLines('\u3000\u3000一段\u200b文字\t好\r\n\r\n 第二\ufeff段 \u0007\n')).toEqual([
      '一段文字 好',
      '第二段',
    ]);
  });

  it.each([
    ['（二）存在问题', 'second', '存在问题'],
    ['1.第一条', 'third', '第一条'],
    ['（1）小条', 'fourth', '小条'],
    ['2.5个百分点', 'body', '2.5个百分点'],
    ['三、下一步', 'body', '下一步'],
    ['普通的话', 'body', '普通的话'],
  ])('“%s” is of level %s', (line, level, text) => {
    expect(unnumbered(line)).toEqual({ level, text });
  });
});

describe('figures of a text', () => {
  it('that lie outside of it or in one another stay plain', () => {
    const pieces = piecesOf('共12条', [
      { start: 1, length: 2, ref: REF },
      { start: 2, length: 1, ref: REF },
      { start: 3, length: 9, ref: REF },
    ]);
    expect(pieces.map(({ text, ref }) => [text, ref !== null])).toEqual([
      ['共', false],
      ['12', true],
      ['条', false],
    ]);
  });
});

const PAPER: CircularDocument = {
  period: '2022-04',
  asOf: '2022-05-05T09:00',
  form: PLAIN_FORM,
  letterhead: '',
  documentNo: '',
  title: '',
  addressee: '',
  introduction: [],
  sections: [],
  tables: [],
  signature: '',
  date: '',
  remark: '',
  copyTo: [],
  issuer: '',
};

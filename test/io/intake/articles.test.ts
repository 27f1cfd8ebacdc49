import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { writeMail } from '../../fixtures/mail.ts';
import { writeZip } from '../../fixtures/zip.ts';
import { readBytes } from './readBytes.ts';

function docx(...lines: readonly (string | Paragraph | Table)[]): Promise<Buffer> {
  const children = lines.map((line) => (typeof line === 'string' ? new Paragraph(line) : line));
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

async function articleOf(bytes: Buffer, name = '稿件.docx') {
  const read = await readBytes(bytes, name);
  if (read.kind !== 'attachment') throw new Error(JSON.stringify(read));
  return read.article;
}

describe('a Word document', () => {
  it('is an attachment with title, day and text', async () => {
    const bytes = await docx(
      '丹水镇开展诚信宣传进校园活动',
      '2022年4月12日',
      '4月12日，丹水镇组织志愿者……',
      '丹水镇供稿',
    );
    expect(await readBytes(bytes, '诚信宣传.docx')).toEqual({
      kind: 'attachment',
      code: null,
      detail: 'Word 文档（.docx）',
      article: {
        title: '丹水镇开展诚信宣传进校园活动',
        day: '2022-04-12',
        text: '丹水镇开展诚信宣传进校园活动\n2022年4月12日\n4月12日，丹水镇组织志愿者……\n丹水镇供稿',
      },
    });
  });

  it('named as a workbook says so and is read all the same', async () => {
    expect(await readBytes(await docx('情况说明'), '表.xlsx')).toMatchObject({
      kind: 'attachment',
      code: 'not_a_workbook',
      article: { title: '情况说明' },
    });
  });

  it.each([
    [['附件1', '西信用办〔2022〕5号', '关于诚信宣传的报道', '（2022-04-12）'], '关于诚信宣传的报道', '2022-04-12'],
    [['标题', '发布时间：2022年4月12日 10:20', '正文'], '标题', '2022-04-12'],
    [['标题', '正文', '西峡县财政局', '二〇二二年四月二十九日'], '标题', '2022-04-29'],
    [['标题', '2022-04-12', '正文', '2022年4月13日'], '标题', null],
    [['标题', '正文提到2022年4月12日的活动。'], '标题', null],
    [['标题', '20220'], '标题', null],
  ])('of %j is called %s and dated %s', async (lines, title, day) => {
    expect(await articleOf(await docx(...lines))).toMatchObject({ title, day });
  });

  it('takes its heading for the title', async () => {
    const heading = new Paragraph({ text: '诚信案例', heading: HeadingLevel.HEADING_1 });
    expect(await articleOf(await docx('西峡县信用办公室', heading, '正文'))).toMatchObject({ title: '诚信案例' });
  });

  it('keeps the cells of its tables as text and counts the tables', async () => {
    const row = (...cells: string[]) =>
      new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) });
    const table = new Table({ rows: [row('单位', '数量'), row('丹水镇', '3')] });
    const article = await articleOf(await docx('统计', table));
    expect(article).toMatchObject({ title: '统计', tables: 1 });
    expect(article?.text.split(/\s+/u)).toEqual(['统计', '单位', '数量', '丹水镇', '3']);
  });

  it.each([
    ['without its document', writeZip([{ name: 'word/document.xml', data: '<w/>' }])],
    ['with half a document', writeZip([{ name: 'word/document.xml', data: '<w:document><w:body>' }])],
  ])('%s is damaged', async (_how, bytes) => {
    expect(await readBytes(bytes, 'a.docx')).toMatchObject({ kind: 'refused', code: 'truncated' });
  });

  it('that unfolds to more text than any article is too large', async () => {
    const bytes = writeZip([{ name: 'word/document.xml', data: ' '.repeat(11 * 1024 * 1024) }], { deflate: true });
    expect(await readBytes(bytes, 'a.docx')).toMatchObject({ kind: 'refused', code: 'too_large' });
  });
});

describe('a mail that is all text', () => {
  it.each([
    ['text', { text: '本周无双公示信息产生。' }],
    ['HTML alone', { html: '<html><style>p{}</style><body><p>本周无&#21452;公示信息&nbsp;产生。</p></body></html>' }],
  ])('in %s is what its subject, day and body say', async (_how, draft) => {
    const article = await articleOf(writeMail({ subject: iconv.encode('零报送', 'gbk'), ...draft }), '零报送.eml');
    expect(article).toEqual({
      title: '零报送',
      day: '2022-04-29',
      text: expect.stringMatching(/^本周无双公示信息 ?产生。$/u),
    });
  });
});

import type { CircularDocument } from '../contract/circulars.ts';
import { titleLines } from './circularTitle.ts';
import { TAGGED_ANNEXES, TAGGED_COLUMNS } from './officeTags.ts';

type Item = Readonly<Record<string, string>>;

/** What a paper puts in the place of the placeholders: texts, and lists for the loops. */
export function officeTemplateData(document: CircularDocument): Record<string, string | readonly Item[]> {
  const { form, tables } = document;
  const only = tables.length === 1;
  return {
    份号: form.copyNo,
    密级: form.secrecy,
    紧急程度: form.urgency,
    发文机关标志: document.letterhead,
    发文字号: document.documentNo,
    签发人: form.signer,
    下行文: form.signer === '' ? [{ 发文字号: document.documentNo }] : [],
    上行文: form.signer === '' ? [] : [{ 发文字号: document.documentNo, 签发人: form.signer }],
    标题: titleLines(document.title).join('\n'),
    主送: document.addressee,
    正文: bodyOf(document),
    附件清单: tables.map(({ caption }, index) => ({
      附件标签: index === 0 ? '附件：' : '\u3000\u3000\u3000',
      序号: only ? '' : `${index + 1}.`,
      名称: caption,
    })),
    署名: document.signature,
    成文日期: document.date,
    附注: document.remark === '' ? '' : `（${document.remark}）`,
    抄送: document.copyTo.join('，'),
    抄送行: document.copyTo.length === 0 ? [] : [{ 抄送: document.copyTo.join('，') }],
    印发机关: document.issuer,
    印发日期: document.date,
    ...Object.assign({}, ...Array.from({ length: TAGGED_ANNEXES }, (_, index) => annexOf(document, index))),
  };
}

function bodyOf({ introduction, sections }: CircularDocument): Item[] {
  const item = (tag: '一级标题' | '二级标题' | '文字', text: string): Item => ({
    一级标题: '',
    二级标题: '',
    文字: '',
    [tag]: text,
  });
  const paragraph = ({ level, text }: CircularDocument['introduction'][number]) =>
    item(level === 'second' ? '二级标题' : '文字', text);
  return [
    ...introduction.map(paragraph),
    ...sections.flatMap(({ heading, paragraphs }) => [item('一级标题', heading), ...paragraphs.map(paragraph)]),
  ];
}

function annexOf({ tables }: CircularDocument, index: number): Record<string, string | readonly Item[]> {
  const table = tables[index];
  const name = `附件${index + 1}`;
  return {
    [`${name}名称`]: table?.caption ?? '',
    [`${name}说明`]: table?.note ?? '',
    [`${name}行`]: (table?.rows ?? []).map((row) =>
      Object.fromEntries(Array.from({ length: TAGGED_COLUMNS }, (_, column) => [`列${column + 1}`, row[column] ?? ''])),
    ),
  };
}

import type { WordTemplate } from './papers.ts';

type UnknownTag = WordTemplate['unknown'][number];

/** What is wrong with a {占位} of a template, in words: its name is not known, or a brace lacks its other half. */
export function templateFault({ tag, like }: UnknownTag): string {
  if (isUnpaired(tag)) return `花括号没有成对：${tag}，${like === '' ? '请补上另一半' : `应写成 ${like}`}`;
  return `不认识“${tag}”${like === '' ? '' : `，是不是“${like}”`}`;
}

function isUnpaired(tag: string): boolean {
  return tag.split('{').length !== tag.split('}').length;
}

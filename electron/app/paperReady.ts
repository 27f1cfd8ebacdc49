import type { CircularDocument } from '../contract/circulars.ts';
import { Refusal } from '../core/refusal.ts';

/** Refuses a paper that lacks what none leaves the office without (`paper_nothing`): text, addressee, signature. */
export function refuseUnfinished({ title, introduction, sections, addressee, signature }: CircularDocument): void {
  const body = [...introduction, ...sections.flatMap(({ paragraphs }) => paragraphs)];
  const missing = [
    ...(body.every(({ text }) => isEmpty(text)) ? ['正文'] : []),
    ...(isEmpty(addressee) ? ['主送机关'] : []),
    ...(isEmpty(signature) ? ['署名'] : []),
  ];
  if (missing.length > 0) throw new Refusal('paper_nothing', `《${title}》没有${missing.join('、')}，请补上后再审核`);
}

function isEmpty(text: string): boolean {
  return text.trim() === '';
}

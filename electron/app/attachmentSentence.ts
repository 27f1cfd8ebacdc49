import type { AttachmentKind } from '../contract/imports.ts';
import { fileSentence } from '../contract/words.ts';
import { periodTitle } from '../core/period.ts';
import type { PlannedAttachment } from './attachmentPlan.ts';

/** What becomes of a file that is no table, in a sentence. */
export function attachmentSentence(name: string, attachment: PlannedAttachment): string {
  const { code, detail, article, staysOut, filing } = attachment;
  if (staysOut === 'skipped') return `“${name}”由经办人决定不导入。`;
  const is = code === null ? `“${name}”是${detail}，不是表格。` : fileSentence(code, name, detail);
  const tables =
    article?.tables === undefined ? '' : `文中的 ${article.tables} 个表格只作文字保存，其中的数据请让单位另报工作簿。`;
  const place = filing && `${filing.unit.name}·${filing.duty.title}·${periodTitle(filing.period)}`;
  if (staysOut === 'kept') return `${is}${place === null ? '' : `归入 ${place}，`}已在档，未作改动。`;
  if (filing && place !== null)
    return `${is}${tables}作为${KIND_WORDS[filing.kind]}归入 ${place}（依据：${filing.unit.evidence}）。`;
  return `${is}${tables}已列为附件，随批次归档；${missing(attachment)}要归入某项报送，请指定单位、事项和报送期。`;
}

function missing({ routed: { unit, duty, period } }: PlannedAttachment): string {
  const unknown = [...(unit ? [] : ['单位']), ...(duty ? [] : ['报送事项']), ...(period ? [] : ['报送期'])];
  return unknown.length === 3 ? '' : `认不出${unknown.join('、')}，`;
}

const KIND_WORDS: Readonly<Record<AttachmentKind, string>> = {
  article: '稿件',
  statement: '零报送的情况说明',
  paper: '所附材料',
};

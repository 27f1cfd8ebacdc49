import { listObjections } from '../../db/queries/assessment.ts';
import type { CircularDocument, DocumentForm } from '../contract/circulars.ts';
import { PLAIN_FORM } from '../contract/circulars.ts';
import type { Day, Moment } from '../contract/time.ts';
import { composeAssessment } from '../core/assessmentCircular.ts';
import { dayOf, firstDay, lastDay } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { scoreYear } from './assessment.ts';
import { hasLine } from './assessmentSchemes.ts';
import { type Context, readDirectory } from './context.ts';

interface AssessmentQuestion {
  readonly year: number;
  readonly asOf: Moment;
  /** 成文日期 */
  readonly date: Day;
  readonly form?: DocumentForm;
}

/** The circular of the year's score as the data have it now; headings without numbers. */
export function assessmentDraft(context: Context, question: AssessmentQuestion): CircularDocument {
  return assessmentPaper(context, question).draft;
}

/** The same with what a careful colleague would say before it is signed. */
export function assessmentPaper(
  context: Context,
  { year, asOf, date, form = PLAIN_FORM }: AssessmentQuestion,
): { readonly draft: CircularDocument; readonly advice: readonly string[] } {
  const db = context.store().read;
  const { office } = readDirectory(db);
  if (dayOf(asOf) < firstDay(String(year)))
    throw new Refusal('paper_nothing', `${year}年还没有开始，不能起草考核结果通报`);
  const { assessment, facts } = scoreYear(context, { year, asOf });
  const own = facts.cells.filter(({ assigned }) => assigned);
  const pending = own.filter(({ status }) => status === 'pending').length;
  const contradicted = own.filter((cell) => cell.contradicted === true).length;
  const objections = listObjections(db, { year, asOf });
  const texts = context.resources.assessmentTexts;
  const open = objections.filter(({ state }) => state === 'open').length;
  const advice = [
    ...(dayOf(asOf) <= lastDay(String(year)) ? [`${year}年还没有结束，得分还会变化，建议年终后再印发。`] : []),
    ...(pending === 0 ? [] : [`有${pending}项次还没有到截止时间，没有计入应报送数。`]),
    ...(contradicted === 0 ? [] : [`有${contradicted}项次零报送与收到的数据矛盾，请先核实以哪个为准。`]),
    ...(assessment.open === 0 ? [] : [`还有${assessment.open}项没有评分，暂计0分，请在“年度考核”中填写后再印发。`]),
    ...(open === 0 ? [] : [`还有${open}条申诉没有处理。`]),
    ...(assessment.refused ?? []).map(({ period, message }) => `${period}的报送没有计入：${message}`),
    ...(assessment.version.version === 0 ? ['使用的是随程序附带的缺省方案，请确认与本办印发的考核办法一致。'] : []),
  ];
  // Of a line that the scheme has no more no points were changed.
  const counted = objections.filter(({ item }) => hasLine(assessment.version.scheme, item));
  return { draft: composeAssessment({ assessment, objections: counted, office, form, date, texts }), advice };
}

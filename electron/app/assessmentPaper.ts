import { listObjections } from '../../db/queries/assessment.ts';
import type { CircularDocument, DocumentForm } from '../contract/circulars.ts';
import { PLAIN_FORM } from '../contract/circulars.ts';
import type { Day, Moment } from '../contract/time.ts';
import { composeAssessment } from '../core/assessmentCircular.ts';
import { hasLine, scoreYear } from './assessment.ts';
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
  const { assessment } = scoreYear(context, { year, asOf });
  const objections = listObjections(db, { year, asOf });
  const texts = context.resources.assessmentTexts;
  const open = objections.filter(({ state }) => state === 'open').length;
  const advice = [
    ...(assessment.open === 0 ? [] : [`还有${assessment.open}项没有评分，暂计0分，请在“年度考核”中填写后再印发。`]),
    ...(open === 0 ? [] : [`还有${open}条申诉没有处理。`]),
    ...(assessment.refused ?? []).map(({ period, message }) => `${period}的报送没有计入：${message}`),
    ...(assessment.version.version === 0 ? ['使用的是随程序附带的缺省方案，请确认与本办印发的考核办法一致。'] : []),
  ];
  // Of a line that the scheme has no more no points were changed.
  const own = objections.filter(({ item }) => hasLine(assessment.version.scheme, item));
  return { draft: composeAssessment({ assessment, objections: own, office, form, date, texts }), advice };
}

import type { StoredPaper } from '../../db/queries/papers.ts';
import type { CircularDocument } from '../contract/circulars.ts';
import type { BlockMark, Paper, PaperStep, PaperView } from '../contract/papers.ts';
import type { Moment } from '../contract/time.ts';
import { findCorrections, type KeyedCorrection } from '../core/corrections.ts';
import { dateFault } from '../core/paperDates.ts';
import { chineseMoment, dayOf } from '../core/period.ts';
import type { Context } from './context.ts';
import { composedOf, contentOf, type PaperContent } from './paperContent.ts';
import { begunCorrections, correctionBarred, correctionsNow, unsureAdvice } from './paperCorrections.ts';

/**
 * A paper as the window shows it: a draft as it would be printed now, a checked one as it was checked, an issued one as it was. `known`: what it says now, where that was
 * composed a moment before.
 */
export function viewOf(context: Context, stored: StoredPaper, known?: PaperContent): PaperView {
  const { frozen, ...paper } = stored;
  if (isClosed(paper) && frozen !== null) {
    const { corrections, unsure, hindered } = correctionsNow(
      stored,
      (one) => known?.composed ?? composedOf(context, one),
    );
    const advice = [
      ...(hindered === '' ? [] : [`不能与现在的数据比对，列不出更正：${hindered}`]),
      ...unsureAdvice(unsure),
      ...(paper.state === 'void' ? begunCorrections(context.store().read, paper.id) : []),
    ];
    return {
      ...{ paper, document: frozen.document, marks: [], advice, annexChoice: [] },
      corrections: corrections.map(({ place, before, after }) => ({ place, before, after })),
    };
  }
  const content = known ?? contentOf(context, paper, dayOf(context.deps.now()));
  const { marks, advice, annexChoice } = content;
  const document = paper.state === 'checked' && frozen !== null ? frozen.document : content.document;
  const own = [
    ...dateAdvice(paper, context.deps.now()),
    ...advice,
    ...staleAdvice(marks),
    ...sameHand(paper.steps),
    ...changedAdvice(context, stored, content),
  ];
  const barred = correctionBarred(context.store().read, paper);
  const view = { paper, document, marks, corrections: [], advice: own, annexChoice };
  return barred === undefined ? view : { ...view, barred };
}

/** What a paper prints: of a draft what it says now, of a checked or issued one what was frozen: nobody signs what was not checked. */
export function documentOf(context: Context, { frozen, ...paper }: StoredPaper): CircularDocument {
  if (paper.state !== 'draft' && frozen !== null) return frozen.document;
  return contentOf(context, paper, dayOf(context.deps.now())).document;
}

/**
 * What of a checked paper would be printed otherwise than it was checked; its number, date and typefaces come later. `today`: what it says
 * now, where that is known already.
 */
export function changedSince(
  context: Context,
  paper: StoredPaper,
  today: PaperContent | null = null,
): KeyedCorrection[] | 'otherwise' {
  const { frozen } = paper;
  const checked = paper.steps.findLast(({ step }) => step === 'checked');
  if (paper.state !== 'checked' || frozen === null || !checked) return [];
  // Of a paper without a date of its own texts may speak of the day: it is compared as of the day of the check.
  const isSameDay = today?.document.date === frozen.document.date;
  const now = isSameDay && today ? today : contentOf(context, paper, dayOf(checked.at));
  if (sameText(frozen.document, now.document)) return [];
  const found = findCorrections({ printed: frozen.document, composed: frozen.composed, now: now.composed });
  return found.length > 0 ? found : 'otherwise';
}

/** Where a checked paper has changed, for a sentence. */
export function changedPlaces(changed: ReturnType<typeof changedSince>): string {
  if (changed === 'otherwise') return '红头、署名或附注等';
  const places = [...new Set(changed.map(({ place }) => place))];
  return `${places.slice(0, 3).join('、')}${places.length > 3 ? `等 ${places.length} 处` : ''}`;
}

function changedAdvice(context: Context, paper: StoredPaper, today: PaperContent): string[] {
  const changed = changedSince(context, paper, today);
  if (changed !== 'otherwise' && changed.length === 0) return [];
  return [`审核后内容有变化（${changedPlaces(changed)}），请退回修改后重新审核。`];
}

function sameText(a: CircularDocument, b: CircularDocument): boolean {
  const text = ({ documentNo: _no, date: _date, form, ...rest }: CircularDocument) => {
    const { fonts: _fonts, ...shown } = form;
    return JSON.stringify({ ...rest, form: shown });
  };
  return text(a) === text(b);
}

/** Whether it left the office or was made void: nothing of it changes any more. */
export function isClosed({ state }: Pick<Paper, 'state'>): boolean {
  return state === 'issued' || state === 'void';
}

/** What of its moment and date would be refused when the paper is checked or issued. */
function dateAdvice({ date, asOf }: Paper, now: Moment): string[] {
  const fault = date === null ? '' : dateFault(date, { asOf, now });
  return [
    ...(asOf > now ? [`截至时间${chineseMoment(asOf)}还没有到，数字说的是以后的事，不能审核、印发，请改早。`] : []),
    ...(fault === '' ? [] : [`成文日期不对：${fault}。`]),
  ];
}

function staleAdvice(marks: readonly BlockMark[]): string[] {
  const count = (state: BlockMark['state']) => marks.filter((mark) => mark.state === state).length;
  const stale = count('stale');
  const gone = count('gone');
  return [
    ...(stale > 0 ? [`有 ${stale} 处手工改过的文字，数据后来又变了，请逐处核对。`] : []),
    ...(gone > 0 ? [`有 ${gone} 处手工改过的文字，按现在的数据已不再写入，请核对是否还要保留。`] : []),
  ];
}

function sameHand(steps: readonly PaperStep[]): string[] {
  const drafted = steps.findLast(({ step }) => step === 'drafted')?.by ?? '';
  const checked = steps.findLast(({ step }) => step === 'checked' || step === 'reopened');
  if (checked?.step !== 'checked' || drafted === '' || checked.by !== drafted) return [];
  return [`拟稿和审核是同一人（${drafted}），印发前请另一位同志再看一遍。`];
}

import type { Question } from '../contract/imports.ts';
import type { Template } from '../contract/templates.ts';
import type { AnalyseContext, RoutableDuty } from './analysed.ts';
import type { TableInput } from './analyseTable.ts';
import { markedDuty, markedPeriod } from './blankMark.ts';
import { viewBelow } from './blockView.ts';
import { foldText } from './fold.ts';
import { namedDuties } from './namedDuties.ts';
import { dayOf } from './period.ts';
import { periodsInText } from './periodText.ts';
import { recognisePeriod } from './recognisePeriod.ts';
import type { SheetView } from './sheetView.ts';
import type { RowSurvey } from './surveyRows.ts';

/** Evidence of what a clerk chose. */
export const CHOSEN = '由经办人指定';

/** The duty a template reports to; where several use it, the one owed by the unit. A 情况说明 is that of the duty it is about. */
export function routeDuty(
  { rivals, header, override, context, mark }: TableInput,
  unit: string | null,
  matters: RowSurvey['matters'],
): { readonly duty: RoutableDuty | null; readonly question: Question | null } {
  const chosen = context.duties.find((duty) => duty.id === override.duty) ?? markedDuty(mark, context);
  if (chosen) return { duty: chosen, question: null };
  const said = header.template.nothing ? dutiesSaid(matters, unit, context) : [];
  const possible = said.length > 0 ? said : owedOf(collecting(header.template, context), unit);
  const templateRivals = override.template === undefined ? rivals : [];
  if (possible.length === 1 && templateRivals.length === 0) return { duty: possible[0] ?? null, question: null };
  const candidates = [
    ...possible.map((duty) => ({
      value: duty.id,
      label: duty.title,
      evidence: `模板“${header.template.title}”`,
      choice: templateRivals.length > 0 ? { duty: duty.id, template: header.template.id } : { duty: duty.id },
    })),
    ...templateRivals.flatMap((rival) =>
      context.duties
        .filter((duty) => duty.templates.includes(rival.template.id))
        .map((duty) => ({
          value: `${duty.id}/${rival.template.id}`,
          label: duty.title,
          evidence: `模板“${rival.template.title}”`,
          choice: { duty: duty.id, template: rival.template.id },
        })),
    ),
  ];
  const message =
    possible.length === 0
      ? `模板“${header.template.title}”没有对应的报送事项。请指定报送事项。`
      : `这张表可归入 ${candidates.length} 个报送事项或模板。请选定。`;
  return { duty: null, question: { code: 'duty_ambiguous', message, candidates } };
}

/** Duties that collect the template; a 情况说明 all that take one. */
const collecting = ({ id, nothing }: Template, { duties }: AnalyseContext): readonly RoutableDuty[] =>
  duties.filter((duty) => duty.templates.includes(id) || (nothing && duty.takesStatements));

/** Those that the unit owes; where it owes none of them, all. */
function owedOf(duties: readonly RoutableDuty[], unit: string | null): readonly RoutableDuty[] {
  const owed = duties.filter((duty) => unit !== null && duty.units.includes(unit));
  return owed.length > 0 ? owed : duties;
}

/** What the rows of a 情况说明 are about: several duties are a question, though the unit owes but one of them. */
function dutiesSaid(
  matters: RowSurvey['matters'],
  unit: string | null,
  { duties, templates }: AnalyseContext,
): readonly RoutableDuty[] {
  return [...new Set(matters.flatMap(({ text }) => owedOf(dutiesAbout(text, duties, templates), unit)))];
}

/** `双公示` is short for the duty whose title holds it, where no template's words say more. */
function dutiesAbout(
  matter: string,
  duties: readonly RoutableDuty[],
  templates: readonly Template[],
): readonly RoutableDuty[] {
  const folded = foldText(matter);
  const isShort = (title: string): boolean => folded.length >= 3 && foldText(title).includes(folded);
  return namedDuties(matter, duties, templates) ?? duties.filter(({ title }) => isShort(title));
}

/** The period a table speaks of, or as chosen; unknown while its duty is. */
export function routePeriod(
  input: TableInput,
  duty: RoutableDuty | null,
  column: RowSurvey['periods'],
): { readonly period: string | null; readonly evidence: string | null; readonly question: Question | null } {
  const { view, header, override, context } = input;
  if (duty === null)
    return { period: override.period ?? null, evidence: override.period ? CHOSEN : null, question: null };
  const received = dayOf(context.receivedAt);
  const result = recognisePeriod({
    view: viewOfTitles(input, (text) => periodsInText(text, duty.periodKind, received).length > 0),
    topRow: header.topRow,
    sheet: view.sheet.name,
    file: context.file,
    receivedAt: context.receivedAt,
    kind: duty.periodKind,
    schedule: duty.schedule,
    calendar: input.calendar,
    marked: markedPeriod(input.mark, duty),
    column,
  });
  if (override.period !== undefined && !(result.kind === 'found' && result.period === override.period))
    return { period: override.period, evidence: CHOSEN, question: null };
  if (result.kind === 'question') return { period: null, evidence: null, question: result.question };
  return { period: result.period, evidence: result.evidence, question: null };
}

/** Where the titles of a table stand: in its own lines if one of them speaks, else in those that head the sheet, too. */
export function viewOfTitles({ view, heading, header }: TableInput, speaks: (text: string) => boolean): SheetView {
  if (heading === null) return view;
  const own = view.rowNumbers.filter((row) => row < header.topRow).flatMap((row) => view.row(row)?.cells ?? []);
  return own.some((cell) => speaks(cell.text)) ? view : viewBelow(heading, view);
}

import type { Question } from '../contract/imports.ts';
import type { RoutableDuty } from './analysed.ts';
import type { TableInput } from './analyseTable.ts';
import { markedDuty, markedPeriod } from './blankMark.ts';
import { viewBelow } from './blockView.ts';
import { dayOf } from './period.ts';
import { periodsInText } from './periodText.ts';
import { recognisePeriod } from './recognisePeriod.ts';
import type { SheetView } from './sheetView.ts';

/** Evidence of what a clerk chose. */
export const CHOSEN = '由经办人指定';

/** The duty a template reports to; where several use it, the one owed by the unit. */
export function routeDuty(
  { rivals, header, override, context, mark }: TableInput,
  unit: string | null,
): { readonly duty: RoutableDuty | null; readonly question: Question | null } {
  const chosen = context.duties.find((duty) => duty.id === override.duty) ?? markedDuty(mark, context);
  if (chosen) return { duty: chosen, question: null };
  const fitting = context.duties.filter((duty) => duty.templates.includes(header.template.id));
  const owed = fitting.filter((duty) => unit !== null && duty.units.includes(unit));
  const possible = owed.length > 0 ? owed : fitting;
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

/** The period a table speaks of, or as chosen; unknown while its duty is. */
export function routePeriod(
  input: TableInput,
  duty: RoutableDuty | null,
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

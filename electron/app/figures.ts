import { figureRecords } from '../../db/queries/figureRecords.ts';
import { hasLaterFiles } from '../../db/queries/submissions.ts';
import type { FigureRef, FigureRows } from '../contract/figures.ts';
import { CELL_STATE_WORDS, RECORD_STATE_WORDS } from '../contract/figureWords.ts';
import { titleAt, unitsAt } from '../contract/nameAt.ts';
import { quoted } from '../contract/quotation.ts';
import type { Args } from '../contract.ts';
import { isCellIn } from '../core/figureCells.ts';
import { isOwed } from '../core/grid.ts';
import { nameDay } from '../core/nameDay.ts';
import { chineseMoment, periodTitle } from '../core/period.ts';
import { assessmentLines } from './assessmentLines.ts';
import { type Context, type Directory, readDirectory } from './context.ts';
import { nowOf } from './moments.ts';
import { cellsOf, countedTemplates, periodsIn } from './status.ts';

/**
 * The rows behind a number, as they stood at its moment, a page of them (200 without `limit`). `total` is the number that was printed when
 * nothing changed since, but for these: a percentage and 综合得分 open all the rows the rate is of (its denominator; of the score that of
 * 上报率), so that those that are missing are seen among them; a change against an earlier period opens what the earlier number was counted
 * from; a number of cases with papers registered by hand opens the squares whose counts add up to it. A list of units opens those units.
 */
export function openFigure(context: Context, { ref, offset = 0, limit = 200 }: Args<'figures.open'>): FigureRows {
  const page = { offset, limit };
  switch (ref.kind) {
    case 'cells':
      return openCells(context, ref, page);
    case 'records':
      return openRecords(context, ref, page);
    case 'units':
      return openUnits(context, ref, page);
    case 'assessment':
      return assessmentLines(context, ref);
    default:
      return ref satisfies never;
  }
}

type Of<Kind extends FigureRef['kind']> = Extract<FigureRef, { readonly kind: Kind }>;
type Dated = Of<'cells'> | Of<'records'> | Of<'units'>;

interface Page {
  readonly offset: number;
  readonly limit: number;
}

const paged = <T>(rows: readonly T[], { offset, limit }: Page): readonly T[] => rows.slice(offset, offset + limit);

function openCells(context: Context, ref: Of<'cells'>, page: Page): FigureRows {
  const at = opened(context, ref);
  const cells = gridOf(context, ref, at).filter((cell) => isCellIn(ref.state, cell, at.asOf));
  const rows = paged(cells, page).map((cell) => ({
    ...cell,
    unitName: at.unitName(cell.unit),
    dutyTitle: at.dutyTitle(cell.duty),
  }));
  return { kind: 'cells', title: at.title(CELL_STATE_WORDS[ref.state]), total: cells.length, cells: rows };
}

function openRecords(context: Context, ref: Of<'records'>, page: Page): FigureRows {
  const db = context.store().read;
  const at = opened(context, ref);
  const periods = periodsIn(at.directory, ref.period, context.calendar);
  const templates = countedTemplates(context.resources).filter(({ id }) => ref.templates?.includes(id) ?? true);
  const { total, records } = figureRecords(
    db,
    {
      periods,
      moment: hasLaterFiles(db, periods, at.asOf) ? at.asOf : null,
      state: ref.state,
      templates: templates.map(({ id }) => id),
      units: ref.units ?? null,
      duties: ref.duties ?? null,
    },
    page,
  );
  const kinds = ref.templates && templates.length <= 2 ? templates.map(({ title }) => quoted(title)).join('') : '';
  return { kind: 'records', title: at.title(`${kinds}${RECORD_STATE_WORDS[ref.state]}`), total, records };
}

function openUnits(context: Context, ref: Of<'units'>, page: Page): FigureRows {
  const at = opened(context, ref);
  const owing = () => [
    ...new Set(
      gridOf(context, ref, at)
        .filter(isOwed)
        .map((cell) => cell.unit),
    ),
  ];
  const units = ref.units ?? owing();
  const rows = paged(units, page).map((unit) => ({ unit, name: at.unitName(unit) }));
  const title = ref.units ? at.title('所列单位', true) : at.title('有报送任务的单位');
  return { kind: 'units', title, total: units.length, units: rows };
}

interface Opened {
  /** With the duties asked for alone. */
  readonly directory: Directory;
  readonly asOf: string;
  readonly unitName: (id: string) => string;
  readonly dutyTitle: (id: string) => string;
  readonly title: (what: string, withoutUnits?: boolean) => string;
}

/** The directory and the names of the moment. Duties and units that are no more are passed over: an old paper may name them. */
function opened(context: Context, ref: Dated): Opened {
  const asOf = nowOf(ref.asOf, context.deps.now);
  const whole = readDirectory(context.store().read);
  const day = nameDay(ref.period, asOf);
  const units = new Map(unitsAt(whole.units, day).map((unit) => [unit.id, unit.name]));
  const duties = whole.duties.filter(({ id }) => ref.duties?.includes(id) ?? true);
  const titles = new Map(duties.map((duty) => [duty.id, titleAt(duty, day)]));
  const unitName = (id: string) => units.get(id) ?? id;
  const dutyTitle = (id: string) => titles.get(id) ?? id;
  return {
    directory: { ...whole, duties },
    asOf,
    unitName,
    dutyTitle,
    title: (what, withoutUnits = false) =>
      [
        periodTitle(ref.period),
        withoutUnits ? '' : fewNames(ref.units, unitName, '家单位'),
        fewNames(ref.duties, dutyTitle, '个事项'),
        `${what}（截至${chineseMoment(asOf)}）`,
      ]
        .filter((part) => part !== '')
        .join(' '),
  };
}

function fewNames(ids: readonly string[] | undefined, nameOf: (id: string) => string, measure: string): string {
  if (ids === undefined) return '';
  return ids.length <= 3 ? ids.map(nameOf).join('、') : `${ids.length}${measure}`;
}

function gridOf(context: Context, ref: Dated, { directory, asOf }: Opened) {
  const cells = cellsOf(context.store().read, directory, { period: ref.period, asOf }, context);
  return cells.filter((cell) => ref.units?.includes(cell.unit) ?? true);
}

import type { Assessment, UnitScore } from '../contract/assessment.ts';
import type { CircularColumn, CircularTable } from '../contract/circulars.ts';
import type { AssessmentAnnex, AssessmentTexts } from './assessmentTexts.ts';
import { hundredths, pointsText, sumOf } from './points.ts';
import { filled } from './worded.ts';

type TableBody = Pick<CircularTable, 'columns' | 'rows' | 'landscape' | 'figures'>;

/** The annexes of the circular of the year's score: every unit's points by group, and every deduction with its reason. */
export function assessmentTables(assessment: Assessment, texts: AssessmentTexts): CircularTable[] {
  return texts.annexes.map(({ annex, caption, note }, place) => {
    const values = { year: assessment.year, formula: assessment.formula.replaceAll('\n', '') };
    return {
      key: annex,
      label: texts.annexes.length === 1 ? '附件' : `附件${place + 1}`,
      caption: filled(caption, values).text,
      note: filled(note, values).text,
      ...TABLES[annex](assessment),
    };
  });
}

/** Points of each group of a unit; null: none of its items counts. */
export function groupPoints({ version }: Pick<Assessment, 'version'>, unit: UnitScore): (number | null)[] {
  return version.scheme.groups.map(({ items }) => {
    const own = unit.items.filter(({ item, points }) => points !== null && items.some(({ id }) => id === item));
    return own.length === 0 ? null : sumOf(own.map(({ points }) => hundredths(points ?? 0))) / 100;
  });
}

/** Whether the points of any unit are scaled to the hundred, so that the table has to show both. */
export function isScaled({ units }: Pick<Assessment, 'units'>): boolean {
  return units.some(({ full }) => full !== 100);
}

/** A rank as printed; `—` of a unit that is gone. */
export function printedRank({ rank }: Pick<UnitScore, 'rank'>): string {
  return rank === 0 ? '—' : String(rank);
}

/** Points as printed; `—` where an item does not count. */
export function printedPoints(points: number | null): string {
  return points === null ? '—' : pointsText(hundredths(points));
}

const TABLES: Readonly<Record<AssessmentAnnex, (assessment: Assessment) => TableBody>> = {
  results: resultTable,
  deductions: deductionTable,
};

const column = (title: string, width: number, align: CircularColumn['align'] = 'center'): CircularColumn => ({
  title,
  width,
  align,
});

function resultTable(assessment: Assessment): TableBody {
  const { scheme } = assessment.version;
  const scaled = isScaled(assessment);
  const groups = scheme.groups.map(({ title, items }) => ({
    title: `${title}（${sumOf(items.map(({ points }) => hundredths(points))) / 100}）`,
  }));
  const [hasBonus, hasDeductions] = [scheme.bonus.length > 0, scheme.deductions.length > 0];
  const columns = [
    column('名次', 9),
    column('单位', 26),
    ...groups.map(({ title }) => column(title, 16)),
    ...(scaled ? [column('适用满分', 14), column('折算得分', 14)] : []),
    ...(hasBonus ? [column('加分', 12)] : []),
    ...(hasDeductions ? [column('扣分', 12)] : []),
    column('综合得分', 14),
    column('等次', 13),
  ];
  const rows = assessment.units.map((unit) => [
    printedRank(unit),
    unit.name,
    ...groupPoints(assessment, unit).map(printedPoints),
    ...(scaled ? [printedPoints(unit.full), printedPoints(unit.base)] : []),
    ...(hasBonus ? [printedPoints(unit.bonus)] : []),
    ...(hasDeductions ? [printedPoints(unit.deducted)] : []),
    printedPoints(unit.score),
    unit.band,
  ]);
  return { columns, rows, landscape: columns.length > 8, figures: resultFigures(assessment, columns.length) };
}

/** Points of a group open its items; what stands to the right of them, but the band, opens the whole score. */
function resultFigures(assessment: Assessment, width: number): NonNullable<CircularTable['figures']> {
  const { year, asOf, units, version } = assessment;
  const { groups } = version.scheme;
  return units.flatMap((unit, row) => {
    const whole = { kind: 'assessment', year, asOf, unit: unit.unit } as const;
    const own = groupPoints(assessment, unit).flatMap((points, place) => {
      const group = groups[place]?.id;
      return points === null || group === undefined ? [] : [{ row, column: 2 + place, ref: { ...whole, group } }];
    });
    const rest = width - 1 - 2 - groups.length;
    return [...own, ...Array.from({ length: rest }, (_, n) => ({ row, column: 2 + groups.length + n, ref: whole }))];
  });
}

function deductionTable({ units }: Assessment): TableBody {
  const lines = units.flatMap((unit) =>
    unit.deductions.filter(({ points }) => (points ?? 0) > 0).map((line) => ({ unit, line })),
  );
  return {
    columns: [
      column('序号', 10),
      column('单位', 28),
      column('扣分项目', 24),
      column('扣分', 14),
      column('情况', 80, 'left'),
    ],
    rows: lines.map(({ unit, line }, place) => [
      String(place + 1),
      unit.name,
      line.title,
      printedPoints(line.points),
      line.evidence === '' ? line.how : `${line.how}（${line.evidence}）`,
    ]),
    landscape: false,
    figures: lines.flatMap(({ line }, row) => (line.ref === null ? [] : [{ row, column: 3, ref: line.ref }])),
  };
}

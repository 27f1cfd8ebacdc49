import type { AssessmentScheme, PointSource } from '../../../electron/contract/assessment.ts';

/** How pieces become points: so many each, so many off the full ones each, or in proportion to a full count. `unit`: what is counted. */
export type PieceRule = { readonly unit?: string } & (
  | { readonly is: 'each'; readonly each: number }
  | { readonly is: 'less'; readonly less: number }
  | { readonly is: 'full'; readonly full: number }
);

/** A line of a scheme that a unit gets points for. */
export interface SchemeLine {
  readonly kind: 'item' | 'bonus' | 'deduction';
  readonly id: string;
  readonly title: string;
  readonly basis: string;
  /** Null: without end. */
  readonly max: number | null;
  readonly isTyped: boolean;
  /** Null: points are typed, or it is counted by the program. */
  readonly pieces: PieceRule | null;
}

export interface SchemeLineGroup {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly SchemeLine[];
}

/** What stands for the groups of bonus and deductions among those of the scheme, whose ids begin with a letter or digit. */
export const BONUS_GROUP = '+';
export const DEDUCTION_GROUP = '-';

/** All lines of a scheme in the order of a score sheet: its groups, then bonus and deductions where it has them. */
export function schemeLines(
  scheme: AssessmentScheme,
  words: { readonly bonus: string; readonly deduction: string },
): readonly SchemeLineGroup[] {
  const groups: SchemeLineGroup[] = scheme.groups.map(({ id, title, items }) => ({
    id,
    title,
    lines: items.map((item) => ({
      kind: 'item',
      id: item.id,
      title: item.title,
      basis: item.basis,
      max: item.points,
      isTyped: item.source.from === 'typed',
      pieces: pieceRule(item.source),
    })),
  }));
  const bonus = scheme.bonus.map(
    ({ id, title, each, max }): SchemeLine => ({
      kind: 'bonus',
      id,
      title,
      basis: each === null ? `最多 ${max} 分` : `每件 ${each} 分，最多 ${max} 分`,
      max,
      isTyped: true,
      pieces: each === null ? null : { is: 'each', each },
    }),
  );
  const deductions = scheme.deductions.map(
    ({ id, title, each, max, source }): SchemeLine => ({
      kind: 'deduction',
      id,
      title,
      basis: `每次（条）扣 ${each} 分${max === null ? '' : `，最多扣 ${max} 分`}`,
      max,
      isTyped: source.from === 'typed',
      pieces: source.from === 'typed' ? { is: 'each', each } : null,
    }),
  );
  return [
    ...groups,
    ...(bonus.length > 0 ? [{ id: BONUS_GROUP, title: words.bonus, lines: bonus }] : []),
    ...(deductions.length > 0 ? [{ id: DEDUCTION_GROUP, title: words.deduction, lines: deductions }] : []),
  ];
}

/** What the number of pieces of a line means, for the clerk who types it. */
export function pieceText(rule: PieceRule, kind: SchemeLine['kind']): string {
  const { unit } = rule;
  switch (rule.is) {
    case 'each':
      if (kind === 'deduction') return `次（条）数，每次扣 ${rule.each} 分`;
      return `${countWord(unit ?? '件')}，每${unit ?? '件'} ${rule.each} 分`;
    case 'less':
      return `${unit === undefined ? '次（条）数' : countWord(unit)}，每${unit ?? '次'}从满分中扣 ${rule.less} 分`;
    case 'full':
      return `${unit === undefined ? '完成数' : countWord(unit)}，达到 ${rule.full}${unit === undefined ? '' : unit === '%' ? '%' : ` ${unit}`}得满分，不足按比例`;
    default:
      return rule satisfies never;
  }
}

/** `家数`; of `%` the share itself. */
function countWord(unit: string): string {
  return unit === '%' ? '完成百分比' : `${unit}数`;
}

function pieceRule(source: PointSource): PieceRule | null {
  if (source.from !== 'typed') return null;
  const { each, less, full, unit } = source;
  const counted = unit === undefined ? {} : { unit };
  if (each !== undefined) return { is: 'each', each, ...counted };
  if (less !== undefined) return { is: 'less', less, ...counted };
  return full === undefined ? null : { is: 'full', full, ...counted };
}

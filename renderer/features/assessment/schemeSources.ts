import type { PointSource } from '../../../electron/contract/assessment.ts';
import { RATE_WORDS } from '../../../electron/contract/figureWords.ts';

/** The ways of giving points that a clerk chooses from. */
export const SOURCE_KINDS = [
  'typed-points',
  'typed-each',
  'typed-less',
  'typed-full',
  'rate-share',
  'rate-steps',
  'duties',
  'count-each',
  'count-full',
  'zeroReports',
  'chases',
  'indicator',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const SOURCE_KIND_WORDS: Readonly<Record<SourceKind, string>> = {
  'typed-points': '手工评分：直接填分值',
  'typed-each': '手工填件数：每件计几分',
  'typed-less': '手工填次数：从满分起，每次扣几分',
  'typed-full': '手工填完成数：达到一定数得满分，不足按比例',
  'rate-share': '程序计算：上报率、合规率或及时率，按比例得分',
  'rate-steps': '程序计算：上报率、合规率或及时率，分档得分',
  duties: '程序计算：报送事项已报期数占应报期数的比例',
  'count-each': '程序计算：收到的合规记录，每件计几分',
  'count-full': '程序计算：收到的合规记录，达到一定件数得满分',
  zeroReports: '程序计算：零报送是否规范（没有信息时附了情况说明）',
  chases: '程序计算：从满分起，每被催报一次扣几分',
  indicator: '程序计算：“指标”页里一个指标的完成情况',
};

/** Names of what a source points to. */
export interface SourceNames {
  readonly template: (id: string) => string;
  readonly duty: (id: string) => string;
  readonly indicator: (id: string) => string;
}

export function sourceKind(source: PointSource): SourceKind {
  switch (source.from) {
    case 'typed':
      if (source.each !== undefined) return 'typed-each';
      if (source.less !== undefined) return 'typed-less';
      return source.full === undefined ? 'typed-points' : 'typed-full';
    case 'rate':
      return source.steps === undefined ? 'rate-share' : 'rate-steps';
    case 'count':
      return source.atLeast === undefined ? 'count-each' : 'count-full';
    case 'duties':
    case 'zeroReports':
    case 'chases':
    case 'indicator':
      return source.from;
    default:
      return source satisfies never;
  }
}

/** A way of giving points as it begins, keeping of the one before what both have; the same way stays as it is. */
export function sourceOf(kind: SourceKind, before: PointSource): PointSource {
  if (kind === sourceKind(before)) return before;
  const templates = 'templates' in before && before.templates !== undefined ? { templates: before.templates } : {};
  const duties = 'duties' in before && before.duties !== undefined ? { duties: before.duties } : {};
  const rate = before.from === 'rate' ? before.rate : 'report';
  const unit = before.from === 'typed' && before.unit !== undefined ? { unit: before.unit } : {};
  const adopted =
    before.from === 'count' && before.adoptedOnly !== undefined ? { adoptedOnly: before.adoptedOnly } : {};
  switch (kind) {
    case 'typed-points':
      return { from: 'typed' };
    case 'typed-each':
      return { from: 'typed', each: 0.5, ...unit };
    case 'typed-less':
      return { from: 'typed', less: 0.5, ...unit };
    case 'typed-full':
      return { from: 'typed', full: 100, ...unit };
    case 'rate-share':
      return { from: 'rate', rate, ...templates, ...duties };
    case 'rate-steps':
      return {
        ...{ from: 'rate', rate, ...templates, ...duties },
        steps: [
          { atLeast: 100, share: 1 },
          { atLeast: 98, share: 0.5 },
        ],
      };
    case 'duties':
      return { from: 'duties', ...templates, ...duties };
    case 'count-each':
      return { from: 'count', templates: templates.templates ?? [], each: 0.5, ...adopted };
    case 'count-full':
      return { from: 'count', templates: templates.templates ?? [], atLeast: 1, ...adopted };
    case 'zeroReports':
      return { from: 'zeroReports' };
    case 'chases':
      return { from: 'chases', each: 0.5 };
    case 'indicator':
      return { from: 'indicator', indicator: '' };
    default:
      return kind satisfies never;
  }
}

/** What a source still lacks, as a sentence; null: nothing. */
export function sourceProblem(source: PointSource): string | null {
  switch (source.from) {
    case 'count':
      return source.templates.length === 0 ? '请选要数的数据表' : null;
    case 'duties':
      return (source.templates ?? []).length + (source.duties ?? []).length === 0 ? '请选数据表或事项' : null;
    case 'rate': {
      const { steps } = source;
      if (steps === undefined) return null;
      if (steps.length === 0) return '请至少写一档';
      const falls = steps.every(({ atLeast }, n) => n === 0 || atLeast < (steps[n - 1]?.atLeast ?? 0));
      return falls ? null : '各档要从高到低写';
    }
    case 'indicator':
      return source.indicator === '' ? '请选一个指标' : null;
    case 'typed':
    case 'zeroReports':
    case 'chases':
      return null;
    default:
      return source satisfies never;
  }
}

/** How an item's points are given, in a sentence for the table of a scheme. */
export function sourceSentence(source: PointSource, names: SourceNames): string {
  switch (source.from) {
    case 'typed':
      return typedSentence(source);
    case 'rate': {
      const of = aboutText(source, names);
      const { steps, full = 100 } = source;
      const how =
        steps === undefined
          ? `按比例${full === 100 ? '' : `，达到 ${full}% 得满分`}`
          : steps.map(({ atLeast, share }) => `${atLeast}% 以上得 ${percent(share)}%`).join('，');
      return `程序计算：${of}${RATE_WORDS[source.rate]}，${how}`;
    }
    case 'duties':
      return `程序计算：${aboutText(source, names)}已报期数占应报期数的比例${source.onTime === true ? '，迟报不算' : ''}`;
    case 'count': {
      const what = `${source.adoptedOnly === true ? '被采用的' : ''}${source.templates.map(names.template).join('、')}`;
      return source.atLeast === undefined
        ? `程序计算：${what}，每件 ${source.each ?? 0} 分`
        : `程序计算：${what}，达到 ${source.atLeast} 件得满分，不足按比例`;
    }
    case 'zeroReports':
      return '程序计算：没有信息的报送期附了情况说明的比例';
    case 'chases':
      return `程序计算：从满分起，每被催报一次扣 ${source.each} 分`;
    case 'indicator':
      return `程序计算：指标“${names.indicator(source.indicator)}”的完成情况`;
    default:
      return source satisfies never;
  }
}

function typedSentence({ each, less, full, unit }: Extract<PointSource, { readonly from: 'typed' }>): string {
  const counted = unit === '%' ? '百分比' : `${unit ?? ''}数`;
  if (each !== undefined) return `手工填${unit === undefined ? '件数' : counted}，每${unit ?? '件'} ${each} 分`;
  if (less !== undefined) return `手工填${unit === undefined ? '次数' : counted}，每${unit ?? '次'}从满分扣 ${less} 分`;
  if (full === undefined) return '手工评分';
  const most = unit === undefined ? `${full} ` : unit === '%' ? `${full}%` : `${full} ${unit}`;
  return `手工填${unit === undefined ? '完成数' : counted}，达到 ${most}得满分，不足按比例`;
}

function aboutText(
  { templates = [], duties = [] }: { readonly templates?: readonly string[]; readonly duties?: readonly string[] },
  names: SourceNames,
): string {
  const about = [...templates.map(names.template), ...duties.map(names.duty)];
  return about.length === 0 ? '' : `${about.join('、')}的`;
}

/** Shares are told in per cent without needless decimals. */
function percent(share: number): number {
  return Math.round(share * 10_000) / 100;
}

import type { AssessmentScheme } from '../contract/assessment.ts';

/** How score, ranks and bands are made, one sentence each line; printed under every table of the year's score. */
export function assessmentFormula(scheme: AssessmentScheme): string {
  const { total = 100, bonus, bonusMax, deductions, bands, notApplicable } = scheme;
  const groups = scheme.groups.map(
    ({ title, items }) => `${title}${amount(items.reduce((sum, one) => sum + one.points, 0))}分`,
  );
  return [
    `考核方案：${scheme.title}。${groups.join('、')}，共${amount(total)}分${total === 100 ? '' : '，折算为100分'}。`,
    `综合得分＝各项得分之和${bonus.length > 0 ? '＋加分' : ''}${deductions.length > 0 ? '－扣分' : ''}，不低于0分；各项得分先保留两位小数，再相加。`,
    ...(bonus.length > 0 ? [`加分须有佐证材料，合计不超过${amount(bonusMax)}分。`] : []),
    ...(deductions.length > 0
      ? [
          `扣分：${deductions.map(({ title, each, max }) => `${title}每次（条）${each}分${max === null ? '' : `，最多${amount(max)}分`}`).join('；')}。`,
        ]
      : []),
    ...(deductions.some(({ source }) => source.from !== 'typed')
      ? ['迟报、未报按应报项次计；报了但数量不足的，不扣迟报、未报的分，只计为没有报齐。']
      : []),
    notApplicable === 'average'
      ? '缺项（客观上不承担的项目）按适用单位该项得分的平均分计；没有单位适用的项目不计，其余项目按满分折算为100分。'
      : '缺项（客观上不承担的项目）不计，其余项目按满分折算为100分。',
    '按比例得分的，达不到满分条件的不进为满分；尚未评分的项目暂计0分。',
    `按综合得分排名，得分相同的名次并列，其后名次空出，全部相同的不排名次。等次：${bandText(bands)}。`,
  ].join('\n');
}

/** `优秀85分以上；良好70分以上不满85分；…` */
function bandText(bands: AssessmentScheme['bands']): string {
  return bands
    .map(({ title, atLeast }, place) => {
      const above = bands[place - 1]?.atLeast;
      if (above === undefined) return `${title}${amount(atLeast)}分以上`;
      return atLeast === 0
        ? `${title}不满${amount(above)}分`
        : `${title}${amount(atLeast)}分以上不满${amount(above)}分`;
    })
    .join('；');
}

/** Points of a scheme without needless zeros; sums of them without the noise of binary fractions. */
function amount(points: number): string {
  return String(Math.round(points * 10_000) / 10_000);
}

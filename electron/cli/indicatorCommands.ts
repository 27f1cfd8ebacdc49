import type { IndicatorYear } from '../contract/indicators.ts';
import { wholeNumber } from './arguments.ts';
import { answer, type Command } from './command.ts';
import { table } from './table.ts';

/** `indicators`: every indicator with its numbers of a year. */
export const INDICATOR_COMMANDS = {
  async indicators({ options }, ask) {
    const year = wholeNumber(options, 'year') ?? Number((await ask('app.info', {})).now.slice(0, 4));
    const years = await ask('indicators.list', { year, asOf: options['as-of'] });
    const listed = years.map(({ indicator, targetText, values, latest }) => ({
      ...indicator,
      targetText,
      values,
      latest,
    }));
    return answer(listed, () => page(years));
  },
} satisfies Record<string, Command>;

function page(years: readonly IndicatorYear[]): string {
  return table(
    ['编号', '指标', '目标', '最近一期', '分子', '分母', '完成', '差距'],
    years.map(({ indicator, targetText, latest }) => [
      indicator.id,
      indicator.title,
      targetText,
      latest?.period ?? null,
      latest?.numerator ?? null,
      latest?.denominator ?? null,
      latest?.rate == null ? null : `${latest.rate}%`,
      latest?.gapText ?? null,
    ]),
  );
}

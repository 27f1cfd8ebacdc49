import { resolve } from 'node:path';
import type { Indicator, IndicatorYear } from '../contract/indicators.ts';
import { Refusal } from '../core/refusal.ts';
import { NONE, needed, onePath, wholeNumber } from './arguments.ts';
import { answer, type Command } from './command.ts';
import { readJsonObject } from './jsonFile.ts';
import { table } from './table.ts';

/** `indicators`: every indicator with its numbers of a year, a number typed in, an indicator changed or added. */
export const INDICATOR_COMMANDS = {
  async indicators({ options }, ask) {
    const year = wholeNumber(options, 'year') ?? Number((await ask('app.info', {})).now.slice(0, 4));
    const years = await ask('indicators.list', { year, asOf: options['as-of'] });
    return answer(years.map(listed), () => page(years));
  },
  async 'indicators enter'(line, ask) {
    const { options } = line;
    const { numerator, denominator, note, by } = options;
    if (numerator === undefined && denominator === undefined && note === undefined)
      throw new Refusal('usage', '缺少 --numerator、--denominator 或 --note');
    const year = await ask('indicators.enter', {
      indicator: onePath(line, '指标编号'),
      period: needed(options, 'period'),
      numerator: typed(numerator, 'numerator'),
      denominator: typed(denominator, 'denominator'),
      ...{ note, by },
    });
    return answer(listed(year), () => valueTable(year));
  },
  async 'indicators edit'(line, ask) {
    const { options } = line;
    const id = onePath(line, '指标编号');
    const now = Number((await ask('app.info', {})).now.slice(0, 4));
    const before = (await ask('indicators.list', { year: now })).find(
      ({ indicator }) => indicator.id === id,
    )?.indicator;
    if (options.file === undefined && options.target === undefined)
      throw new Refusal('usage', '缺少 --target 或 --file');
    if (before === undefined && options.file === undefined) throw new Refusal('indicator_unknown', id);
    const file = options.file === undefined ? {} : readJsonObject(resolve(options.file), FIELDS);
    const target = options.target === undefined ? {} : { target: targetOf(options.target) };
    const indicator = { ...before, ...file, ...target, id } as Indicator; // checked with the request
    const saved = await ask('indicators.save', { indicator, by: options.by });
    return answer(saved, () => `已保存：${saved.id}  ${saved.title}  ${saved.target.is} ${saved.target.value}`);
  },
} satisfies Record<string, Command>;

/** Fields that a file may hold. */
const FIELDS = [
  ...['id', 'title', 'source', 'duty', 'numerator', 'denominator', 'target', 'unitOfCount', 'cadence', 'note'],
] as const satisfies readonly (keyof Indicator)[];

function listed({ indicator, targetText, values, latest }: IndicatorYear) {
  return { ...indicator, targetText, values, latest };
}

/** A number as typed; `none` takes it back. */
function typed(text: string | undefined, option: string): number | null | undefined {
  if (text === undefined) return undefined;
  if (text === NONE) return null;
  if (!/^\d{1,12}(?:\.\d{1,6})?$/u.test(text)) throw new Refusal('usage', `--${option} 应为数字或 none：${text}`);
  return Number(text);
}

/** `>=20`, `=100`, `<0.01`; also as printed, `≥20%`. */
function targetOf(text: string): Indicator['target'] {
  const [, sign, value] = /^(=|>=|≥|<=|≤|<)\s*(\d{1,9}(?:\.\d{1,6})?)%?$/u.exec(text.trim()) ?? [];
  const is = SIGNS[sign ?? ''];
  if (is === undefined) throw new Refusal('usage', `--target 应写作 =100、>=20、<=5 或 <0.01：${text}`);
  return { is, value: Number(value) };
}

const SIGNS: Readonly<Record<string, Indicator['target']['is']>> = {
  '=': '=',
  '>=': '>=',
  '≥': '>=',
  '<=': '<=',
  '≤': '<=',
  '<': '<',
};

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

function valueTable({ indicator, targetText, values }: IndicatorYear): string {
  const rows = values
    .filter(
      ({ numerator, denominator, refused }) => numerator !== null || denominator !== null || refused !== undefined,
    )
    .map(({ period, numerator, denominator, rate, refused, gapText, note }) => {
      return [period, numerator, denominator, rate === null ? null : `${rate}%`, refused ?? gapText, note];
    });
  const head = `${indicator.id}  ${indicator.title}  ${targetText}`;
  return `${head}\n${table(['报送期', '分子', '分母', '完成', '差距', '备注'], rows)}`;
}

import { CHART_SIGNS, chartValue } from '../contract/chartLook.ts';
import type { ChartSpec } from '../contract/charts.ts';
import { needed } from './arguments.ts';
import { answer, type Command } from './command.ts';
import { dutyId, unitId } from './named.ts';
import { table } from './table.ts';

/** `charts`: the charts of a period as data and as pictures; `fonts`: the typefaces of an official paper on this machine. */
export const CHART_COMMANDS = {
  async charts({ options }, ask) {
    const duty = await dutyId(ask, options.duty);
    const unit = await unitId(ask, options.unit);
    const charts = await ask('charts.list', {
      period: needed(options, 'period'),
      asOf: options['as-of'],
      ...(duty === undefined ? {} : { duties: [duty] }),
      ...(unit === undefined ? {} : { units: [unit] }),
    });
    if (options.out === undefined) return answer({ charts }, () => charts.map(chartTable).join('\n\n'));
    // Loaded here: no other command draws.
    const { writeCharts } = await import('../app/chartFiles.ts');
    const files = await writeCharts(charts, options.out);
    return answer({ charts, files }, () => files.join('\n'));
  },
  async fonts(_line, ask) {
    const uses = await ask('fonts.check', {});
    return answer(uses, () =>
      [
        table(
          ['用途', '规定字体', '本机使用'],
          uses.map(({ role, wanted, used, bold, isAbsent = false }) => [
            ...[ROLES[role], wanted],
            isAbsent ? '没有' : `${used}${bold ? '（加粗）' : ''}`,
          ]),
        ),
        ...uses.flatMap(({ advice }) => (advice === '' ? [] : [advice])),
      ].join('\n'),
    );
  },
} satisfies Record<string, Command>;

const ROLES = { title: '标题', body: '正文', kai: '二级标题', hei: '一级标题', song: '页码、图表' } as const;

function chartTable(spec: ChartSpec): string {
  switch (spec.kind) {
    case 'trend':
      return `${spec.title}\n${table(
        ['', ...spec.labels.map((label) => label.replace('\n', ' '))],
        spec.series.map(({ name, values }) => [name, ...values.map((value) => chartValue(value, '%'))]),
      )}`;
    case 'ranking':
      return `${spec.title}\n${table(
        ['单位', '数值'],
        spec.items.map(({ name, value }) => [name, chartValue(value, spec.measure)]),
      )}`;
    case 'heat':
      return `${spec.title}\n${table(
        ['单位', ...spec.labels],
        spec.values.map((row, index) => [
          spec.units[index]?.name ?? '',
          ...row.map((status) => (status === null ? '' : CHART_SIGNS[status].name)),
        ]),
      )}`;
    case 'composition':
      return `${spec.title}\n${table(
        ['模板', '记录'],
        spec.items.map(({ name, count }) => [name, count]),
      )}`;
  }
}

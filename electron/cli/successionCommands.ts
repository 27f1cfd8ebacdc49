import type { SuccessionKind, SuccessionPreview, UnitDraft, UnitKind } from '../contract/units.ts';
import { Refusal } from '../core/refusal.ts';
import { type CommandLine, needed, onePath } from './arguments.ts';
import { type Answer, type Ask, answer, type Command } from './command.ts';
import { unitIds, unitNamed } from './named.ts';
import { unitAnswer, unitTable } from './unitCommands.ts';

/** `units rename|merge|split`: names and units that change on a day; what was before stays as it was. */
export const SUCCESSION_COMMANDS = {
  async 'units rename'(line, ask) {
    const { options } = line;
    const unit = await unitNamed(ask, onePath(line, '单位'));
    const renamed = await ask('units.rename', {
      unit: unit.id,
      name: needed(options, 'name'),
      officialName: needed(options, 'official'),
      on: needed(options, 'from'),
      reason: needed(options, 'note'),
      by: options.by,
    });
    return unitAnswer(renamed);
  },
  'units merge': (line, ask) => succeed('merge', line, ask),
  'units split': (line, ask) => succeed('split', line, ask),
} satisfies Record<string, Command>;

async function succeed(kind: SuccessionKind, line: CommandLine, ask: Ask): Promise<Answer> {
  const { paths, options } = line;
  if (paths.length === 0) throw new Refusal('usage', `${line.command} 后面缺少单位`);
  const { into = [], new: made = [] } = options;
  if (into.length + made.length === 0) throw new Refusal('usage', '缺少 --into 单位 或 --new 简称=全称');
  const [first = ''] = paths;
  const model = await unitNamed(ask, first);
  const request = {
    kind,
    from: await unitIds(ask, paths),
    to: [...(await unitIds(ask, into)), ...made.map((text) => newUnit(text, model.kind))],
    on: needed(options, 'from'),
    reason: options.note ?? '',
    by: options.by,
  };
  if (options['dry-run']) {
    const preview = await ask('units.foresee', request);
    return answer(preview, () => previewText(preview));
  }
  const units = await ask('units.succeed', request);
  return answer(units, () => unitTable(units));
}

/** `简称=全称`; the days it is active from are the succession's. */
function newUnit(text: string, kind: UnitKind): UnitDraft {
  const [name = '', officialName = '', ...more] = text.split('=').map((part) => part.trim());
  if (name === '' || officialName === '' || more.length > 0)
    throw new Refusal('usage', `--new 应写作 简称=全称，如 税务局=西峡县税务局：${text}`);
  return { id: null, name, officialName, aliases: [], kind, activeFrom: null, activeTo: null, contacts: [], note: '' };
}

function previewText({ from, to, on, duties, groups, assignments, notes }: SuccessionPreview): string {
  return [
    `自 ${on} 起：${from.join('、')} → ${to.join('、')}。尚未写入。`,
    ...duties.map((one) => {
      const last = one.last === null ? '' : `，原单位报到 ${one.last}`;
      const first = one.first === null ? '' : `，承接单位从 ${one.first} 起报`;
      return `  ${one.duty} ${one.title}：${one.from.join('、')}${last}${first}`;
    }),
    ...groups.map((one) => `  分组 ${one.id} ${one.title}：${one.units.join('、')}`),
    ...(assignments > 0 ? [`  责任分工 ${assignments} 条随之更换。`] : []),
    ...notes,
  ].join('\n');
}

import type { Duty, DutyChange, DutyYear } from '../contract/duties.ts';
import { Refusal } from '../core/refusal.ts';
import { type CommandLine, type CommandOptions, onePath, wholeNumber } from './arguments.ts';
import { type Answer, type Ask, answer, type Command } from './command.ts';
import { changedDuty } from './dutyChange.ts';
import { dutyNamed } from './named.ts';
import { table } from './table.ts';

/** `duties`: what is owed, when, and what a change of it would do. */
export const DUTY_COMMANDS = {
  async duties({ options }, ask) {
    const duties = await ask('duties.list', { year: wholeNumber(options, 'year') });
    return answer(duties.map(listedDuty), () => dutyTable(duties));
  },
  async 'duties show'(line, ask) {
    return dutyAnswer(await dutyNamed(ask, onePath(line, '事项')));
  },
  async 'duties year'(line, ask) {
    const [duty, year = ''] = line.paths;
    if (duty === undefined || line.paths.length > 2 || !/^\d{4}$/u.test(year))
      throw new Refusal('usage', 'duties year 应写作 duties year 事项 2022');
    const { id } = await dutyNamed(ask, duty);
    const picture = await ask('duties.year', { duty: id, year: Number(year) });
    return answer(picture, () => yearText(picture));
  },
  'duties edit': editDuty,
} satisfies Record<string, Command>;

async function editDuty(line: CommandLine, ask: Ask): Promise<Answer> {
  const { options } = line;
  const before = await dutyNamed(ask, onePath(line, '事项'));
  const draft = await changedDuty(before, options, ask);
  const { from } = options;
  if (options['dry-run']) {
    const year = wholeNumber(options, 'year') ?? (await yearAt(options, ask));
    const picture = await ask('duties.year', { duty: before.id, year, draft, from });
    return answer(picture, () => `尚未写入。\n${yearText(picture)}`);
  }
  return dutyAnswer(await ask('duties.save', { duty: draft, from, reason: options.note, by: options.by }));
}

async function yearAt({ from }: CommandOptions, ask: Ask): Promise<number> {
  return Number((from ?? (await ask('app.info', {})).now).slice(0, 4));
}

/** A duty as the reference of the command line has it: `quota` is a number as in the grid; what is counted stands beside it. */
function listedDuty({ quota, ...duty }: Duty) {
  return { ...duty, quota: quota?.count ?? null, quotaOf: quota?.of ?? null };
}

function dutyAnswer(duty: Duty): Answer {
  return answer(listedDuty(duty), () => dutyPage(duty));
}

const KIND_SIGNS = { scheduled: '★', event: '◇', ledger: '○' } as const;

function dutyTable(list: readonly Duty[]): string {
  return table(
    ['编号', '类别', '事项', '截止时间', '单位', '模板'],
    list.map((d) => [d.id, KIND_SIGNS[d.kind], d.title, d.dueText, d.units.length, d.templates.join(' ')]),
  );
}

function dutyPage(duty: Duty): string {
  const { quota, recordTerm, from = null, to = null, revisions = [] } = duty;
  const days = recordTerm ? `${recordTerm.days} 个${recordTerm.unit === 'working' ? '工作日' : '自然日'}内` : '';
  const lines: readonly (readonly [string, string])[] = [
    ['依据', duty.source],
    ['截止', duty.dueText],
    ['记录时限', days],
    ['数量', quota === null ? '' : `${quota.count ?? '由本办分配'} ${quota.of}`],
    ['零报送', duty.zeroReport === 'statement' ? '可以，附情况说明' : '不可以'],
    ['起止', from === null && to === null ? '' : `${from ?? ''} 至 ${to ?? '今'}`],
    ['模板', duty.templates.join('、')],
    ['牵头', duty.lead.join('、')],
    ['分组', duty.groups.join('、')],
    ['单位', `${duty.units.length} 个：${duty.units.join('、')}`],
    ['目标', duty.target],
    ['奖惩', duty.consequence],
    ['备注', duty.note],
    ...revisions.slice(1).map(({ from: on, reason }): [string, string] => ['变更', `自 ${on} 起（${reason}）`]),
  ];
  const told = lines.filter(([, text]) => text !== '').map(([name, text]) => `${name}  ${text}`);
  return [`${KIND_SIGNS[duty.kind]} ${duty.id}  ${duty.title}`, ...told].join('\n');
}

function yearText({ duty, year, periods, changes, shared, rejudged }: DutyYear): string {
  const body =
    periods.length === 0
      ? `${duty} 在 ${year} 年没有按期报送的安排。`
      : table(
          ['报送期', '截止', '顺延前', '数量', '单位', '内容'],
          periods.map((one) => {
            const moved = one.due.startsWith(one.plain) ? '' : one.plain;
            return [one.period, one.due.replace('T', ' '), moved, one.quota, one.units, one.title];
          }),
        );
  const { timely, late, unclocked } = rejudged;
  return [
    body,
    timely + late + unclocked === 0
      ? ''
      : `已入库的记录 ${timely} 条转为及时，${late} 条转为超期，${unclocked} 条不再计时。`,
    ...(changes.length > 0 ? [`变化 ${changes.length} 期：`, ...changes.map((one) => `  ${changeText(one)}`)] : []),
    ...shared.map(
      (one) =>
        `  模板 ${one.template} 与 ${one.duty} 共用，${one.units} 个单位两项都要报：这样的文件每次都会问是哪一项。`,
    ),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function changeText(change: DutyChange): string {
  const { period, before, after, unitsBefore, unitsAfter, quotaBefore, quotaAfter, zeroBefore, zeroAfter } = change;
  const parts = [
    before === after ? '' : `${moment(before)} → ${moment(after)}`,
    unitsBefore === unitsAfter ? '' : `单位 ${unitsBefore} → ${unitsAfter}`,
    quotaBefore === quotaAfter ? '' : `数量 ${quotaBefore ?? '不定'} → ${quotaAfter ?? '不定'}`,
    zeroBefore === zeroAfter ? '' : `零报送${zeroAfter ? '改为可以' : '改为不可以'}`,
  ];
  return `${period}  ${parts.filter((part) => part !== '').join('，')}`;
}

function moment(text: string | null): string {
  return text === null ? '不报' : text.replace('T', ' ');
}

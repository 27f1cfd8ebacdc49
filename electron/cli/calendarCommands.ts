import { resolve } from 'node:path';
import type { CalendarChange, CalendarDay, CalendarEffect, CalendarYear, DueItem } from '../contract/calendar.ts';
import { Refusal } from '../core/refusal.ts';
import { type CommandLine, needed, oneOf, onePath } from './arguments.ts';
import { type Answer, type Ask, answer, type Command } from './command.ts';
import { unitId } from './named.ts';
import { table } from './table.ts';

/** `calendar`: the working days of a year, the days of this county, and what falls due. */
export const CALENDAR_COMMANDS = {
  async 'calendar import'(line, ask) {
    const { notice, doubts, ...effect } = await ask('calendar.read', { path: resolve(onePath(line, '文件')) });
    if (line.options['dry-run']) {
      const { year, days } = notice;
      const kinds = { holidays: days.filter(isOff), workdays: days.filter((day) => !isOff(day)) };
      return answer({ year, saved: false, ...kinds, doubts, ...effect }, () =>
        [`${year}年，尚未保存。`, ...dayLines(kinds), ...doubts, ...effectLines(effect)].join('\n'),
      );
    }
    const { year, ...done } = await ask('calendar.save', { notice, by: line.options.by });
    return answer({ ...year, saved: true, doubts, ...done }, () =>
      [yearText(year), ...doubts, ...effectLines(done)].join('\n'),
    );
  },
  async 'calendar reset'(line, ask) {
    const changed = await ask('calendar.reset', { year: yearOf(onePath(line, '年份')), by: line.options.by });
    return changeAnswer(changed);
  },
  async 'calendar show'(line, ask) {
    const year = await ask('calendar.show', { year: yearOf(onePath(line, '年份')) });
    return answer(year, () => yearText(year));
  },
  'calendar add': (line, ask) =>
    saveDay(line, ask, oneOf(needed(line.options, 'kind'), ['off', 'work'] as const, 'kind')),
  'calendar remove': (line, ask) => saveDay(line, ask, null),
  async 'calendar due'({ paths, options }, ask) {
    const [from, to, ...more] = paths;
    if (from === undefined || to === undefined || more.length > 0)
      throw new Refusal('usage', 'calendar due 后面须写起日和止日，如 2022-04-01 2022-04-30');
    if ([from, to].every(isDayText) && from > to)
      throw new Refusal('range_invalid', `截止日期 ${to} 早于开始日期 ${from}`);
    const unit = await unitId(ask, options.unit);
    const items = await ask('calendar.due', { from, to, unit, asOf: options['as-of'] });
    return answer(items, () => dueText(items));
  },
} satisfies Record<string, Command>;

async function saveDay(line: CommandLine, ask: Ask, kind: CalendarDay['kind'] | null): Promise<Answer> {
  const day = onePath(line, '日期');
  const changed = await ask('calendar.saveCounty', {
    day,
    kind,
    name: line.options.name ?? '',
    reason: needed(line.options, 'note'),
    by: line.options.by,
  });
  return changeAnswer(changed);
}

function changeAnswer({ year, ...effect }: CalendarChange): Answer {
  return answer({ ...year, ...effect }, () => [yearText(year), ...effectLines(effect)].join('\n'));
}

function yearOf(text: string): number {
  if (!/^\d{4}$/u.test(text)) throw new Refusal('usage', '年份应写作 2027');
  return Number(text);
}

const STATES: Readonly<Record<CalendarYear['state'], string>> = {
  known: '随程序附带',
  imported: '本办导入',
  unknown: '尚未载入',
};

function yearText(year: CalendarYear): string {
  const county = year.county.map(
    ({ day, kind, name, reason }) => `本县${kind === 'off' ? '休' : '班'}  ${day} ${name}（${reason}）`,
  );
  const total = year.total === null ? '' : `，工作日 ${year.total} 天`;
  const head = `${year.year}年（${STATES[year.state]}${year.source === '' ? '' : `：${year.source}`}）${total}。`;
  return [head, ...dayLines(year), ...county].join('\n');
}

function dayLines({ holidays, workdays }: Pick<CalendarYear, 'holidays' | 'workdays'>): string[] {
  const list = (days: readonly CalendarDay[]) => days.map(({ day, name }) => `${day} ${name}`).join('、') || '无';
  return [`放假  ${list(holidays)}`, `上班  ${list(workdays)}`];
}

function effectLines({ moved, turned, rejudged }: CalendarEffect): string[] {
  const shifted = moved.filter(({ before }) => before !== null);
  return [
    `移动截止时间 ${shifted.length} 个，新推算 ${moved.length - shifted.length} 个。`,
    ...shifted.map(
      ({ duty, period, before, after }) => `  ${duty} ${period}  ${momentText(before)} → ${momentText(after)}`,
    ),
    ...turned.map(
      ({ unit, duty, period, receivedAt, late }) =>
        `  ${unit} ${duty} ${period}（${momentText(receivedAt)} 收到）改为${late ? '迟报' : '按时'}`,
    ),
    ...rejudged.map(
      ({ unit, duty, period, template, timely, late }) =>
        `  ${unit} ${duty} ${period} ${template}：改为及时 ${timely} 条，改为不及时 ${late} 条`,
    ),
  ];
}

function momentText(moment: string | null): string {
  return moment === null ? '年份未载入' : moment.replace('T', ' ');
}

function dueText(items: readonly DueItem[]): string {
  if (items.length === 0) return '这些天没有到期的报送。';
  return table(
    ['截止', '编号', '事项', '报送期', '应报', '未报'],
    items.map((item) => [item.due.replace('T', ' '), item.duty, item.title, item.period, item.units, item.open]),
  );
}

/** What is no day is refused by the request, which says how to write one. */
function isDayText(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text);
}

function isOff({ kind }: CalendarDay): boolean {
  return kind === 'off';
}

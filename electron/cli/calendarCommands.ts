import { resolve } from 'node:path';
import type { CalendarDay, CalendarYear, DueItem, MovedDue } from '../contract/calendar.ts';
import { Refusal } from '../core/refusal.ts';
import { type CommandLine, needed, oneOf, onePath } from './arguments.ts';
import { type Answer, type Ask, answer, type Command } from './command.ts';
import { unitId } from './named.ts';
import { table } from './table.ts';

/** `calendar`: the working days of a year, the days of this county, and what falls due. */
export const CALENDAR_COMMANDS = {
  async 'calendar import'(line, ask) {
    const { notice, doubts, moved } = await ask('calendar.read', { path: resolve(onePath(line, '文件')) });
    if (line.options['dry-run']) {
      const { year, days } = notice;
      const kinds = { holidays: days.filter(isOff), workdays: days.filter((day) => !isOff(day)) };
      return answer({ year, saved: false, ...kinds, doubts, moved }, () =>
        [`${year}年，尚未保存。`, ...dayLines(kinds), ...doubts, movedLine(moved)].join('\n'),
      );
    }
    const saved = await ask('calendar.save', { notice, by: line.options.by });
    return answer({ ...saved.year, saved: true, doubts, moved: saved.moved }, () =>
      [yearText(saved.year), ...doubts, movedLine(saved.moved)].join('\n'),
    );
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
    const unit = await unitId(ask, options.unit);
    const items = await ask('calendar.due', { from, to, unit, asOf: options['as-of'] });
    return answer(items, () => dueText(items));
  },
} satisfies Record<string, Command>;

async function saveDay(line: CommandLine, ask: Ask, kind: CalendarDay['kind'] | null): Promise<Answer> {
  const day = onePath(line, '日期');
  const { year, moved } = await ask('calendar.saveCounty', {
    day,
    kind,
    name: line.options.name ?? '',
    reason: needed(line.options, 'note'),
    by: line.options.by,
  });
  return answer({ ...year, moved }, () => [yearText(year), movedLine(moved)].join('\n'));
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

function movedLine(moved: readonly MovedDue[]): string {
  const shifted = moved.filter(({ before }) => before !== null);
  const lines = shifted.map(
    ({ duty, period, before, after }) => `  ${duty} ${period}  ${before} → ${after ?? '年份未载入'}`,
  );
  return [`移动截止时间 ${shifted.length} 个，新推算 ${moved.length - shifted.length} 个。`, ...lines].join('\n');
}

function dueText(items: readonly DueItem[]): string {
  if (items.length === 0) return '这些天没有到期的报送。';
  return table(
    ['截止', '编号', '事项', '报送期', '应报', '未报'],
    items.map((item) => [item.due.replace('T', ' '), item.duty, item.title, item.period, item.units, item.open]),
  );
}

function isOff({ kind }: CalendarDay): boolean {
  return kind === 'off';
}

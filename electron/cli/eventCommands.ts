import type { Coverage, Draw } from '../contract/assignments.ts';
import type { DutyEvent, EventDraft } from '../contract/events.ts';
import { Refusal } from '../core/refusal.ts';
import { type CommandLine, needed, onePath, orNone, rowNumber } from './arguments.ts';
import { type Answer, type Ask, answer, type Command } from './command.ts';
import { dutyId, dutyNamed, unitId, unitNamed } from './named.ts';
import { table } from './table.ts';

/** `events`, `draws` and `locks`: what happened and its term, whom the sample holds, and which periods are closed. */
export const EVENT_COMMANDS = {
  async events({ options }, ask) {
    const list = await ask('events.list', {
      duty: await dutyId(ask, options.duty),
      unit: await unitId(ask, options.unit),
      open: options.open,
      asOf: options['as-of'],
    });
    return answer(list, () => eventTable(list));
  },
  async 'events add'({ options }, ask) {
    const duty = await dutyNamed(ask, needed(options, 'duty'));
    const event: EventDraft = {
      id: null,
      duty: duty.id,
      unit: (await unitId(ask, options.unit)) ?? null,
      title: needed(options, 'title'),
      day: needed(options, 'day'),
      closedOn: null,
      outcome: '',
      note: options.note ?? '',
    };
    return saveEvent(event, options.by, ask);
  },
  async 'events edit'(line, ask) {
    const { title, day, unit, note, by } = line.options;
    const before = await eventNumbered(line, ask);
    const named = orNone(unit, before.unit);
    const changes = { title: title ?? before.title, day: day ?? before.day, note: note ?? before.note };
    return saveEvent(
      { ...before, ...changes, unit: named === null ? null : (await unitNamed(ask, named)).id },
      by,
      ask,
    );
  },
  async 'events close'(line, ask) {
    const { options } = line;
    const before = await eventNumbered(line, ask);
    const closing = { closedOn: needed(options, 'day'), outcome: needed(options, 'outcome') };
    return saveEvent({ ...before, ...closing, note: options.note ?? before.note }, options.by, ask);
  },
  async 'events reopen'(line, ask) {
    return saveEvent({ ...(await eventNumbered(line, ask)), closedOn: null, outcome: '' }, line.options.by, ask);
  },
  async 'events remove'(line, ask) {
    const gone = await ask('events.withdraw', withdrawalOf(line));
    return answer(gone, () => `已撤回：\n${eventTable([gone])}`);
  },
  async draws({ options }, ask) {
    const { id } = await dutyNamed(ask, needed(options, 'duty'));
    const coverage = await ask('draws.coverage', { duty: id, period: needed(options, 'period') });
    return answer(coverage, () => coverageText(coverage));
  },
  async 'draws make'({ options }, ask) {
    const { id } = await dutyNamed(ask, needed(options, 'duty'));
    const { seed, note, by } = options;
    const draw = await ask('draws.make', { duty: id, period: needed(options, 'period'), seed, note, by });
    return answer(draw, () => drawText(draw));
  },
  async 'draws remove'(line, ask) {
    const gone = await ask('draws.withdraw', withdrawalOf(line));
    return answer(gone, () => `已撤回：${drawText(gone)}`);
  },
  async locks(_line, ask) {
    return locksAnswer(await ask('periods.locks', {}));
  },
  lock: (line, ask) => setLock(line, ask, true),
  unlock: (line, ask) => setLock(line, ask, false),
} satisfies Record<string, Command>;

async function eventNumbered(line: CommandLine, ask: Ask): Promise<EventDraft> {
  const id = rowNumber(line);
  const found = (await ask('events.list', {})).find((event) => event.id === id);
  if (!found) throw new Refusal('event_unknown', String(id));
  const { duty, unit, title, day, closedOn, outcome, note } = found;
  return { id, duty, unit, title, day, closedOn, outcome, note };
}

/** Which row is taken back, why and by whom. */
function withdrawalOf(line: CommandLine) {
  return { id: rowNumber(line), reason: needed(line.options, 'note'), by: line.options.by };
}

async function saveEvent(event: EventDraft, by: string | undefined, ask: Ask): Promise<Answer> {
  const saved = await ask('events.save', { event, by });
  return answer(saved, () => eventTable([saved]));
}

async function setLock(line: CommandLine, ask: Ask, locked: boolean): Promise<Answer> {
  const period = onePath(line, '报送期');
  const { by } = line.options;
  return locksAnswer(await ask('periods.lock', { period, locked, reason: needed(line.options, 'note'), by }));
}

function locksAnswer(locks: readonly { period: string; lockedAt: string; by: string; reason: string }[]): Answer {
  const rows = locks.map((lock) => [lock.period, lock.lockedAt.replace('T', ' '), lock.by, lock.reason]);
  return answer(locks, () =>
    locks.length === 0 ? '没有锁定的报送期。' : table(['报送期', '锁定时间', '经办人', '理由'], rows),
  );
}

const EVENT_STATES = { open: '办理中', overdue: '已超期', waiting: '未满期限', closed: '已办结' } as const;

function eventTable(list: readonly DutyEvent[]): string {
  if (list.length === 0) return '没有事件。';
  return table(
    ['编号', '事项', '单位', '事件', '起算日', '期限', '状态', '办结日', '结果'],
    list.map((e) => [e.id, e.duty, e.unit, e.title, e.day, e.due, EVENT_STATES[e.state], e.closedOn, e.outcome]),
  );
}

function drawText({ id, period, seed, units }: Draw): string {
  return `${period} 抽取 ${units.length} 个单位（编号 ${id}，随机数 ${seed}）：${units.join('、')}。`;
}

function coverageText({ period, draws, units, uncovered, open }: Coverage): string {
  return [
    `${period} 应覆盖 ${units.length} 个单位，尚未抽到 ${uncovered.length} 个${uncovered.length > 0 ? `：${uncovered.join('、')}` : ''}。`,
    ...draws.map(drawText),
    open.length > 0 ? `还没有抽取的报送期：${open.join('、')}。` : '各期都已抽取。',
  ].join('\n');
}

import { resolve } from 'node:path';
import {
  CADENCES,
  type Duty,
  type DutyDraft,
  type EventTerm,
  type Quota,
  type RecordTerm,
  type SamplingRule,
} from '../contract/duties.ts';
import { Refusal } from '../core/refusal.ts';
import { type CommandOptions, listed, NONE, oneOf, orNone } from './arguments.ts';
import type { Ask } from './command.ts';
import { changedDue, dayUnit, numberOf, SHIFTS } from './dueChange.ts';
import { readJsonObject } from './jsonFile.ts';
import { unitIds } from './named.ts';

/**
 * The draft of a duty with what the options change of it. `--file` holds any fields of a `DutyDraft` as JSON, for what the options cannot
 * say (campaigns); the request checks it. Options win over the file.
 */
export async function changedDuty(duty: Duty, options: CommandOptions, ask: Ask): Promise<DutyDraft> {
  const file = options.file === undefined ? {} : readJsonObject(resolve(options.file), FIELDS);
  if (typeof file.id === 'string' && file.id !== duty.id)
    throw new Refusal('usage', `${options.file} 写的是事项 ${file.id}，不是 ${duty.id}`);
  const before = { ...draftOf(duty), ...file } as DutyDraft; // what a file adds is checked with the request
  const zero = options['zero-report'];
  const lead = listed(options.lead);
  return {
    ...before,
    title: options.title ?? before.title,
    due: await changedDue(before.due, options, ask),
    recordTerm: options.term === undefined ? before.recordTerm : termOf(options.term),
    quota: changedQuota(before.quota, options),
    groups: listed(options.groups) ?? before.groups,
    lead: lead === undefined ? before.lead : await unitIds(ask, lead),
    target: options.target ?? before.target,
    note: options.remark ?? before.note,
    ...given('cadence', options.cadence, (text) => oneOf(text, CADENCES, 'cadence')),
    ...given('templates', options.templates, (text) => listed(text) ?? []),
    ...(zero === undefined ? {} : { zeroReport: oneOf(zero, ['statement', 'none'] as const, 'zero-report') }),
    ...given('eventTerm', options['event-term'], eventTermOf),
    ...given('sampling', options.sampling, samplingOf),
    ...given('from', options['active-from'], (text) => orNone(text, null)),
    ...given('to', options['active-to'], (text) => orNone(text, null)),
  };
}

/** Fields that a file may hold. */
const FIELDS = [
  ...['id', 'title', 'cadence', 'templates', 'due', 'recordTerm', 'quota', 'groups', 'lead', 'target', 'note'],
  ...['zeroReport', 'eventTerm', 'sampling', 'from', 'to'],
] as const satisfies readonly (keyof DutyDraft)[];

/** What of a duty may be changed. */
function draftOf(duty: Duty): DutyDraft {
  const { id, title, due, recordTerm, quota, groups, lead, target, note } = duty;
  return { id, title, due, recordTerm, quota, groups, lead, target, note };
}

function given<K extends string, V>(name: K, text: string | undefined, read: (text: string) => V): { [N in K]?: V } {
  return text === undefined ? {} : ({ [name]: read(text) } as { [N in K]?: V }); // the one key named
}

/** `1`, `allotted` (the office says how many each owes) or `none`; `--of` says what is counted. */
function changedQuota(before: Quota | null, { quota, of }: CommandOptions): Quota | null {
  if (quota === NONE) return null;
  if (quota === undefined && (of === undefined || before === null)) {
    if (of !== undefined) throw new Refusal('usage', '还没有数量要求，--of 须与 --quota 一起写');
    return before;
  }
  const unit = of ?? before?.of ?? '条';
  if (quota === undefined) return { count: null, ...before, of: unit };
  if (quota === 'allotted') return { ...before, count: null, of: unit };
  if (!/^[1-9]\d{0,5}$/u.test(quota)) throw new Refusal('usage', '--quota 应为正整数、allotted 或 none');
  return { ...before, count: Number(quota), of: unit };
}

/** `7:working` or `7:natural:next`: so many days after the decision. */
function termOf(text: string): RecordTerm | null {
  if (text === NONE) return null;
  const [days = '', unit = '', shift = 'none', ...more] = text.split(':');
  if (more.length > 0) throw new Refusal('usage', `--term 应写作 7:working 或 20:natural:next：${text}`);
  return { days: numberOf(days, 'term'), unit: dayUnit(unit, 'term'), shift: oneOf(shift, SHIFTS, 'term') };
}

/** `7:working:within:作出决定`, `3:months:not-before:公示之日`. */
function eventTermOf(text: string): EventTerm | null {
  if (text === NONE) return null;
  const [count = '', unit = '', meaning = '', from = '', ...more] = text.split(':');
  if (from === '' || more.length > 0)
    throw new Refusal(
      'usage',
      `--event-term 应写作 7:working:within:作出决定 或 3:months:not-before:公示之日：${text}`,
    );
  return {
    count: numberOf(count, 'event-term'),
    unit: oneOf(unit, ['natural', 'working', 'months'] as const, 'event-term'),
    meaning: oneOf(meaning, ['within', 'not-before'] as const, 'event-term'),
    from,
  };
}

/** `quarterly:half-yearly:0.5`: drawn how often, what must hold every unit, least share. */
function samplingOf(text: string): SamplingRule | null {
  if (text === NONE) return null;
  const [draw = '', cover = '', share = '', ...more] = text.split(':');
  if (more.length > 0 || !/^(?:1|0?\.\d{1,4})$/u.test(share))
    throw new Refusal('usage', `--sampling 应写作 quarterly:half-yearly:0.5，比例大于 0、不大于 1：${text}`);
  return {
    draw: oneOf(draw, ['monthly', 'quarterly'] as const, 'sampling'),
    cover: oneOf(cover, ['half-yearly', 'yearly'] as const, 'sampling'),
    share: Number(share),
  };
}

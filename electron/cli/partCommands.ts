import type { Allotment, Assignment, Exemption } from '../contract/assignments.ts';
import { Refusal } from '../core/refusal.ts';
import { type CommandLine, NONE, needed, oneOf, rowNumber } from './arguments.ts';
import { type Answer, type Ask, answer, type Command } from './command.ts';
import { dutyId, dutyNamed, unitId, unitNamed } from './named.ts';
import { table } from './table.ts';

/** `assignments`, `exemptions` and `allotments`: a unit's own part in a duty, when it need not report, and how much it owes. */
export const PART_COMMANDS = {
  async assignments(line, ask) {
    const list = await ask('assignments.list', await squareOf(line, ask));
    return answer(list, () => assignmentTable(list));
  },
  async 'assignments add'(line, ask) {
    const { options } = line;
    const made = await ask('assignments.save', {
      ...(await ownSquare(line, ask)),
      role: oneOf(needed(options, 'role'), ['responsible', 'lead', 'none'], 'role'),
      from: options.from ?? null,
      to: options.to ?? null,
      reason: options.note ?? '',
      documentNo: options.document ?? '',
      by: options.by,
    });
    return answer(made, () => assignmentTable([made]));
  },
  async 'assignments remove'(line, ask) {
    const gone = await ask('assignments.withdraw', { id: rowNumber(line), by: line.options.by });
    return answer(gone, () => `已撤回：\n${assignmentTable([gone])}`);
  },
  async exemptions(line, ask) {
    const list = await ask('exemptions.list', await squareOf(line, ask));
    return answer(list, () => exemptionTable(list));
  },
  async 'exemptions add'(line, ask) {
    const { duty, from = null, to = null } = line.options;
    const scope = { from, to, period: null, until: null };
    return saveExemption('exempt', { duty: (await dutyId(ask, duty)) ?? null, ...scope }, line, ask);
  },
  async 'exemptions extend'(line, ask) {
    const { duty } = await ownSquare(line, ask);
    const period = needed(line.options, 'period');
    return saveExemption(
      'extended',
      { duty, from: null, to: null, period, until: needed(line.options, 'until') },
      line,
      ask,
    );
  },
  async 'exemptions remove'(line, ask) {
    const gone = await ask('exemptions.withdraw', { id: rowNumber(line), by: line.options.by });
    return answer(gone, () => `已撤回：\n${exemptionTable([gone])}`);
  },
  async allotments({ options }, ask) {
    const { id } = await dutyNamed(ask, needed(options, 'duty'));
    const list = await ask('allotments.list', { duty: id, period: options.period });
    return answer(list, () => allotmentTable(list));
  },
  async 'allotments set'({ paths, options }, ask) {
    const { id } = await dutyNamed(ask, needed(options, 'duty'));
    const period = needed(options, 'period');
    if (paths.length === 0) throw new Refusal('usage', 'allotments set 后面缺少 单位=数量');
    // The use case sets all numbers at once; a clerk names those that change.
    const before = await ask('allotments.list', { duty: id, period });
    const counts = new Map(before.map(({ unit, count }) => [unit, count]));
    for (const text of paths) {
      const [, unit, count] = /^(.+)=(\d{1,7}|none)$/u.exec(text) ?? [];
      if (unit === undefined) throw new Refusal('usage', `应写作 单位=数量，如 丹水镇=2：${text}`);
      const { id: named } = await unitNamed(ask, unit);
      if (count === NONE) counts.delete(named);
      else counts.set(named, Number(count));
    }
    const saved = await ask('allotments.save', {
      duty: id,
      period,
      counts: Object.fromEntries(counts),
      by: options.by,
    });
    const open = saved.unallotted.length > 0 ? `\n还没有分配：${saved.unallotted.join('、')}。` : '';
    return answer(saved, () => `${allotmentTable(saved.allotments)}${open}`);
  },
} satisfies Record<string, Command>;

async function squareOf({ options }: CommandLine, ask: Ask) {
  return { unit: await unitId(ask, options.unit), duty: await dutyId(ask, options.duty) };
}

async function ownSquare({ options }: CommandLine, ask: Ask) {
  const unit = await unitNamed(ask, needed(options, 'unit'));
  return { unit: unit.id, duty: (await dutyNamed(ask, needed(options, 'duty'))).id };
}

async function saveExemption(
  kind: Exemption['kind'],
  scope: Pick<Exemption, 'duty' | 'from' | 'to' | 'period' | 'until'>,
  { options }: CommandLine,
  ask: Ask,
): Promise<Answer> {
  const unit = await unitNamed(ask, needed(options, 'unit'));
  const { note = '', approver = '', document = '', by } = options;
  const approval = { reason: note, approver, documentNo: document, by };
  const made = await ask('exemptions.save', { kind, unit: unit.id, ...scope, ...approval });
  return answer(made, () => exemptionTable([made]));
}

const ROLES = { responsible: '责任', lead: '牵头', none: '不报' } as const;
const EXEMPTIONS = { exempt: '免报', extended: '延期' } as const;

function assignmentTable(list: readonly Assignment[]): string {
  return table(
    ['编号', '单位', '事项', '分工', '起', '止', '理由', '文号'],
    list.map((a) => [a.id, a.unit, a.duty, ROLES[a.role], a.from, a.to, a.reason, a.documentNo]),
  );
}

function exemptionTable(list: readonly Exemption[]): string {
  return table(
    ['编号', '类别', '单位', '事项', '起止或报送期', '延期到', '理由', '批准人', '文号'],
    list.map((e) => {
      const when = e.period ?? `${e.from ?? '最初'} 至 ${e.to ?? '今后'}`;
      return [e.id, EXEMPTIONS[e.kind], e.unit, e.duty ?? '全部', when, e.until, e.reason, e.approver, e.documentNo];
    }),
  );
}

function allotmentTable(list: readonly Allotment[]): string {
  if (list.length === 0) return '没有分配数量。';
  return table(
    ['事项', '报送期', '单位', '数量'],
    list.map((one) => [one.duty, one.period, one.unit, one.count]),
  );
}

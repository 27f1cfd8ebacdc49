import { resolve } from 'node:path';
import type { Attachment } from '../contract/attachments.ts';
import { ATTACHMENT_KINDS } from '../contract/imports.ts';
import type { ReturnSlip } from '../contract/returns.ts';
import { REGISTER_KINDS, REGISTER_WAYS, type Submission } from '../contract/status.ts';
import { type CommandLine, needed, oneOf, rowNumber, wholeNumber } from './arguments.ts';
import { type Ask, answer, type Command } from './command.ts';
import { dutyId, dutyNamed, unitId, unitNamed } from './named.ts';
import { table } from './table.ts';

/** `register`, `submissions`, `attachments` and `returns`: what came, by whichever way, and what went back. */
export const RECEIPT_COMMANDS = {
  async register({ options }, ask) {
    const { received, note, via } = options;
    const kind = oneOf(needed(options, 'kind'), REGISTER_KINDS, 'kind');
    const submission = await ask('submissions.register', {
      unit: (await unitNamed(ask, needed(options, 'unit'))).id,
      duty: (await dutyNamed(ask, needed(options, 'duty'))).id,
      period: needed(options, 'period'),
      kind,
      via: via === undefined ? undefined : oneOf(via, REGISTER_WAYS, 'via'),
      ...{ received, note },
      file: options.file === undefined ? undefined : resolve(options.file),
      count: wholeNumber(options, 'count'),
      by: options.by,
    });
    return answer(submission, () => registeredText(submission));
  },
  async submissions(line, ask) {
    const list = await ask('submissions.list', await placeOf(line, ask));
    return answer(list, () => submissionTable(list));
  },
  async 'submissions remove'(line, ask) {
    const gone = await ask('submissions.withdraw', { id: rowNumber(line), by: line.options.by });
    return answer(gone, () => `已撤回：\n${submissionTable([gone])}`);
  },
  async attachments(line, ask) {
    const list = await ask('attachments.list', { ...(await placeOf(line, ask)), batch: line.options.batch });
    return answer(list, () => attachmentTable(list));
  },
  async 'attachments file'(line, ask) {
    const { options } = line;
    const filed = await ask('attachments.file', {
      id: rowNumber(line),
      unit: (await unitNamed(ask, needed(options, 'unit'))).id,
      duty: (await dutyNamed(ask, needed(options, 'duty'))).id,
      period: needed(options, 'period'),
      kind: oneOf(needed(options, 'kind'), ATTACHMENT_KINDS, 'kind'),
      by: options.by,
    });
    return answer(filed, () => attachmentTable([filed]));
  },
  async 'attachments export'(line, ask) {
    const { out } = line.options;
    const path = out === undefined ? undefined : resolve(out);
    const written = await ask('attachments.write', { id: rowNumber(line), out: path });
    return answer({ out: written.path, size: written.size }, () => `已写入 ${written.path}`);
  },
  async returns({ options }, ask) {
    const { period, batch } = options;
    const list = await ask('returns.list', { unit: await unitId(ask, options.unit), period, batch });
    return answer(list, () => returnTable(list));
  },
  async 'returns remove'(line, ask) {
    const gone = await ask('returns.withdraw', { id: rowNumber(line), by: line.options.by });
    return answer(gone, () => `已撤回：\n${returnTable([gone])}`);
  },
} satisfies Record<string, Command>;

async function placeOf({ options }: CommandLine, ask: Ask) {
  const { period } = options;
  return { unit: await unitId(ask, options.unit), duty: await dutyId(ask, options.duty), period };
}

const KINDS = { file: '文件', zero: '零报送', paper: '纸质', waived: '免报' } as const;

function registeredText(s: Submission): string {
  const told = `已登记（编号 ${s.id}）：${s.unit} ${s.duty} ${s.period} ${KINDS[s.kind]}，收到时间 ${s.receivedAt.replace('T', ' ')}。`;
  const unexpected = s.assigned === false ? '非应报：这个单位当期不承担这个事项。登记保留在台账里，不计入应报。' : '';
  return [told, unexpected, s.conflict ?? ''].filter((line) => line !== '').join('\n');
}

function submissionTable(list: readonly Submission[]): string {
  if (list.length === 0) return '没有报送。';
  return table(
    ['编号', '单位', '事项', '报送期', '方式', '收到时间', '记录', '件数', '批次', '文件', '说明'],
    list.map((s) => [
      ...[s.id, s.unit, s.duty, s.period, KINDS[s.kind], s.receivedAt.replace('T', ' ')],
      ...[s.records, s.count, s.batch, s.file, s.note],
    ]),
  );
}

const FILED_AS = { article: '稿件', statement: '情况说明', paper: '纸质件' } as const;

function attachmentTable(list: readonly Attachment[]): string {
  if (list.length === 0) return '没有附件。';
  return table(
    ['编号', '批次', '附件', '类别', '单位', '事项', '报送期'],
    list.map((a) => [a.id, a.batch, a.name, FILED_AS[a.kind], a.unit, a.duty, a.period]),
  );
}

function returnTable(list: readonly ReturnSlip[]): string {
  if (list.length === 0) return '没有退回。';
  return table(
    ['编号', '退回时间', '单位', '事项', '报送期', '文件', '问题', '未改正', '重报时间'],
    list.map((r) => [
      ...[r.id, r.at.replace('T', ' '), r.unit, r.duty, r.period, r.source, r.findings, r.open],
      r.withdrawnAt === null ? r.resentAt : '已撤回',
    ]),
  );
}

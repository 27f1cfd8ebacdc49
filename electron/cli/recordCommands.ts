import { resolve } from 'node:path';
import type { Cluster } from '../contract/clusters.ts';
import { RULES, type RuleCode } from '../contract/findings.ts';
import type { FindingCount, RecordPage, RecordQuery, StoredRecord } from '../contract/records.ts';
import { RULE_WORDS } from '../contract/ruleWords.ts';
import { type CommandLine, needed, oneOf, rowNumber, wholeNumber } from './arguments.ts';
import { type Answer, type Ask, answer, type Command } from './command.ts';
import { unitId } from './named.ts';
import { table } from './table.ts';

/** `records`, `findings` and `clusters`: the rows that came, what is wrong with them, and what the office mends or lets pass. */
export const RECORD_COMMANDS = {
  async records(line, ask) {
    const page = await ask('records.list', {
      ...(await queryOf(line, ask)),
      limit: wholeNumber(line.options, 'limit'),
    });
    return answer(page.records, () => recordsText(page));
  },
  async 'records correct'(line, ask) {
    const { options } = line;
    const record = await ask('records.correct', {
      id: rowNumber(line),
      field: needed(options, 'field'),
      // An empty value is one, too.
      value: options.value ?? needed(options, 'value'),
      reason: needed(options, 'note'),
      by: options.by,
    });
    return answer(record, () => recordTable([record]));
  },
  async findings(line, ask) {
    const counts = await ask('findings.count', await queryOf(line, ask));
    return answer(counts, () => countTable(counts));
  },
  async 'findings export'(line, ask) {
    const { out } = line.options;
    const path = out === undefined ? undefined : resolve(out);
    const written = await ask('findings.write', { query: await queryOf(line, ask), out: path });
    return answer({ out: written.path, size: written.size }, () => `已写入 ${written.path}`);
  },
  async 'findings reasons'({ options }, ask) {
    const rule = ruleOf(needed(options, 'finding'));
    const reasons = await ask('findings.reasons', { rule, field: options.field });
    return answer(reasons, () => reasons.join('\n') || '还没有写过理由。');
  },
  'findings confirm': (line, ask) => confirm(line, ask, needed(line.options, 'note')),
  'findings unconfirm': (line, ask) => confirm(line, ask, null),
  async clusters(line, ask) {
    const clusters = await ask('records.clusters', await queryOf(line, ask));
    return answer(clusters, () => clusterText(clusters));
  },
} satisfies Record<string, Command>;

async function queryOf({ options }: CommandLine, ask: Ask): Promise<RecordQuery> {
  const { template, period, search, finding } = options;
  const rule = finding === undefined ? undefined : ruleOf(finding);
  return { template, unit: await unitId(ask, options.unit), period, search, finding: rule };
}

function ruleOf(text: string): RuleCode {
  return oneOf(text, RULES, 'finding');
}

async function confirm(line: CommandLine, ask: Ask, reason: string | null): Promise<Answer> {
  const id = rowNumber(line);
  const { compliant } = await ask('findings.confirm', { id, reason, by: line.options.by });
  const told = reason === null ? `已取消问题 ${id} 的确认` : `已确认问题 ${id}`;
  return answer({ id, compliant }, () => `${told}，记录${compliant ? '合规' : '不合规'}。`);
}

function recordsText(page: RecordPage): string {
  return `${recordTable(page.records)}\n共 ${page.total} 条。`;
}

function recordTable(records: readonly StoredRecord[]): string {
  return table(
    ['编号', '单位', '模板', '报送期', '文件', '行', '合规', '问题'],
    records.map((r) => [
      ...[r.id, r.unit, r.template, r.period, r.file, r.row, r.compliant ? '是' : '否'],
      // With its number, which `findings confirm` takes.
      r.findings.map((f) => `#${f.id} ${f.message}`).join(' '),
    ]),
  );
}

const SEVERITIES = { error: '错误', verify: '核实', notice: '提示' } as const;

function countTable(counts: readonly FindingCount[]): string {
  if (counts.length === 0) return '没有问题。';
  return table(
    ['规则', '问题', '程度', '问题数', '记录数', '已确认'],
    counts.map((one) => [
      ...[one.rule, RULE_WORDS[one.rule], SEVERITIES[one.severity]],
      ...[one.findings, one.records, one.confirmed],
    ]),
  );
}

function clusterText(clusters: readonly Cluster[]): string {
  if (clusters.length === 0) return '没有疑似重复或串号的记录。';
  return clusters
    .flatMap(({ message, members, more }) => [
      message,
      ...members.map((one) => `  ${one.record} ${one.unit} ${one.period} ${one.name} ${one.code} ${one.detail}`),
      ...(more > 0 ? [`  另有 ${more} 条`] : []),
    ])
    .join('\n');
}

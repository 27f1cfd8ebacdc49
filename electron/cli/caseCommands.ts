import { resolve } from 'node:path';
import { CASE_TEMPLATES, type CaseCounts, type CaseItem, type CaseTemplate } from '../contract/cases.ts';
import { type CommitmentLedger, SUBJECT_KINDS } from '../contract/commitments.ts';
import { Refusal } from '../core/refusal.ts';
import { type CommandLine, type CommandOptions, NONE, needed, oneOf, onePath, wholeNumber } from './arguments.ts';
import { readDraft } from './caseDraft.ts';
import { type Answer, type Ask, answer, type Command } from './command.ts';
import { unitId } from './named.ts';
import { table } from './table.ts';

/** `cases`: the ledgers, their counts of a year, an export, a case typed in; `commitments`: coverage and fulfilment. */
export const CASE_COMMANDS = {
  async cases(line, ask) {
    const { options } = line;
    if (options.file !== undefined) return addCase(line, ask);
    if (options.year !== undefined) return countCases(options, ask);
    if (options.out !== undefined) return writeCases(options, ask);
    const templates = options.template === undefined ? CASE_TEMPLATES : [templateOf(options)];
    const filters = await filtersOf(options, ask);
    const cases: CaseItem[] = [];
    const limit = wholeNumber(options, 'limit') ?? EVERYTHING;
    for (const template of templates) cases.push(...(await ask('cases.list', { template, ...filters, limit })).cases);
    const listed = cases.slice(0, limit);
    return answer(listed, () => caseTable(listed));
  },
  async commitments({ options }, ask) {
    const ledger = await ask('commitments.get', { period: needed(options, 'period'), asOf: options['as-of'] });
    return answer(ledger, () => ledgerPage(ledger));
  },
  async 'commitments enterprises'(line, ask) {
    const { options } = line;
    const year = wholeNumber(options, 'year') ?? Number(needed(options, 'year'));
    const count = typedCount(onePath(line, '数量'));
    const saved = await ask('commitments.setEnterprises', { year, count, source: options.note ?? '', by: options.by });
    return answer(saved, () => `${saved.year} 年企业总数：${saved.count ?? '未填'}。`);
  },
} satisfies Record<string, Command>;

function typedCount(text: string): number | null {
  if (text === NONE) return null;
  if (!/^\d{1,9}$/u.test(text)) throw new Refusal('usage', `企业总数应为整数或 none：${text}`);
  return Number(text);
}

/** All there is: a script wants the ledger, not its first page. */
const EVERYTHING = 1_000_000;

async function addCase({ options }: CommandLine, ask: Ask): Promise<Answer> {
  const draft = readDraft(resolve(needed(options, 'file')));
  if (options['dry-run']) {
    const check = await ask('cases.check', { draft, received: options.received });
    return answer(check, () => check.findings.map(({ message }) => message).join('\n') || '没有问题。');
  }
  const item = await ask('cases.add', { draft, received: options.received, by: options.by });
  return answer(item, () => [caseTable([item]), ...item.findings.map((finding) => `  ${finding.message}`)].join('\n'));
}

async function countCases(options: CommandOptions, ask: Ask): Promise<Answer> {
  const year = wholeNumber(options, 'year') ?? 0;
  const counts = await ask('cases.counts', { template: templateOf(options), year, asOf: options['as-of'] });
  return answer(counts, () => countTable(counts));
}

async function writeCases(options: CommandOptions, ask: Ask): Promise<Answer> {
  const query = { template: templateOf(options), ...(await filtersOf(options, ask)) };
  const { total } = await ask('cases.list', { ...query, limit: 0 });
  const { path } = await ask('cases.write', { query, out: resolve(options.out ?? '') });
  return answer({ rows: total, out: path }, () => `已写出 ${total} 条到 ${path}。`);
}

function templateOf(options: CommandOptions): CaseTemplate {
  return oneOf(needed(options, 'template'), CASE_TEMPLATES, 'template');
}

async function filtersOf({ unit, period, search, adopted }: CommandOptions, ask: Ask) {
  return {
    unit: await unitId(ask, unit),
    period,
    search,
    adopted: adopted === undefined ? undefined : oneOf(adopted, ['yes', 'no'], 'adopted') === 'yes',
  };
}

function caseTable(cases: readonly CaseItem[]): string {
  return table(
    ['台账', '单位', '报送期', '案例', '来源', '件', '采用', '合规', '首次收到'],
    cases.map((item) => [
      item.template,
      item.unit,
      item.period,
      item.title,
      item.origin,
      item.pieces,
      item.adopted ? '是' : '',
      item.compliant ? '是' : '否',
      item.receivedAt,
    ]),
  );
}

function countTable({ months, units, totals }: CaseCounts): string {
  return table(
    ['单位', ...months.map((month) => month.slice(5)), '合计', '每期应报', '不足'],
    [
      ...units.map((row) => [row.unit, ...row.counts, row.total, row.quota, row.short.join(' ')]),
      ['合计', ...totals, totals.reduce((sum, count) => sum + count, 0), null, ''],
    ],
  );
}

function ledgerPage({ matrix, states, ratio, overdue }: CommitmentLedger): string {
  const covered = table(
    ['承诺类型', '企业', '自然人', '个体工商户', '社会组织', '事业单位', '合计'],
    matrix.map(({ kind, counts, total }) => [kind, ...SUBJECT_KINDS.map((subject) => counts[subject]), total]),
  );
  const { open, fulfilled, partly, notFulfilled } = states;
  const rate = (percent: number | null): string => (percent === null ? '—' : `${percent.toFixed(2)}%`);
  return [
    covered,
    '',
    `未认定 ${open}，全部履行 ${fulfilled}，部分履行 ${partly}，全部未履行 ${notFulfilled}；到期未认定 ${states.overdue}。`,
    `企业总数 ${ratio.enterprises ?? '未填（用 commitments enterprises 填写）'}：承诺与履约相加 ${rate(ratio.added)}，承诺 ${rate(ratio.commitmentsAlone)}，履约 ${rate(ratio.fulfilmentsAlone)}。`,
    ...overdue.map(
      (one) => `  ${one.unit} ${one.promisor}（${one.kind}）有效期至 ${one.validUntil}，已过 ${one.days} 天`,
    ),
  ].join('\n');
}

import type { CircularColumn, CircularTable } from '../contract/circulars.ts';
import type { RateRow } from '../contract/status.ts';
import type { Period } from '../contract/time.ts';
import { ratePrinted } from '../contract/words.ts';
import { type CircularFacts, type OwedStatus, shortPeriod } from './circularFacts.ts';
import type { CircularInput, NonCompliantRow } from './circularInput.ts';
import { CASE_TEMPLATES, type CircularAnnex, type CircularTexts } from './circularTexts.ts';
import { compareText } from './compareText.ts';
import { maskIdNumbers, maskPersonName } from './masking.ts';
import { periodTitle } from './period.ts';
import { filled } from './worded.ts';

/** `附件2`, `附件` where there is only one, empty where the paper has no such annex. */
export function annexLabelOf(input: CircularInput, annex: CircularAnnex): string {
  const annexes = annexesOf(input);
  const place = annexes.findIndex((entry) => entry.annex === annex);
  if (place === -1) return '';
  return annexes.length === 1 ? '附件' : `附件${place + 1}`;
}

/** The annexes in the order chosen, each with its rows; one without rows prints 无. */
export function circularTables(input: CircularInput, facts: CircularFacts): CircularTable[] {
  return annexesOf(input).map(({ annex, caption, note }) => {
    const values = { period: periodTitle(input.period), formula: input.rates.formula };
    return {
      key: annex,
      label: annexLabelOf(input, annex),
      caption: filled(caption, values).text,
      note: filled(note, values).text,
      ...TABLES[annex](input, facts),
    };
  });
}

/** Every annex that could be chosen, in the order of the texts. */
export function annexesToChoose({ texts, period }: CircularInput): { annex: CircularAnnex; caption: string }[] {
  const values = { period: periodTitle(period) };
  return texts.annexes.map(({ annex, caption }) => ({ annex, caption: filled(caption, values).text }));
}

function annexesOf({ texts, annexes }: CircularInput): CircularTexts['annexes'] {
  if (annexes === null) return texts.annexes;
  const byName = new Map(texts.annexes.map((entry) => [entry.annex, entry]));
  return annexes.flatMap((annex) => byName.get(annex) ?? []);
}

type TableBody = Pick<CircularTable, 'columns' | 'rows' | 'landscape'>;

const TABLES: Readonly<Record<CircularAnnex, (input: CircularInput, facts: CircularFacts) => TableBody>> = {
  ranking: rankingTable,
  missing: missingTable,
  quality: qualityTable,
  cases: casesTable,
};

const column = (title: string, width: number, align: CircularColumn['align'] = 'center'): CircularColumn => ({
  title,
  width,
  align,
});

function rankingTable({ rates, units }: CircularInput): TableBody {
  const order = new Map(units.map((unit) => [unit.id, unit.order]));
  const last = Number.POSITIVE_INFINITY;
  const ranked = [...rates.units].sort(
    (a, b) => (a.rank ?? last) - (b.rank ?? last) || (order.get(a.unit) ?? 0) - (order.get(b.unit) ?? 0),
  );
  const rows = ranked.map((row) => [row.rank === null ? '—' : String(row.rank), row.name, ...rateCells(row)]);
  return {
    landscape: false,
    columns: [
      column('名次', 9),
      column('单位', 24.3),
      column('应报', 9),
      column('已报', 9),
      column('上报率', 19.1),
      column('记录数', 12.9),
      column('合规数', 12.9),
      column('合规率', 19.1),
      column('及时数', 12.9),
      column('及时率', 19.1),
      column('综合得分', 16.7),
    ],
    rows: rows.length === 0 ? [] : [...rows, ['', '合计', ...rateCells(rates.total)]],
  };
}

function rateCells(row: RateRow): string[] {
  return [
    String(row.expected),
    String(row.met),
    ratePrinted(row.reportRate),
    String(row.records),
    String(row.compliant),
    ratePrinted(row.complianceRate),
    row.timely === null ? '—' : String(row.timely),
    ratePrinted(row.timelinessRate),
    row.score === null ? '—' : row.score.toFixed(2),
  ];
}

const OWED_WORDS: Readonly<Record<OwedStatus | 'late', string>> = {
  missing: '未报送',
  partial: '数量不足',
  returned: '退回未重报',
  late: '迟报',
};

/** By duty, as a leader reads it: who owes the same periods stands in one row. First what is still owed, then what came late. */
function missingTable(input: CircularInput, facts: CircularFacts): TableBody {
  const titles = new Map(input.duties.map((duty) => [duty.id, duty.title]));
  const alike = Map.groupBy([...facts.owed, ...facts.late], ({ duty, status, periods }) =>
    [status === 'late' ? 1 : 0, duty, status, ...periods].join('|'),
  );
  const rows = [...alike]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, items]) => {
      const [first] = items;
      if (first === undefined) return [];
      return [
        [
          titles.get(first.duty) ?? first.duty,
          periodsText(first.periods),
          OWED_WORDS[first.status],
          String(items.length),
          items.map((item) => nameOf(input, item.unit)).join('、'),
        ],
      ];
    });
  return {
    landscape: false,
    columns: [
      column('报送事项', 34),
      column('报送期', 22),
      column('情形', 16),
      column('家数', 12),
      column('单位名单', 75, 'left'),
    ],
    rows,
  };
}

/** `第13—16周`, `4月、5月`: three and more weeks on end as one span. */
function periodsText(periods: readonly Period[]): string {
  const titles = periods.map(shortPeriod);
  const weeks = titles.map((title) => Number(/^第(\d+)周$/.exec(title)?.[1]));
  const isSpan = weeks.length > 2 && weeks.every((week, index) => week === (weeks[0] ?? 0) + index);
  return isSpan ? `第${weeks[0]}—${weeks.at(-1)}周` : titles.join('、');
}

/** Rows of a unit beyond the limit are counted, not listed: the unit has them in its own returned workbook. */
function qualityTable(input: CircularInput): TableBody {
  const limit = input.texts.limits.rowsPerUnit;
  const place = new Map([...input.units].sort((a, b) => a.order - b.order).map((unit, index) => [unit.id, index]));
  const perUnit = Map.groupBy(input.findings, (finding) => finding.unit);
  const units = [...perUnit].sort(([a], [b]) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
  let number = 0;
  const rows = units.flatMap(([unit, findings]) => {
    const name = nameOf(input, unit);
    const sorted = [...findings].sort(
      (a, b) => compareText(a.templateTitle, b.templateTitle) || compareText(a.file, b.file) || a.row - b.row,
    );
    const listed = sorted.slice(0, limit).map((finding) => {
      number += 1;
      return [
        String(number),
        name,
        finding.templateTitle,
        finding.file,
        String(finding.row),
        subjectOf(finding),
        problemsOf(finding),
      ];
    });
    const rest = (input.findingTotals?.get(unit) ?? sorted.length) - listed.length;
    return rest > 0 ? [...listed, ['', name, '', '', '', '', `另有${rest}条，见退回该单位的问题清单`]] : listed;
  });
  return {
    landscape: true,
    columns: [
      column('序号', 12),
      column('单位', 24),
      column('数据类别', 34),
      column('文件', 44, 'left'),
      column('行号', 11),
      column('行政相对人（名称）', 38, 'left'),
      column('问题', 71, 'left'),
    ],
    rows,
  };
}

/** Templates about natural persons: the circular goes to every unit, so the name is masked. */
const PERSONAL_TEMPLATES: ReadonlySet<string> = new Set(['permit-person', 'penalty-person']);

function subjectOf({ template, subject }: NonCompliantRow): string {
  if (subject === '') return '—';
  return PERSONAL_TEMPLATES.has(template) ? maskPersonName(subject) : maskIdNumbers(subject);
}

function problemsOf({ problems }: NonCompliantRow): string {
  const texts = problems.map((problem) => maskIdNumbers(problem).replace(/[。；]$/, ''));
  return texts.length === 1 ? (texts[0] ?? '') : texts.map((text, index) => `${index + 1}.${text}`).join('；');
}

const CASE_WORDS = { stated: '零报', exempt: '免报', pending: '未到期', none: '0', sent: '' } as const;

function casesTable(input: CircularInput, facts: CircularFacts): TableBody {
  const rows = facts.cases.map((row, index) => {
    const cells = CASE_TEMPLATES.map((template) => {
      const count = row.counts[template];
      if (count === null) return '—';
      return count.status === 'sent' ? String(count.count) : CASE_WORDS[count.status];
    });
    const total = CASE_TEMPLATES.reduce((sum, template) => sum + (row.counts[template]?.count ?? 0), 0);
    return [String(index + 1), nameOf(input, row.unit), ...cells, String(total)];
  });
  const totals = CASE_TEMPLATES.map((template) =>
    facts.cases.reduce((sum, row) => sum + (row.counts[template]?.count ?? 0), 0),
  );
  const all = totals.reduce((sum, n) => sum + n, 0);
  return {
    landscape: false,
    columns: [
      column('序号', 12),
      column('单位', 40),
      ...CASE_TEMPLATES.map((template) => column(input.texts.cases[template], 29)),
      column('合计', 17),
    ],
    rows: rows.length === 0 ? [] : [...rows, ['', '合计', ...totals.map(String), String(all)]],
  };
}

function nameOf({ units }: CircularInput, id: string): string {
  return units.find((unit) => unit.id === id)?.name ?? id;
}

import { OWED_STATUS_WORDS, STATUS_WORDS } from '../contract/statusWords.ts';
import type { Period } from '../contract/time.ts';
import { brokenRow, isLongList } from './brokenLists.ts';
import { type CaseCount, type OwedStatus, shortPeriod } from './circularFacts.ts';
import type { CircularInput, NonCompliantRow } from './circularInput.ts';
import { caseRef, type Wording } from './circularOverview.ts';
import { isAbout } from './circularScope.ts';
import { type Cell, column, type TableBody } from './circularTable.ts';
import { CASE_TEMPLATES, type CaseTemplate } from './circularTexts.ts';
import { textWidth } from './circularTitle.ts';
import { compareText } from './compareText.ts';
import { maskDigitRuns, maskLikelyNumbers, maskPersonName } from './masking.ts';
import { tableLayout, UPRIGHT_POINTS } from './tableLayout.ts';

const OWED_WORDS: Readonly<Record<OwedStatus | 'late', string>> = { ...OWED_STATUS_WORDS, late: STATUS_WORDS.late };

/**
 * 附件 of who owes: by duty, as a leader reads it: who owes the same periods stands in one row, in several where no page would hold all names
 * well. First what is still owed, then what came late.
 */
export function missingTable({ input, facts, refs }: Wording): TableBody {
  const titles = new Map(input.duties.map((duty) => [duty.id, duty.title]));
  const alike = Map.groupBy([...facts.owed, ...facts.late], ({ duty, status, periods }) =>
    [status === 'late' ? 1 : 0, duty, status, ...periods].join('|'),
  );
  const lists = [...alike]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, items]) => {
      const [first] = items;
      if (first === undefined) return [];
      return [
        {
          about: [titles.get(first.duty) ?? first.duty, periodsText(first.periods), OWED_WORDS[first.status]],
          count: { text: String(items.length), ref: refs.units([...new Set(items.map(({ unit }) => unit))]) },
          names: items.map((item) => nameOf(input, item.unit)),
        },
      ];
    });
  const columns = missingColumns(lists);
  const layout = tableLayout(
    { columns, rows: lists.map(({ about, count }) => [...about, count.text]) },
    UPRIGHT_POINTS,
  );
  return {
    landscape: false,
    columns,
    rows: lists.flatMap(({ about, count, names }) => brokenRow(about, count, names, layout)),
  };
}

/** Long lists of names get the room that short periods leave. */
function missingColumns(lists: readonly { readonly about: readonly string[]; readonly names: readonly string[] }[]) {
  const width = (names: number) => [
    column('报送事项', 34),
    column('报送期', 97 - names),
    column('情形', 16),
    column('家数', 12),
    column('单位名单', names, 'left'),
  ];
  const { widths, size } = tableLayout({ columns: width(65), rows: [] }, UPRIGHT_POINTS);
  const isLong = lists.some(({ names }) => isLongList(names, widths.at(-1) ?? 0, size));
  const isShort = lists.every(({ about: [, periods = ''] }) => textWidth(periods) <= SHORT_PERIODS);
  return width(isLong && isShort ? 77 : 65);
}

/** Characters: two lines of a narrow column. */
const SHORT_PERIODS = 8;

/** `第13—17、19—25周`, `第13、15周`, `1—3、5月`: of weeks or months three and more on end are one span. */
function periodsText(periods: readonly Period[]): string {
  const titles = periods.map(shortPeriod);
  for (const [form, before, behind] of NUMBERED) {
    const numbers = titles.map((title) => Number(form.exec(title)?.[1]));
    if (numbers.length < 2 || numbers.some((number) => Number.isNaN(number))) continue;
    return `${before}${spans(numbers).join('、')}${behind}`;
  }
  return titles.join('、');
}

const NUMBERED = [
  [/^第(\d+)周$/u, '第', '周'],
  [/^(\d+)月$/u, '', '月'],
] as const;

/** Numbers in their order, three and more on end as `13—17`. */
function spans(numbers: readonly number[]): string[] {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]}—${run.at(-1)}`] : run.map(String)));
}

/** 附件 of non-compliant records. Rows of a unit beyond the limit are counted, not listed: the unit has them in its own returned workbook. */
export function qualityTable({ input }: Wording): TableBody {
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
  return PERSONAL_TEMPLATES.has(template) ? maskPersonName(subject) : maskLikelyNumbers(subject);
}

function problemsOf({ template, problems }: NonCompliantRow): string {
  const mask = PERSONAL_TEMPLATES.has(template) ? maskDigitRuns : maskLikelyNumbers;
  const texts = problems.map((problem) => mask(problem).replace(/[。；]$/, ''));
  return texts.length === 1 ? (texts[0] ?? '') : texts.map((text, index) => `${index + 1}.${text}`).join('；');
}

const CASE_WORDS = { stated: '零报', exempt: '免报', pending: '未到期', owed: '未报', none: '0', sent: '' } as const;

/** Nothing can be told of it yet. */
function isOpen({ counts }: CaseCount): boolean {
  return CASE_TEMPLATES.every((template) => (counts[template]?.status ?? 'pending') === 'pending');
}

/** 附件 of cases and publicity: pieces per unit and kind; none before the first is due or sent. */
export function casesTable(wording: Wording): TableBody {
  const { input, facts } = wording;
  // A kind outside the scope of a special circular has no column: `—` would say that nobody owes it.
  const kinds = CASE_TEMPLATES.filter((template) => isAbout(input, [template]));
  const numberOf = (count: number, templates: readonly CaseTemplate[], unit?: string): Cell =>
    count === 0 ? '0' : { text: String(count), ref: caseRef(wording, templates, unit) };
  const rows = facts.cases.map(({ unit, counts }, index) => {
    const cells = kinds.map((template) => {
      const count = counts[template];
      if (count === null) return '—';
      return count.status === 'sent' ? numberOf(count.count, [template], unit) : CASE_WORDS[count.status];
    });
    const total = kinds.reduce((sum, template) => sum + (counts[template]?.count ?? 0), 0);
    return [String(index + 1), nameOf(input, unit), ...cells, numberOf(total, kinds, unit)];
  });
  const totals = kinds.map((template) => facts.cases.reduce((sum, row) => sum + (row.counts[template]?.count ?? 0), 0));
  const all = totals.reduce((sum, n) => sum + n, 0);
  const totalCells = kinds.map((template, index) => numberOf(totals[index] ?? 0, [template]));
  return {
    landscape: false,
    columns: [
      column('序号', 12),
      column('单位', 40),
      ...kinds.map((template) => column(input.texts.cases[template], 29)),
      column('合计', 17),
    ],
    rows: facts.cases.every(isOpen) ? [] : [...rows, ['', '合计', ...totalCells, numberOf(all, kinds)]],
  };
}

function nameOf({ units }: CircularInput, id: string): string {
  return units.find((unit) => unit.id === id)?.name ?? id;
}

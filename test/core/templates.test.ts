import { describe, expect, it } from 'vitest';
import type { AnalyseContext, AnalysedTable } from '../../electron/core/analysed.ts';
import { GOOD_ROWS } from './goodRows.ts';
import {
  analyse,
  type CellDraft,
  DESK,
  findingsOf,
  good,
  headerOf,
  letterOf,
  PERSON,
  type RowDraft,
  sheetOf,
  tableOf,
  templateOf,
} from './sheetOf.ts';

const IDS = Object.keys(GOOD_ROWS);
const TITLE = '西峡县市场监督管理局报送表（2022年4月）';

/** One monthly duty of the market office for every template. */
const [some] = DESK.duties;
if (!some) throw new Error('no duty');
const MONTHLY: Partial<AnalyseContext> = {
  duties: DESK.templates.map(({ id }) => ({ ...some, id: `d-${id}`, periodKind: 'month' as const, templates: [id] })),
};

const fieldsOf = (id: string): string[] => templateOf(id).columns.map((column) => column.id);
const line = (id: string, row: RowDraft): CellDraft[] => fieldsOf(id).map((field) => row[field] ?? null);
const goodRow = (id: string): RowDraft => GOOD_ROWS[id] ?? good(id, 1);

/** A table of rows that differ from a faultless one, header in row 2, data from row 3. */
function tableWith(id: string, ...changes: RowDraft[]): AnalysedTable {
  const rows = changes.map((change) => line(id, { ...goodRow(id), ...change }));
  return tableOf(sheetOf([[TITLE], headerOf(id), ...rows]), MONTHLY);
}

describe.each(IDS)('a table of %s', (id) => {
  it('is recognised by its own columns, whatever its title says', () => {
    const table = tableWith(id, {});
    expect([table.template, table.question, table.duty?.id]).toEqual([id, null, `d-${id}`]);
    expect(table.columns.map((column) => column.field)).toEqual(fieldsOf(id));
  });

  it('passes where nothing is wrong', () => {
    const table = tableWith(id, {});
    expect([findingsOf(table), table.remarks.map((remark) => remark.message)]).toEqual([[], []]);
    expect(table.records).toHaveLength(1);
  });

  it('asks for a required column that is missing, and for the cell of a row', () => {
    const required = templateOf(id).columns.filter((column) => column.required);
    expect(required.length).toBeGreaterThan(2);
    for (const { id: field } of required) {
      const found = findingsOf(tableWith(id, { [field]: null }));
      expect(found).toContain(`3 ${letterOf(id, field)}3 required error`);
    }
  });

  it('knows each column by every header that units write', () => {
    const { columns } = templateOf(id);
    const most = Math.max(...columns.map((column) => column.aliases.length));
    for (let nth = 0; nth < most; nth++) {
      const header = columns.map((column) => column.aliases[nth] ?? column.name);
      const table = tableOf(sheetOf([[TITLE], header, line(id, goodRow(id))]), MONTHLY);
      expect([table.template, table.columns.map((c) => `${c.header} ${c.field}`)]).toEqual([
        id,
        columns.map((column, at) => `${header[at]} ${column.id}`),
      ]);
    }
  });
});

describe('a row', () => {
  it.each<[string, RowDraft, string, string]>([
    ['coercion', { subjectCode: null }, 'subjectCode', 'conditional_required error'],
    ['coercion', { coercionKind: '强拆' }, 'coercionKind', 'enum error'],
    ['coercion', { endsOn: '2022/04/01' }, 'endsOn', 'date_order error'],
    ['coercion', { decidedOn: '2022/05/26' }, 'decidedOn', 'date_future error'],
    ['coercion', { documentNo: '西市监决[2022]1号' }, 'documentNo', 'doc_no_style notice'],
    ['confirmation', { subjectCode: '91350100M000100Y44' }, 'subjectCode', 'uscc_check_digit error'],
    ['confirmation', { validUntil: '2022/04/01' }, 'validUntil', 'date_order error'],
    ['collection', { amount: '2万元' }, 'amount', 'number_invalid error'],
    ['collection', { collectionKind: '其他' }, 'collectionKind', 'enum error'],
    ['collection', { payBy: '2022/04/01' }, 'payBy', 'date_order error'],
    ['payment', { documentId: null }, 'documentId', 'conditional_required error'],
    ['payment', { documentType: null }, 'documentType', 'conditional_required error'],
    ['payment', { documentId: `${PERSON.slice(0, 17)}1` }, 'documentId', 'id_check_digit error'],
    ['payment', { amount: -1 }, 'amount', 'number_invalid error'],
    ['adjudication', { documentNo: '待补' }, 'documentNo', 'placeholder error'],
    ['adjudication', { respondent: '王小乙?' }, 'respondent', 'special_chars verify'],
    ['compensation', { means: '抵税' }, 'means', 'enum error'],
    ['award', { subject: '甲'.repeat(201) }, 'subject', 'too_long error'],
    ['award', { subjectKind: '个体工商户' }, 'subjectKind', 'uscc_category error'],
    ['inspection', { resultKind: '07' }, 'resultKind', 'enum error'],
    ['inspection', { rectifyBy: '2022/04/01' }, 'rectifyBy', 'date_order error'],
    ['joint-case', { kind: '表扬' }, 'kind', 'enum error'],
    ['report-use', { queryResult: '不清楚' }, 'queryResult', 'enum error'],
    ['enrolment', { gradeA: '大概' }, 'gradeA', 'enum error'],
    ['enrolment', { subjectCode: PERSON }, 'subjectCode', 'uscc_format error'],
    ['survey', { submittedOn: null }, 'submittedOn', 'conditional_required error'],
    ['survey', { progress: '未提交' }, 'submittedOn', 'must_be_empty error'],
    ['evaluation', { validUntil: '2022/01/01' }, 'validUntil', 'date_order error'],
    ['evaluation', { score: '优' }, 'score', 'number_invalid error'],
    ['defaulter', { state: '已退出' }, 'leftOn', 'conditional_required error'],
    ['defaulter', { leftOn: '2022/04/01' }, 'leftOn', 'must_be_empty error'],
    ['defaulter', { publishedOn: '2021/01/01' }, 'publishedOn', 'date_order error'],
    ['red-black', { honour: null }, 'honour', 'conditional_required error'],
    ['red-black', { facts: '拖欠货款' }, 'facts', 'must_be_empty error'],
    ['red-black', { list: null, honour: null }, 'facts', 'conditional_required error'],
    ['red-black', { list: '黑榜', honour: null, validUntil: null }, 'facts', 'conditional_required error'],
    ['uscc-register', { formerNo: null }, 'formerNo', 'conditional_required error'],
    ['uscc-register', { codeKind: '新赋码' }, 'formerNo', 'must_be_empty error'],
    ['statement', { madeOn: '2022/05/28' }, 'madeOn', 'date_future error'],
    ['stats-total', { unreportedWhy: null }, 'unreportedWhy', 'conditional_required error'],
    ['stats-total', { total: 1.5 }, 'total', 'number_invalid error'],
    ['stats-increment', { monthTotal: 0 }, 'note', 'conditional_required error'],
  ])('of %s with %j', (id, change, field, finding) => {
    const found = findingsOf(tableWith(id, change));
    expect(found).toContain(`3 ${letterOf(id, field)}3 ${finding}`);
  });

  it.each<[string, RowDraft, RowDraft]>([
    ['inspection', { resultKind: '01' }, { resultKind: '未发现问题终止检查并告知结果' }],
    ['coercion', { coercionMeans: '临时查封、扣押财物' }, { coercionMeans: '查封;扣押' }],
    ['collection', { payment: '其他-分期缴纳' }, { payment: '其他-分期缴纳' }],
    ['uscc-register', { codeKind: '换码', subjectKind: '社团' }, { codeKind: '旧码转换', subjectKind: '社会团体' }],
    ['defaulter', { performance: '未履行' }, { performance: '全部未履行' }],
    ['enrolment', { gradeA: '有' }, { gradeA: '是' }],
  ])('of %s may say %j', (id, change, values) => {
    const table = tableWith(id, change);
    expect([findingsOf(table), table.records[0]?.values]).toEqual([[], expect.objectContaining(values)]);
  });

  it('of coercion has a first and a last day beside how long the decision holds, each by its own name', () => {
    const names = { startsOn: '起始日期', endsOn: '截止日期' };
    const fields = fieldsOf('coercion');
    const header = fields.map((field, i) => names[field as keyof typeof names] ?? headerOf('coercion')[i] ?? '');
    const table = tableOf(sheetOf([[TITLE], header, line('coercion', goodRow('coercion'))]), MONTHLY);
    expect([table.question, table.columns.map(({ field }) => field)]).toEqual([null, fields]);
  });

  it('of another agency is told', () => {
    const rows = [
      {},
      { documentNo: '西市监决〔2022〕2号' },
      { documentNo: '西水决〔2022〕1号', agency: '西峡县水利局' },
    ];
    const found = findingsOf(tableWith('award', ...rows));
    expect(found).toEqual([`5 ${letterOf('award', 'agency')}5 unit_mismatch verify`]);
  });

  it('of an act runs a clock from its decision', () => {
    const acts = IDS.filter((id) => templateOf(id).decisionDate !== null);
    expect(acts).toHaveLength(8);
    for (const id of acts) expect(tableWith(id, {}).records[0]?.decisionDate).toBe('2022-04-26');
  });
});

describe('what must add up', () => {
  const told = (id: string, change: RowDraft) =>
    tableWith(id, change).remarks.map(({ code, severity, cell, message }) => ({ code, severity, cell, message }));

  it('is told at the cell that should be the sum, with what it says and what it should', () => {
    const [remark, more] = told('stats-total', { total: 17 });
    expect(more).toBeUndefined();
    expect(remark).toEqual({
      code: 'total_differs',
      severity: 'verify',
      cell: `${letterOf('stats-total', 'total')}3`,
      message: '第 3 行“合计”写的是 17，按“行政许可小计”＋“行政处罚小计”应为 16。请核对。',
    });
  });

  it.each<[string, RowDraft, string | null]>([
    ['stats-total', { unreported: 2 }, 'unreported'],
    ['stats-total', { permitSubtotal: 14, total: 17 }, null], // all produced instead of all reported
    ['stats-total', { permitSubtotal: 15, total: 18 }, 'permitSubtotal'],
    ['stats-increment', { monthTotal: 5, cumulative: 17, due: 4 }, 'monthTotal'],
    ['stats-increment', { cumulative: 15 }, 'cumulative'],
    ['stats-increment', { overdue: 2 }, 'overdue'],
    ['stats-increment', { overdue: null }, null],
    ['stats-increment', { due: null }, null],
  ])('%s with %j', (id, change, field) => {
    expect(told(id, change).map(({ cell }) => cell)).toEqual(field === null ? [] : [`${letterOf(id, field)}3`]);
  });

  it('is told of twenty rows, the rest in a line', () => {
    const rows = Array.from({ length: 25 }, (_, n) => ({ unit: `西峡县第${n}单位`, total: 17 }));
    const { remarks } = tableWith('stats-total', ...rows);
    const differs = remarks.filter(({ code }) => code === 'total_differs');
    expect([differs.length, differs.at(-1)?.message]).toEqual([21, expect.stringContaining('另有 5 处')]);
  });
});

describe('the six forms of 召政〔2018〕3号', () => {
  /** What annexes 1 to 4 say, as their header stands in 2018. */
  const CODES = ['代码_1(统一社会信用代码)', '代码_2(组织机构代码)', '代码_3(工商登记码)', '代码_4(税务登记号)'];
  const TAIL = ['地方编码', '数据更新时间戳', '信息使用范围', '公示截止期', '备注'];
  const PENALTY = ['序号', '行政处罚决定书文号', '处罚名称', '处罚类别1', '处罚类别2', '处罚事由', '处罚依据'];
  const PERMIT = ['序号', '行政许可决定书文号', '项目名称', '审批类别', '许可内容'];
  const HEADERS: Readonly<Record<string, readonly string[]>> = {
    'penalty-legal': [
      ...[...PENALTY, '行政相对人名称', ...CODES, '法定代表人姓名', '代码_5(居民身份证号)', '处罚结果'],
      ...['处罚生效期(决定日期)', '处罚截止期', '处罚机关', '当前状态', ...TAIL],
    ],
    'permit-legal': [
      ...[...PERMIT, '行政相对人名称', '代码_1', '代码_2', '代码_3', '代码_4', '代码_5', '法定代表人姓名'],
      ...['许可决定日期', '许可截止期', '许可机关', '当前状态', ...TAIL],
    ],
    'penalty-person': [
      ...[...PENALTY, '姓名', '居民身份证号', '处罚结果', '处罚生效期', '处罚截止期', '处罚机关', '当前状态', ...TAIL],
    ],
    'permit-person': [
      ...[...PERMIT, '姓名', '居民身份证号', '许可决定日期', '许可截止期', '许可机关', '当前状态', ...TAIL],
    ],
  };
  const VALUES: Readonly<Record<string, CellDraft>> = {
    行政相对人名称: '西峡县宏达建材有限公司',
    姓名: '王小甲',
    '代码_1(统一社会信用代码)': '91350100M000100Y43',
    代码_1: '91350100M000100Y43',
    '代码_2(组织机构代码)': 'M000100Y4',
    代码_2: 'M000100Y4',
    '代码_3(工商登记码)': '411323000012345',
    代码_3: '411323000012345',
    法定代表人姓名: '张三',
    居民身份证号: PERSON,
    行政处罚决定书文号: '西市监罚〔2018〕1号',
    行政许可决定书文号: '西市监许〔2018〕1号',
    处罚名称: '对虚假广告的处罚',
    处罚类别1: '警告',
    处罚事由: '发布虚假广告',
    处罚依据: '《广告法》第五十五条',
    处罚结果: '警告',
    '处罚生效期(决定日期)': '2018/03/20',
    处罚生效期: '2018/03/20',
    处罚截止期: '2019/03/20',
    处罚机关: '西峡县市场监督管理局',
    项目名称: '食品经营许可',
    审批类别: '普通',
    许可内容: '准予食品经营',
    许可决定日期: '2018/03/20',
    许可截止期: '2023/03/19',
    许可机关: '西峡县市场监督管理局',
    当前状态: '1',
    地方编码: '411323',
    信息使用范围: '公示',
  };
  /** The last weeks of the version of 2016, and a day of today's. */
  const THEN = '2018-03-23T16:00';
  const read = (id: string, receivedAt: string) => {
    const header = HEADERS[id] ?? [];
    const row = header.map((name) => (name === '序号' ? 1 : (VALUES[name] ?? null)));
    return tableOf(sheetOf([['西峡县市场监督管理局统计表（2018年3月）'], header, row]), { ...MONTHLY, receivedAt });
  };

  it.each(Object.keys(HEADERS))('annex of %s is read as its version of 2016', (id) => {
    const table = read(id, THEN);
    expect([table.template, table.question, findingsOf(table)]).toEqual([id, null, []]);
    const [old] = table.remarks;
    expect([old?.code, old?.message]).toEqual(['old_version', expect.stringContaining('收件时该版仍在用')]);
    expect(table.records[0]?.extras).toMatchObject({ 地方编码: '411323', 信息使用范围: '公示', 当前状态: '1' });
  });

  it.each(['penalty-legal', 'permit-legal'])('%s: codes 2 and 3 are those of 2016, named or numbered', (id) => {
    const [record] = read(id, THEN).records;
    const prefix = id === 'penalty-legal' ? 'CF' : 'XK';
    expect(record?.values).toMatchObject({
      [`${prefix}_XDR_SHXYM`]: '91350100M000100Y43',
      [`${prefix}_XDR_ZZJG`]: 'M000100Y4',
      [`${prefix}_XDR_GSZC`]: '411323000012345',
    });
  });

  it.each(Object.keys(HEADERS))('%s of that version lacks columns once it is no longer in force', (id) => {
    const table = read(id, '2022-04-29T16:00');
    expect([table.template, table.question?.code]).toEqual([id, 'column_missing']);
    expect(table.remarks[0]?.message).toContain('请单位改用现行模板');
  });

  it('annex 5 is known by headers of three lines', () => {
    const header = [
      ['序号', '单位名称', '行政许可', ...blank(6), '行政处罚', ...blank(6), '合计', '未报送数量', '未报送依据'],
      [null, null, '法人', null, null, '自然人', null, null, '小计', '法人', null, null, '自然人', null, null, '小计'],
      [null, null, ...counts, ...counts, null, ...counts, ...counts],
    ];
    const row = [1, '西峡县市场监督管理局', 10, 10, 9, 4, 4, 4, 13, 3, 3, 3, 0, 0, 0, 3, 16, 1, '涉密'];
    const merges = ['A2:A4', 'B2:B4', 'C2:I2', 'J2:P2', 'Q2:Q4', 'R2:R4', 'S2:S4', 'C3:E3', 'F3:H3', 'I3:I4'];
    const sheet = sheetOf([['召陵区“双公示”数据情况统计表'], ...header, row], {
      merges: [...merges, 'J3:L3', 'M3:O3', 'P3:P4'],
    });
    const table = tableOf(sheet, MONTHLY);
    expect([table.template, table.headerRow, findingsOf(table)]).toEqual(['stats-total', 4, []]);
    expect(table.records[0]?.values).toMatchObject({
      permitLegalReported: 9,
      permitPersonProduced: 4,
      permitSubtotal: 13,
      penaltyPersonReported: 0,
      penaltySubtotal: 3,
      total: 16,
    });
    expect(table.remarks.map(({ code }) => code)).toEqual([]);
  });

  it('annex 6 is known by headers of two lines', () => {
    const header = [
      ['序号', '单位名称', '统计月份', '上月累计', '本月新增', null, null, null, ...rest],
      [null, null, null, null, '行政许可(法人)', '行政许可(自然人)', '行政处罚(法人)', '行政处罚(自然人)'],
    ];
    const row = [1, '西峡县市场监督管理局', '2022年4月', 12, 2, 1, 1, 0, 4, 16, 4, 3, 1, null];
    const merges = ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:H2', ...'IJKLMN'].map((m) =>
      m.length === 1 ? `${m}2:${m}3` : m,
    );
    const table = tableOf(sheetOf([['召陵区“双公示”增量统计表'], ...header, row], { merges }), MONTHLY);
    expect([table.template, table.headerRow, findingsOf(table)]).toEqual(['stats-increment', 3, []]);
    expect(table.records[0]?.values).toMatchObject({ permitPerson: 1, monthTotal: 4, cumulative: 16, overdue: 1 });
  });

  const counts = ['产生数', '公示数', '报送数'];
  const rest = ['本月合计', '累计合计', '本月应报', '本月及时报送数', '超时数', '备注（零报送说明）'];
  const blank = (n: number): null[] => Array.from({ length: n }, () => null);
});

describe('a line of labels', () => {
  const data = [headerOf('publicity'), line('publicity', good('publicity', 1))];
  it.each([
    [['单位名称：', '市监局', '报送事项：', '宣传', '所属期间：', '4月', '负责人：', '张三', '联系电话：', '1']],
    [['单位名称：', '市监局', '分管领导：', '张三', '经办人：', '李四', '联系方式：', '1']],
  ])('above a table is no table of its own: %j', (labels) => {
    const sheets = analyse([sheetOf([[TITLE], labels, ...data])], MONTHLY);
    expect(sheets).toMatchObject([{ kind: 'table', template: 'publicity', part: '' }]);
    expect(analyse([sheetOf([[TITLE], ...data, labels])], MONTHLY)).toMatchObject([{ template: 'publicity' }]);
  });
});

describe('a table of no act in particular', () => {
  const COMMON = ['行政相对人名称', '行政相对人类别', '统一社会信用代码', '事项名称', '决定文书号', '行政行为内容'];
  const header = [...COMMON, '决定日期', '实施机关', '实施机关统一社会信用代码', '数据来源单位'];
  const analysed = (title: string) => analyse([sheetOf([[title], header, header.map((name) => `${name}值`)])], MONTHLY);

  it.each([
    ['行政强制', 'coercion'],
    ['行政确认', 'confirmation'],
    ['行政征收', 'collection'],
    ['行政给付', 'payment'],
    ['行政裁决', 'adjudication'],
    ['行政补偿', 'compensation'],
    ['行政奖励', 'award'],
    ['行政监督检查', 'inspection'],
  ])('is told by its title: %s', (title, id) => {
    expect(analysed(`西峡县市场监督管理局${title}信息表`)).toMatchObject([{ kind: 'table', template: id }]);
  });

  it('is asked where the title does not tell', () => {
    const [table] = analysed('西峡县市场监督管理局信息表');
    expect(table).toMatchObject({ kind: 'table', question: { code: 'duty_ambiguous' } });
    expect(table?.kind === 'table' ? table.question?.candidates.length : 0).toBe(8);
  });
});

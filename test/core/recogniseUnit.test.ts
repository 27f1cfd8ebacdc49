import { describe, expect, it } from 'vitest';
import { createUnitMatcher } from '../../electron/core/unitNames.ts';
import { DESK, good, headerOf, type RowDraft, sheetOf, tableOf, tableSheet, templateOf } from './sheetOf.ts';

const matcher = createUnitMatcher(DESK.units, DESK.county);
const mentioned = (text: string): string => {
  const { units, foreign } = matcher.mentionsIn(text);
  return [...units.map((m) => m.unit.id), ...foreign.map((name) => `! ${name}`)].join(' ');
};

describe('a unit name in a text', () => {
  it.each([
    ['市场监管局', 'xx-scjgj'],
    ['市监局', 'xx-scjgj'],
    ['县市监局', 'xx-scjgj'],
    ['西峡县市场监督管理局', 'xx-scjgj'],
    ['西 峡 县 市场监督管理局', 'xx-scjgj'],
    ['西峡市场监管局', 'xx-scjgj'],
    ['河南省南阳市西峡县市场监督管理局', 'xx-scjgj'],
    ['市场监督管理局（知识产权局）', 'xx-scjgj'],
    ['双公示（市监局）4.25-4.29', 'xx-scjgj'],
    ['我县市场监管局', 'xx-scjgj'],
    ['教育局', 'xx-jtj'],
    ['西峡县教育体育局', 'xx-jtj'],
    ['农业局', 'xx-nyncj'],
    ['西峡县农业农村局', 'xx-nyncj'],
    ['南阳市生态环境局西峡分局', 'xx-sthjj'],
    ['国家税务总局西峡县税务局', 'xx-shuiwj'],
    ['西峡县公安局交通警察大队', 'xx-gaj'],
    ['丹水镇', 'xx-dsz'],
    ['西峡县丹水镇人民政府', 'xx-dsz'],
    ['白羽街道办事处', 'xx-byjd'],
    ['人行西峡县支行', 'xx-rh'],
    ['中国人民银行西峡县支行', 'xx-rh'],
    ['县城市管理局', 'xx-cgj'],
    ['西峡县人民法院', 'xx-fy'],
    ['西峡县城乡规划局', 'xx-ghj'],
    ['西峡县自然资源和规划局', 'xx-zrzyj'],
  ])('%s is %s', (text, unit) => {
    expect(mentioned(text)).toBe(unit);
  });

  it.each([
    ['淅川县市场监督管理局', '! 淅川县市场监督管理局'],
    ['召陵区公安局', '! 召陵区公安局'],
    ['南阳市市场监督管理局', '! 南阳市市场监督管理局'],
    ['河南省市场监督管理局', '! 河南省市场监督管理局'],
  ])('%s belongs elsewhere', (text, foreign) => {
    expect(mentioned(text)).toBe(foreign);
  });

  it.each([
    '自然人行政处罚信息',
    '法人行政许可公示表',
    '个人行政处罚',
    '县信用办',
    '报送县信用体系建设领导小组办公室',
    '国家发展改革委数据标准',
    '国家市场监督管理总局',
    '南阳市中级人民法院',
    '西峡县顺达商贸有限公司',
  ])('%s names none', (text) => {
    expect(mentioned(text)).toBe('');
  });
});

const SILENT = '行政处罚信息公示表';
const silent: RowDraft = { CF_CFJG: null };

describe('the unit of a table', () => {
  const header = headerOf('penalty-legal');
  const fields = templateOf('penalty-legal').columns.map((c) => c.id);
  const data = fields.map((field) => ({ ...good('penalty-legal', 1), ...silent })[field] ?? null);

  it.each<[string, (string | null)[][], (string | null)[][], string]>([
    ['label in its own cell', [[SILENT], ['填报单位：西峡县公安局', '填报日期：2022年4月29日']], [], 'A2'],
    ['label with a seal', [[SILENT], ['填报单位（盖章）：西峡县公安局']], [], 'A2'],
    ['label and value in two cells', [[SILENT], ['填报单位：', '西峡县公安局']], [], 'A2'],
    ['label without colon', [[SILENT], ['填报单位', '西峡县公安局']], [], '2'],
    ['单位（公章）：', [[SILENT], ['单位（公章）：公安局']], [], 'A2'],
    ['报送部门', [[SILENT], [null, null, '报送部门: 县公安局']], [], 'C2'],
    ['title', [['西峡县公安局行政处罚信息']], [], 'A1'],
    ['below the table', [[SILENT]], [['填报单位：西峡县公安局', null, '填表人：张三']], 'A4'],
    ['below the table in two cells', [[SILENT]], [['单位（盖章）：', '西峡县公安局']], 'A4'],
    ['seal below the table', [[SILENT]], [[null, null, '西峡县公安局（公章）']], 'C4'],
    ['seal without colon', [[SILENT]], [['填报单位（盖章）西峡县公安局']], 'A4'],
    ['title under advice', [['西峡县公安局'], ['说明：1.每周五前报县信用办；2.法院无需填写']], [], 'A1'],
    ['title over advice', [['请各单位（公安局、教体局等）按时报送'], ['西峡县公安局']], [], 'A2'],
    ['title that names whom it is sent to', [['公安局报送县发改委双公示']], [], 'A1'],
    ['sent to the office', [['报送：县信用办'], ['填报单位：公安局']], [], 'A2'],
  ])('is read from a %s', (_, above, below, place) => {
    const table = tableOf(sheetOf([...above, header, data, ...below]));
    expect([table.unit?.id, table.question]).toEqual(['xx-gaj', null]);
    expect(table.unit?.evidence).toContain(place);
  });

  const only = (name: string, file: string) =>
    tableOf(tableSheet('penalty-legal', [silent], { title: SILENT, name }), { file });

  it('is read from the sheet name, the file name, a folder around it, the sender, the agency column in the end', () => {
    expect(only('公安局', 'a.xls').unit?.evidence).toContain('工作表名');
    expect(only('Sheet1', '公安局双公示.xls').unit?.evidence).toContain('文件名');
    expect(only('Sheet1', '4月第4周.zip › 公安局/a.xls').unit?.id).toBe('xx-gaj');
    const sheet = tableSheet('penalty-legal', [silent], { title: SILENT });
    expect(tableOf(sheet, { sender: '西峡县公安局法制室' }).unit?.id).toBe('xx-gaj');
    const agency = tableOf(tableSheet('penalty-legal', [{ CF_CFJG: '西峡县公安局' }], { title: SILENT }));
    expect([agency.unit?.id, agency.unit?.evidence]).toEqual(['xx-gaj', 'X3 西峡县公安局']);
  });

  it('is asked where nobody names it', () => {
    const { question } = only('Sheet1', 'a.xls');
    expect(question?.code).toBe('unit_unknown');
    expect(question?.message).toContain('都没有单位名称');
  });

  it.each([
    ['title', { title: '城关镇人民政府行政处罚信息' }, 'A1 城关镇人民政府行政处罚信息 中的“城关镇人民政府”'],
    ['sheet name', { title: SILENT, name: '西峡县烟草专卖局' }, '工作表名“西峡县烟草专卖局” 中的“烟草专卖局”'],
  ])('is asked by what stands in the %s though it is no member unit, and how to make it one', (_, draft, words) => {
    const { question } = tableOf(tableSheet('penalty-legal', [silent], draft));
    expect(question?.code).toBe('unit_unknown');
    expect(question?.message).toContain(`${words}不在成员单位名单里。`);
    expect(question?.message).toContain('先在“单位”页添加它');
  });

  it('is asked by what stands behind the label, whatever it is', () => {
    const { question } = tableOf(sheetOf([[SILENT], ['填报单位：双龙片区二组'], header, data]));
    expect(question?.message).toContain('A2 填报单位：双龙片区二组 认不出是哪个成员单位。');
  });

  it('is asked by what the agency column says', () => {
    const { question } = tableOf(tableSheet('penalty-legal', [{ CF_CFJG: '西峡县烟草专卖局' }], { title: SILENT }));
    expect(question?.message).toContain('X3 西峡县烟草专卖局 中的“烟草专卖局”不在成员单位名单里');
  });

  it.each([
    ['title', '淅川县市场监督管理局行政处罚信息', 'Sheet1', 'a.xls'],
    ['sheet name', SILENT, '淅川县公安局', 'a.xls'],
    ['file name', SILENT, 'Sheet1', '召陵区市场监管局.xls'],
    ['title, though the file name says 市监局', '淅川县市场监督管理局行政处罚信息', 'Sheet1', '市监局.xls'],
  ])("is asked for another county's file: %s", (_, title, name, file) => {
    const table = tableOf(tableSheet('penalty-legal', [silent], { title, name }), { file });
    expect([table.unit, table.question?.code]).toEqual([null, 'unit_unknown']);
  });

  it('is asked for an agency of the county that is no member unit', () => {
    const table = tableOf(tableSheet('penalty-legal', [{ CF_CFJG: '西峡县烟草专卖局' }], { title: SILENT }));
    expect(table.question?.code).toBe('unit_unknown');
  });

  it('is asked where two places differ, with a choice for each', () => {
    const table = tableOf(tableSheet('penalty-legal', [{}], { title: '西峡县市场监督管理局行政处罚' }), {
      file: '公安局双公示.xls',
    });
    expect([table.unit, table.question?.code]).toEqual([null, 'unit_conflict']);
    expect(table.question?.candidates.map((c) => c.choice)).toEqual([{ unit: 'xx-scjgj' }, { unit: 'xx-gaj' }]);
    expect(table.question?.candidates.every((c) => c.evidence !== '' && c.label !== '')).toBe(true);
  });

  it('is settled by the choice', () => {
    const sheet = tableSheet('penalty-legal', [{}], { title: '西峡县市场监督管理局行政处罚' });
    const file = '公安局双公示.xls';
    const table = tableOf(sheet, { file, overrides: [{ file, unit: 'xx-gaj' }] });
    expect([table.unit?.id, table.unit?.evidence, table.question]).toEqual(['xx-gaj', '由经办人指定', null]);
  });

  it('keeps its evidence where the choice says the same', () => {
    const table = tableOf(tableSheet('penalty-legal', [{}]), {
      overrides: [{ file: '', unit: 'xx-scjgj', period: '2022-W17' }],
    });
    expect([table.unit?.evidence, table.periodEvidence]).toEqual([
      'A1 西峡县市场监督管理局报送表（2022年第17周）',
      'A1 西峡县市场监督管理局报送表（2022年第17周）',
    ]);
  });

  it('is the one all places share', () => {
    const table = tableOf(tableSheet('penalty-legal', [{}], { title: '西峡县市场监督管理局行政处罚' }), {
      file: '公安局、市监局联合.xls',
    });
    expect(table.unit?.id).toBe('xx-scjgj');
  });

  it('is not what a data row says behind a label', () => {
    const table = tableOf(tableSheet('penalty-legal', [{ CF_XDR_MC: '单位：西峡县公安局' }]));
    expect(table.unit?.id).toBe('xx-scjgj');
  });

  it.each([
    ['西峡县公安局', true],
    ['淅川县市场监督管理局', true],
    ['西峡县烟草专卖局', true],
    ['南阳市市场监督管理局', true],
    ['西峡县市监局', false],
    ['西峡县市场监督管理局城关市场监管所', false],
    ['西峡县市场监管综合行政执法大队', false],
  ])('against 处罚机关 %s: unit_mismatch %s, never a question', (agency, differs) => {
    const table = tableOf(tableSheet('penalty-legal', [{ CF_CFJG: agency }, {}]));
    expect(table.question).toBeNull();
    const found = table.records[0]?.findings.map((f) => `${f.cell} ${f.rule} ${f.severity}`) ?? [];
    expect(found).toEqual(differs ? ['X3 unit_mismatch verify'] : []);
    expect(table.records[0]?.compliant).toBe(true);
  });

  describe('after 规划局 was merged into 自然资源局', () => {
    const units = DESK.units.map((unit) =>
      unit.id === 'xx-ghj' ? { ...unit, isPast: true, successors: ['xx-zrzyj'] } : unit,
    );
    const mismatches = (unit: string, agency: string): string[] => {
      const rows = [{ CF_CFJG: agency, CF_SJLY: agency }];
      const table = tableOf(tableSheet('penalty-legal', rows, { title: '报送表（2022年第17周）' }), {
        units,
        overrides: [{ file: '', unit }],
      });
      expect([table.unit?.id, table.question]).toEqual([unit, null]);
      return table.records.flatMap(({ findings }) => findings.map(({ rule }) => rule));
    };
    it.each([
      ['xx-ghj', '西峡县城乡规划局', []],
      ['xx-ghj', '西峡县自然资源局', []],
      ['xx-zrzyj', '西峡县城乡规划局', []],
      ['xx-zrzyj', '西峡县自然资源局', []],
      ['xx-zrzyj', '西峡县公安局', ['unit_mismatch']],
      ['xx-ghj', '西峡县公安局', ['unit_mismatch']],
      ['xx-gaj', '西峡县城乡规划局', ['unit_mismatch']],
    ])('a table of %s whose rows say %s: %j', (unit, agency, found) => {
      expect(mismatches(unit, agency)).toEqual(found);
    });
  });
});

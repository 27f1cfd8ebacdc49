import { PLAIN_FORM } from '../../electron/contract/circulars.ts';
import type { Duty } from '../../electron/contract/duties.ts';
import type { Office } from '../../electron/contract/profiles.ts';
import type { CellStatus, GridCell } from '../../electron/contract/status.ts';
import type { Unit } from '../../electron/contract/units.ts';
import type { CircularInput, NonCompliantRow, RecordCount } from '../../electron/core/circularInput.ts';
import { circularKindOf } from '../../electron/core/circularKind.ts';
import { computeRates, type UnitTally } from '../../electron/core/rates.ts';
import { loadCircularTexts } from '../../electron/io/circularTexts.ts';

const SETTINGS = {
  weeklyDue: { weekday: 5, time: '18:00' },
  dueTime: '18:00',
  shift: 'next',
  effectiveFrom: '2022-01-01',
  scoreWeights: { report: 1, compliance: 1, timeliness: 1 },
} as const;

/** The office of the first notice. */
export const SAMPLE_OFFICE: Office = {
  id: 'xixia-2022',
  county: '西峡县',
  city: '南阳市',
  office: '西峡县社会信用体系建设工作领导小组办公室',
  shortName: '县信用办',
  letterhead: '西峡县社会信用体系建设工作领导小组办公室文件',
  documentNoPattern: '西信用办〔{year}〕{no}号',
  notice: { documentNo: '西信用办〔2022〕5号', title: '关于进一步做好社会信用体系建设重点工作的通知' },
  addressee: '各乡镇人民政府、街道办事处，县直各单位',
  copyTo: ['县纪委监委', '县委县政府督查局'],
  regionCode: '411323',
  contact: { place: '', person: '王某', phone: '0377-00000000', email: '' },
  settings: SETTINGS,
};

const NAMES =
  '发改委 公安局 司法局 教体局 科技局 林业局 民政局 财政局 人社局 统计局 自然资源局 住建局 生态环境局 交通运输局 水利局 农业农村局 城管局 商务局 卫健委 应急管理局 审计局 市场监管局 文广旅局 税务局 医疗保障局 气象局 法院 工信局 规划局 公共资源交易中心 人行 先进制造业开发区管理委员会综合执法大队'.split(
    ' ',
  );

/** So many units; the first have short real names, one has twenty characters, the rest are townships. */
export function sampleUnits(count: number): Unit[] {
  return Array.from({ length: count }, (_, index) => {
    const name = NAMES[index] ?? `第${index + 1 - NAMES.length}乡（镇）人民政府`;
    return {
      id: `u${index}`,
      name,
      officialName: `西峡县${name}`,
      aliases: [],
      kind: 'department',
      order: index + 1,
      groups: [],
      activeFrom: null,
      activeTo: null,
      contacts: [],
      note: '',
    };
  });
}

function duty(id: string, title: string, templates: readonly string[], weekly = false): Duty {
  return {
    id,
    title,
    source: '',
    kind: 'scheduled',
    cadence: weekly ? 'weekly' : 'monthly',
    due: null,
    dueText: '',
    recordTerm: weekly ? { days: 7, unit: 'natural', shift: 'next' } : null,
    templates,
    quota: null,
    zeroReport: 'statement',
    target: '',
    consequence: '',
    groups: [],
    units: [],
    lead: [],
    note: '',
  };
}

export const SAMPLE_DUTIES: readonly Duty[] = [
  duty('d02', '十类公共信用信息归集报送', ['permit-legal', 'permit-person', 'penalty-legal', 'penalty-person'], true),
  duty('d05', '市场主体信用承诺及履约践诺归集', ['commitment']),
  duty('d06', '信用报告查询应用案例', ['report-use']),
  duty('d09', '联合奖惩案例', ['joint-case']),
  duty('d14', '诚信宣传教育报道', ['publicity']),
];

/** One cell of the sample grid, on time unless the status says otherwise. */
export function sampleCell(unit: string, duty: string, period: string, status: CellStatus, count = 0): GridCell {
  const isMet = status === 'reported' || status === 'late' || status === 'zero';
  return {
    unit,
    duty,
    period,
    due: '2022-04-29T18:00',
    status,
    receivedAt: isMet ? (status === 'late' ? '2022-04-30T09:00' : '2022-04-28T09:00') : null,
    late: status === 'late',
    quota: null,
    count,
    assigned: true,
  };
}

/** A circular's input made of these cells and tallies; rates are computed from them as the program does. */
export function sampleInput(
  units: readonly Unit[],
  cells: readonly GridCell[],
  {
    tallies = [],
    findings = [],
    counts = [],
    ...rest
  }: Partial<Omit<CircularInput, 'rates'>> & { readonly tallies?: readonly UnitTally[] } = {},
): CircularInput {
  const period = rest.period ?? '2022-04';
  const asOf = rest.asOf ?? '2022-05-05T16:00';
  const texts = rest.texts ?? loadCircularTexts('resources', SAMPLE_OFFICE.id);
  return {
    office: SAMPLE_OFFICE,
    kind: circularKindOf(period),
    scope: { duties: null, units: null },
    form: PLAIN_FORM,
    annexes: null,
    unrecorded: 0,
    comparisons: [],
    months: [],
    quarters: [],
    charts: [],
    undated: new Map(),
    no: 6,
    date: '2022-05-05',
    duties: SAMPLE_DUTIES,
    ...rest,
    texts,
    period,
    asOf,
    units,
    cells,
    findings,
    counts,
    rates: computeRates({
      period,
      asOf,
      cells,
      tallies,
      units,
      settings: SETTINGS,
      recordTermText: '行政决定作出之日起7日内',
      minDenominator: texts.limits.minDenominator,
    }),
  };
}

const WEEKS = ['2022-W13', '2022-W14', '2022-W15', '2022-W16', '2022-W17'];
/** Status of the weekly duty by turn; every fourth unit never fails, every ninth sends nothing. */
const TURNS: readonly CellStatus[] = ['missing', 'late', 'zero', ...Array<CellStatus>(8).fill('reported')];
const REPORT_USE: readonly CellStatus[] = ['reported', 'missing', 'zero', 'reported'];

function sampleMonthCells(unit: string, index: number): GridCell[] {
  const isModel = index % 4 === 0;
  const weekly = WEEKS.map((period, week) => {
    const turn = index % 9 === 5 ? 0 : (index * 7 + week * 3) % TURNS.length;
    return sampleCell(unit, 'd02', period, isModel ? 'reported' : (TURNS[turn] ?? 'reported'), 4);
  });
  return [
    ...weekly,
    sampleCell(unit, 'd05', '2022-04', index % 5 === 1 ? 'missing' : 'reported', 2),
    sampleCell(unit, 'd06', '2022-04', REPORT_USE[index % 4] ?? 'zero', isModel ? 1 : 0),
    sampleCell(unit, 'd09', '2022-04', isModel ? 'reported' : 'zero', 1),
    sampleCell(unit, 'd14', '2022-04', index % 3 === 2 ? 'missing' : 'reported', index % 3 === 2 ? 0 : 1),
  ];
}

function sampleBadRow(unit: Unit, row: number): NonCompliantRow {
  const isPersonal = row === 1;
  return {
    unit: unit.id,
    template: isPersonal ? 'penalty-person' : 'permit-legal',
    templateTitle: isPersonal ? '行政处罚（自然人）' : '行政许可（法人）',
    file: `${unit.name}4月双公示.xlsx`,
    row: row + 5,
    subject: isPersonal ? '张小三' : '西峡县某某商贸有限责任公司',
    problems:
      row === 0
        ? ['“统一社会信用代码”第18位校验码应为“X”，实为“3”，请与营业执照核对。']
        : [
            '“许可决定日期”写作“2022.13.5”，不是有效日期，请按2022-04-05的样式填写。',
            '“公民身份号码”411323199001011234校验码不对，请核对。',
          ],
  };
}

/** A month as it really looks: most units report, some late, some not, some with bad rows. Deterministic. */
export function sampleMonth(unitCount: number): CircularInput {
  const units = sampleUnits(unitCount);
  const bad = (index: number) => (index % 4 === 3 ? (index % 5) + 1 : 0);
  const tallies = units.map(({ id }, index): UnitTally => {
    const late = index % 6 === 5 ? 2 : 0;
    return { unit: id, records: 22, compliant: 22 - bad(index), updates: 0, clocked: 20, timely: 20 - late };
  });
  const counts = units.flatMap(({ id: unit }, index): RecordCount[] => [
    {
      unit,
      template: 'permit-legal',
      templateTitle: '行政许可（法人）',
      records: 12,
      compliant: 12 - bad(index),
    },
    { unit, template: 'penalty-person', templateTitle: '行政处罚（自然人）', records: 8, compliant: 8 },
    { unit, template: 'commitment', templateTitle: '信用承诺', records: 2, compliant: 2 },
  ]);
  const findings = units.flatMap((unit, index) =>
    Array.from({ length: bad(index) }, (_, row) => sampleBadRow(unit, row)),
  );
  const cells = units.flatMap(({ id }, index) => sampleMonthCells(id, index));
  return sampleInput(units, cells, { tallies, findings, counts });
}

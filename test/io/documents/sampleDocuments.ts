import {
  type CircularColumn,
  type CircularDocument,
  type CircularParagraph,
  type CircularSection,
  type CircularTable,
  PLAIN_FORM,
} from '../../../electron/contract/circulars.ts';

const OFFICE = '西峡县社会信用体系建设工作领导小组办公室';
const UNITS =
  '发改委 公安局 司法局 教体局 科技局 林业局 民政局 财政局 人社局 统计局 自然资源局 住建局 生态环境局 交通运输局 先进制造业开发区管理委员会综合执法大队'.split(
    ' ',
  );
const unitName = (index: number): string => UNITS[index] ?? `第${index + 1 - UNITS.length}乡（镇）人民政府`;

/** A circular as numbered and ready to print, of any length: its content comes from these numbers alone. */
export interface SampleSize {
  /** Rows of the ranking. */
  readonly units?: number;
  /** Plain paragraphs in the second section. */
  readonly paragraphs?: number;
  /** How many of the four annexes. */
  readonly annexes?: 0 | 1 | 2 | 3 | 4;
}

export function sampleDocument({ units = 13, paragraphs = 2, annexes = 4 }: SampleSize = {}): CircularDocument {
  const tables = ANNEXES.slice(0, annexes).map((make, index) => ({
    ...make(units),
    label: annexes === 1 ? '附件' : `附件${index + 1}`,
  }));
  return {
    period: '2022-04',
    asOf: '2022-05-05T16:00',
    form: PLAIN_FORM,
    letterhead: `${OFFICE}文件`,
    documentNo: '西信用办〔2022〕6号',
    title: `${OFFICE}关于2022年4月信用信息归集报送工作情况的通报`,
    addressee: '各乡镇人民政府、街道办事处，县直各单位',
    introduction: [body('introduction/0', `现将2022年4月全县${units}家单位信用信息归集报送工作情况通报如下：`)],
    sections: sections(paragraphs),
    tables,
    signature: OFFICE,
    date: '2022年5月5日',
    remark: '联系人：王某，联系电话：0377-00000000',
    copyTo: ['县纪委监委', '县委县政府督查局'],
    issuer: OFFICE,
  };
}

function body(key: string, text: string): CircularParagraph {
  return { key, level: 'body', text };
}

function sections(paragraphs: number): CircularSection[] {
  const sentence = '各单位要对照通报逐项自查，于5月13日前补报到位，并将整改情况书面报送县信用办；';
  return [
    {
      key: 'overview',
      heading: '一、基本情况',
      paragraphs: [
        { key: 'overview/head', level: 'second', text: '（一）总体情况' },
        body('overview/0', '4月应报52次，实报49次，上报率94.23%；报送记录286条，其中合规279条，合规率97.55%。'),
      ],
    },
    {
      key: 'demands',
      heading: '二、下一步要求',
      paragraphs: [
        { key: 'demands/1', level: 'third', text: '1.按时报送。每周五18时前报送本周产生的十类公共信用信息。' },
        { key: 'demands/1/1', level: 'fourth', text: '（1）没有产生信息的，报送情况说明。' },
        ...Array.from({ length: paragraphs }, (_, index) =>
          body(`demands/${index + 2}`, `${sentence.repeat(2 + (index % 3))}第${index + 1}段。`),
        ),
      ],
    },
  ];
}

const column = (title: string, width: number, align: CircularColumn['align'] = 'center'): CircularColumn => ({
  title,
  align,
  width,
});

const ANNEXES: readonly ((units: number) => Omit<CircularTable, 'label'>)[] = [
  (units) => ({
    key: 'ranking',
    caption: '2022年4月信用信息归集报送情况排名表',
    columns: [
      column('名次', 10),
      column('单位', 36),
      ...['应报', '已报', '上报率', '合规率', '及时率', '综合得分'].map((title) => column(title, 18)),
    ],
    rows: Array.from({ length: units }, (_, index) => [
      String(index + 1),
      unitName(index),
      '4',
      index % 5 === 0 ? '3' : '4',
      index % 5 === 0 ? '75.00%' : '100.00%',
      '100.00%',
      '98.50%',
      (100 - index * 0.31).toFixed(2),
    ]),
    note: '上报率＝已报次数÷应报次数×100%。\n综合得分＝（上报率＋合规率＋及时率）÷3。',
    landscape: false,
  }),
  (units) => ({
    key: 'missing',
    caption: '2022年4月未报送单位清单',
    columns: [column('序号', 12), column('单位', 40), column('报送事项', 70, 'left'), column('截止时间', 34)],
    rows: Array.from({ length: Math.ceil(units / 3) }, (_, index) => [
      String(index + 1),
      unitName(index),
      '十类公共信用信息归集报送（2022年第17周，4月25日—5月1日）',
      '4月29日18时',
    ]),
    note: '',
    landscape: false,
  }),
  (units) => ({
    key: 'faults',
    caption: '2022年4月不合规数据明细表',
    columns: [
      column('序号', 12),
      column('单位', 34),
      column('数据类别', 34),
      column('文件', 40, 'left'),
      column('行号', 12),
      column('行政相对人', 33, 'left'),
      column('问题', 60, 'left'),
    ],
    rows: Array.from({ length: units }, (_, index) => [
      String(index + 1),
      unitName(index),
      '行政处罚（自然人）',
      `${unitName(index)}4月双公示.xlsx`,
      String(index + 5),
      index % 2 === 0 ? '张某' : '西峡县某某商贸有限责任公司',
      '“许可决定日期”写作“2022.13.5”，不是有效日期，请按2022-04-05的样式填写；“统一社会信用代码”第18位校验码不对，请与营业执照核对。',
    ]),
    note: '只列每家单位前几条。',
    landscape: true,
  }),
  () => ({
    key: 'cases',
    caption: '2022年4月案例和宣传报道报送统计表',
    columns: [column('单位', 40), column('案例', 20), column('报道', 20)],
    rows: [],
    note: '',
    landscape: false,
  }),
];

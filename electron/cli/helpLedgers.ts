import { type CommandLineHelp, REASON } from './helpLine.ts';

/** The ledgers: cases, commitments, indicators, the year’s score; what the program has learned. */
export const LEDGER_LINES = {
  cases: {
    usage:
      '[--template 台账] [--unit 单位] [--period 报送期] [--search 文字] [--adopted yes|no] [--limit 条数] [--out 文件.xlsx] | --template 台账 --year 年 [--as-of 时间] | --file 案例.json [--received 时间] [--dry-run]',
    what: '案例台账：列出或导出；--year 各单位逐月件数；--file 录入一条，--dry-run 只检查',
  },
  commitments: {
    usage: '--period 报送期 [--as-of 时间]',
    what: '信用承诺：类型与主体覆盖、履约、到期未认定、与企业总数之比',
  },
  'commitments enterprises': {
    usage: '数量|none --year 年 [--note 来源]',
    what: '填写一年的企业总数（含个体工商户），none 为删去',
  },
  indicators: { usage: '[--year 年] [--as-of 时间]', what: '指标：各期完成情况和差距' },
  'indicators enter': {
    usage: '指标 --period 报送期 [--numerator 数|none] [--denominator 数|none] [--note 备注]',
    what: '填写指标的一期数字',
  },
  'indicators edit': { usage: '指标 [--target ">=20"] [--file 指标.json]', what: '改一项指标的目标，或按文件新增' },
  assess: {
    usage: '--year 年 [--unit 单位] [--as-of 时间]',
    what: '年度考核：各单位得分、名次和等次；--unit 列出每一项',
  },
  'assess schemes': { usage: '', what: '列出考核方案' },
  'assess versions': { usage: '--year 年', what: '一年考核方案的各版' },
  'assess save-scheme': { usage: `方案编号|方案.json --year 年 ${REASON}`, what: '为一年保存新一版考核方案' },
  'assess entries': { usage: '--year 年 [--unit 单位] [--item 项目]', what: '列出评定的分值，同一项以最后一条为准' },
  'assess enter': {
    usage: `--year 年 --unit 单位 --item 项目 --points 分|none | --pieces 件数 ${REASON}`,
    what: '评定一项、加分或扣分，须写依据；--points none 为缺项',
  },
  'assess withdraw': { usage: '编号', what: '撤回一条评定，同一项前一条重新有效' },
  'assess objections': { usage: '--year 年 [--unit 单位]', what: '列出申诉和处理' },
  'assess object': {
    usage: '--year 年 --unit 单位 --item 项目 --note 申诉理由 [--day 日]',
    what: '登记一条申诉',
  },
  'assess decide': {
    usage: '编号 --outcome granted|refused [--points 改后分值] --note 理由',
    what: '处理一条申诉：成立的改分，不成立的写明理由',
  },
  'assess write': {
    usage: '--year 年 --out 文件.xlsx|.docx [--unit 单位] [--as-of 时间]',
    what: '写出得分总表（.xlsx）或各单位得分表（.docx）',
  },
  memory: { usage: '', what: '程序记住的列和单位名称' },
  'memory forget': { usage: '编号 --kind mapping|name', what: '忘掉一条' },
  verify: { usage: '', what: '核对数据文件和原件是否完好' },
} as const satisfies Readonly<Record<string, CommandLineHelp>>;

import { table } from './table.ts';

/** A command of the line as `--help` lists it. */
export interface CommandHelp {
  readonly command: string;
  readonly usage: string;
  readonly what: string;
}

/** What a person reads who asks for help: every command with what it does, then what holds for all. */
export function helpText(commands: readonly CommandHelp[]): string {
  return [
    '用法：credit-desk-cli 命令 … [--data 文件夹] [--json]',
    '',
    table(
      ['命令', '作用', '写法'],
      commands.map(({ command, usage, what }) => [command, what, usage]),
    ),
    '',
    ...FOR_ALL,
  ].join('\n');
}

/** The commands in the order of a working week, each with the options that are its own. */
export const HELP = {
  profiles: { usage: '', what: '列出随程序附带的县情配置' },
  init: {
    usage:
      '--profile 编号|文件.json [--county 县 --city 市 --office 办公室全称 --document-word 发文机关代字 --region-code 区划代码]',
    what: '按县情配置建立数据文件夹；也可从导出的县情文件建立；县名等只用于空白县情 blank',
  },
  'profile-export': { usage: '[--out 文件.json]', what: '导出县情：办公室、单位、分组、事项和指标，不含数据' },
  units: { usage: '', what: '列出成员单位' },
  duties: { usage: '[--year 年]', what: '列出报送事项' },
  'templates-list': { usage: '', what: '列出模板' },
  read: { usage: '文件 [--sheet 名称] [--password 密码]…', what: '导入诊断：逐格列出程序从文件里读到的内容' },
  import: {
    usage: '路径… [--received 时间] [--password 密码]… [--dry-run] [--choose 选择.json]',
    what: '导入文件、文件夹、压缩包、邮件；--dry-run 只预览',
  },
  batches: { usage: '', what: '列出导入批次' },
  undo: { usage: '批次|汇总编号', what: '撤销一个批次，或一次汇总上报（U 开头的编号）' },
  return: {
    usage: '--batch 批次 | --file 文件名、sha256 或编号 [--password 密码]… --out 文件夹',
    what: '写出标好问题的退回件、退回通知和邮件草稿',
  },
  register: {
    usage:
      '--unit 单位 --duty 事项 --period 报送期 --kind zero|paper|waived [--received 时间] [--note 说明] [--file 文件] [--count 件数]',
    what: '登记零报送、纸质报送或免报',
  },
  status: { usage: '--period 报送期 [--as-of 时间] [--duty 事项] [--unit 单位]', what: '报送台账：谁报了、谁没报' },
  rates: { usage: '--period 报送期 [--as-of 时间]', what: '上报率、合规率、及时率和排名' },
  indicators: { usage: '[--year 年] [--as-of 时间]', what: '指标：各期完成情况和差距' },
  records: {
    usage: '[--template 模板] [--unit 单位] [--period 报送期] [--finding 规则] [--limit 条数]',
    what: '列出已入库的数据记录和问题',
  },
  remind: { usage: '--period 报送期 [--as-of 时间] [--out 文件.xlsx|.docx]', what: '催报清单' },
  circular: {
    usage: '--period 报送期 [--as-of 时间] [--no 文号] [--out 文件.docx|.pdf|.html]',
    what: '起草通报',
  },
  export: {
    usage: '--template 模板 --period 报送期 --out 文件.xlsx [--include-changed]',
    what: '汇总上报表；写出的记录记为已上报；--include-changed：上报后又更正的也带上',
  },
  blank: { usage: '--duty 事项 [--unit 单位] [--period 报送期] --out 文件夹', what: '写出可下发的空白模板' },
  cases: {
    usage:
      '[--template 台账] [--unit 单位] [--period 报送期] [--search 文字] [--adopted yes|no] [--limit 条数] [--out 文件.xlsx] | --template 台账 --year 年 [--as-of 时间] | --file 案例.json [--received 时间]',
    what: '案例台账：列出或导出；--year 各单位逐月件数；--file 录入一条',
  },
  commitments: {
    usage: '--period 报送期 [--as-of 时间]',
    what: '信用承诺：类型与主体覆盖、履约、到期未认定、与企业总数之比',
  },
  calendar: {
    usage:
      'import 文件.json [--dry-run] | show 年 | add 日期 --kind off|work --note 理由 | remove 日期 --note 理由 | due 起日 止日 [--unit 单位] [--as-of 时间]',
    what: '工作日历：载入放假通知、查看一年、加减本县放假上班日、列出到期事项',
  },
  verify: { usage: '', what: '核对数据文件和原件是否完好' },
} as const satisfies Readonly<Record<string, Omit<CommandHelp, 'command'>>>;

const FOR_ALL = [
  '--data 文件夹   数据文件夹；不写的用系统的应用数据文件夹',
  '--json          只输出一个 JSON 文档，进度和提示写到标准错误',
  '--as-of 时间    以这个时间为“现在”，如 2022-04-29 或 2022-04-29T16:00',
  '--help          本说明',
  '报送期写作 2022-W17、2022-04、2022-Q2、2022-H1 或 2022。退出码：0 完成，1 拒绝或失败，2 写法不对。',
];

import { type CommandLineHelp, REASON } from './helpLine.ts';

const UNIT =
  '[--official 全称] [--aliases 别名,别名|none] [--kind department|township|subdistrict|court|public-body|supervision|office] [--active-from 日|none] [--active-to 日|none] [--parent 单位|none] [--note 备注]';
const DUTY =
  '[--title 名称] [--cadence weekly|monthly|quarterly|half-yearly|yearly|once|event|irregular] [--templates 模板,模板|none] [--due weekday:5|day-of-month:30|day-of-next-month:5|period-end|fixed-date:12-20|days-after-period:5:working|dates:日,日|none] [--time 18:00] [--shift none|next|previous|office] [--term 7:working|20:natural:next|none] [--quota 件数|allotted|none] [--of 条] [--zero-report statement|none] [--groups 分组,分组] [--lead 单位,单位] [--target 目标] [--active-from 日|none] [--active-to 日|none] [--event-term 7:working:within:作出决定|none] [--sampling quarterly:half-yearly:0.5|none] [--remark 备注] [--file 改动.json]';

/** The office and what is owed: counties, units, groups, duties, who is let off, events, the calendar. */
export const DIRECTORY_LINES = {
  profiles: { usage: '', what: '列出随程序附带的县情配置' },
  init: {
    usage:
      '--profile 编号|文件.json [--county 县 --city 市 --office 办公室全称 --document-word 发文机关代字 --region-code 区划代码]',
    what: '按县情配置建立数据文件夹；也可从导出的县情文件建立；县名等只用于空白县情 blank',
  },
  'profile-export': {
    usage: '[--out 文件.json]',
    what: '导出县情：办公室、单位、分组、事项、指标、责任分工、本年以后的分配数量和日历，不含数据和免报',
  },
  info: { usage: '', what: '程序版本、数据文件夹和日历年份' },
  overview: { usage: '[--as-of 时间]', what: '工作台：本周本月到期、上报率和待办' },
  office: { usage: '', what: '办公室名称、红头、文号和报送时间' },
  'office edit': { usage: '--file 改动.json', what: '改办公室名称、红头或设置，只写要改的' },
  units: { usage: '', what: '列出成员单位' },
  'units show': { usage: '单位', what: '一个单位：名称、原名称、分组、联系人' },
  'units add': { usage: `--name 简称 ${UNIT}`, what: '新增单位' },
  'units edit': { usage: `单位 [--name 简称] ${UNIT}`, what: '改正单位的登记内容（更名用 units rename）' },
  'units rename': {
    usage: `单位 --name 简称 --official 全称 --from 日 ${REASON}`,
    what: '从某日起更名，以前的文件仍用原名',
  },
  'units merge': {
    usage: `单位… --into 单位 | --new 简称=全称 --from 日 ${REASON} [--dry-run]`,
    what: '合并；--dry-run 只看事项由谁从哪期起承接',
  },
  'units split': {
    usage: `单位 --into 单位… | --new 简称=全称… --from 日 ${REASON} [--dry-run]`,
    what: '分设；--dry-run 只看事项由谁从哪期起承接',
  },
  'units export': { usage: '[--out 文件.xlsx]', what: '导出单位名录' },
  'units import': { usage: '名录.xlsx [--dry-run]', what: '读入单位名录；--dry-run 只列出会改什么' },
  'units twins': { usage: '', what: '疑似重复的单位' },
  contacts: { usage: '[--unit 单位]', what: '列出分管领导和经办人' },
  'contacts add': {
    usage: '单位 --name 姓名 --role leader|clerk [--phone 电话] [--email 邮箱] [--wechat 微信]',
    what: '登记或更改一位联系人',
  },
  'contacts remove': { usage: '单位 --name 姓名', what: '删去一位联系人' },
  groups: { usage: '', what: '列出单位分组' },
  'groups edit': {
    usage: '分组 [--add 单位]… [--remove 单位]… [--from 日 --note 依据]',
    what: '分组增减单位；--from：从某日起，以前不变',
  },
  duties: { usage: '[--year 年]', what: '列出报送事项' },
  'duties show': { usage: '事项', what: '一个事项：依据、截止、数量、单位、奖惩' },
  'duties year': { usage: '事项 年', what: '一个事项的全年安排' },
  'duties edit': {
    usage: `事项 ${DUTY} [--from 日 ${REASON}] [--dry-run [--year 年]]`,
    what: '改事项；--from：从某日起，以前不变；--dry-run 只看会变什么',
  },
  assignments: { usage: '[--unit 单位] [--duty 事项]', what: '列出责任分工' },
  'assignments add': {
    usage: `--unit 单位 --duty 事项 --role responsible|lead|none [--from 日] [--to 日] ${REASON} [--document 文号]`,
    what: '单独指定一个单位报、牵头或不报一个事项',
  },
  'assignments remove': { usage: '编号', what: '撤回一条责任分工' },
  exemptions: { usage: '[--unit 单位] [--duty 事项]', what: '列出免报和延期' },
  'exemptions add': {
    usage: `--unit 单位 [--duty 事项] [--from 日] [--to 日] ${REASON} --approver 批准人 --document 文号`,
    what: '免报；不写 --duty 的为全部事项',
  },
  'exemptions extend': {
    usage: `--unit 单位 --duty 事项 --period 报送期 --until 时间 ${REASON} --approver 批准人 --document 文号`,
    what: '一期延期到某时',
  },
  'exemptions remove': { usage: '编号', what: '撤回一条免报或延期' },
  allotments: { usage: '--duty 事项 [--period 报送期]', what: '列出分配数量' },
  'allotments set': {
    usage: '单位=数量|none… --duty 事项 --period 报送期',
    what: '分配数量；没有写的单位不变；0 为本期不报，none 为未分配',
  },
  draws: { usage: '--duty 事项 --period 报送期', what: '抽查覆盖：抽到谁、还差谁' },
  'draws make': { usage: '--duty 事项 --period 报送期 [--seed 随机数] [--note 备注]', what: '抽取一期的抽查名单' },
  'draws remove': { usage: `编号 ${REASON}`, what: '撤回一次抽取' },
  events: { usage: '[--duty 事项] [--unit 单位] [--open] [--as-of 时间]', what: '列出事件（异议、修复、约谈）和期限' },
  'events add': { usage: '--duty 事项 --title 事件 --day 起算日 [--unit 单位] [--note 备注]', what: '登记一个事件' },
  'events edit': {
    usage: '编号 [--title 事件] [--day 起算日] [--unit 单位|none] [--note 备注]',
    what: '更改一个事件',
  },
  'events close': { usage: '编号 --day 办结日 --outcome 结果 [--note 备注]', what: '办结一个事件' },
  'events reopen': { usage: '编号', what: '取消办结' },
  'events remove': { usage: `编号 ${REASON}`, what: '撤回一个事件' },
  'calendar show': { usage: '年', what: '一年的放假、调休上班和本县另加的日子' },
  'calendar import': {
    usage: '文件 [--dry-run]',
    what: '载入国务院放假通知（JSON 或通知全文的文本）；--dry-run 只看移动了什么',
  },
  'calendar add': { usage: '日期 --kind off|work --note 理由 [--name 名称]', what: '本县另加放假或上班' },
  'calendar remove': { usage: '日期 --note 理由', what: '去掉本县另加的一天' },
  'calendar reset': { usage: '年', what: '撤回本办载入的一年，恢复随程序附带的安排' },
  'calendar due': { usage: '起日 止日 [--unit 单位] [--as-of 时间]', what: '这些天到期的报送' },
} as const satisfies Readonly<Record<string, CommandLineHelp>>;

const REASON = '--note 依据';
const RECORDS = '[--template 模板] [--unit 单位] [--period 报送期] [--finding 规则] [--search 文字]';
const OWED = '[--period 报送期] [--as-of 时间] [--unit 单位,单位] [--duty 事项,事项]';
const UNIT =
  '[--official 全称] [--aliases 别名,别名|none] [--kind department|township|subdistrict|court|public-body|supervision|office] [--active-from 日|none] [--active-to 日|none] [--parent 单位|none] [--note 备注]';
const DUTY =
  '[--title 名称] [--cadence weekly|monthly|quarterly|half-yearly|yearly|once|event|irregular] [--templates 模板,模板|none] [--due weekday:5|day-of-month:30|day-of-next-month:5|period-end|fixed-date:12-20|days-after-period:5:working|dates:日,日|none] [--time 18:00] [--shift none|next|previous|office] [--term 7:working|20:natural:next|none] [--quota 件数|allotted|none] [--of 条] [--zero-report statement|none] [--groups 分组,分组] [--lead 单位,单位] [--target 目标] [--active-from 日|none] [--active-to 日|none] [--event-term 7:working:within:作出决定|none] [--sampling quarterly:half-yearly:0.5|none] [--remark 备注] [--file 改动.json]';

/** The commands in the order of a working week, each with the options that it reads: `help` and the check of a command line read the same. */
export const COMMAND_LINES = {
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
  'templates-list': { usage: '', what: '列出模板' },
  template: { usage: '模板', what: '一个模板的全部列' },
  blank: { usage: '--duty 事项 [--unit 单位] [--period 报送期] --out 文件夹', what: '写出可下发的空白模板' },
  read: { usage: '文件 [--sheet 名称] [--password 密码]…', what: '导入诊断：逐格列出程序从文件里读到的内容' },
  import: {
    usage: '路径… [--received 时间] [--password 密码]… [--dry-run] [--choose 选择.json]',
    what: '导入文件、文件夹、压缩包、邮件；--dry-run 只预览',
  },
  batches: { usage: '', what: '列出导入批次' },
  'batches show': { usage: '批次', what: '一个批次的文件、回执和更正' },
  undo: { usage: '批次|汇总编号', what: '撤销一个批次，或一次汇总上报（U 开头的编号）' },
  register: {
    usage:
      '--unit 单位 --duty 事项 --period 报送期 --kind zero|paper|waived [--via paper|wechat|phone] [--received 时间] [--note 说明] [--file 文件] [--count 件数]',
    what: '登记零报送、纸质报送或免报',
  },
  submissions: { usage: '[--unit 单位] [--duty 事项] [--period 报送期]', what: '列出收到的报送和手工登记' },
  'submissions remove': { usage: '编号', what: '撤回一条手工登记' },
  attachments: {
    usage: '[--unit 单位] [--duty 事项] [--period 报送期] [--batch 批次]',
    what: '列出附件',
  },
  'attachments file': {
    usage: '编号 --unit 单位 --duty 事项 --period 报送期 --kind article|statement|paper',
    what: '把附件归到一个单位的一期报送',
  },
  'attachments export': { usage: '编号 [--out 文件]', what: '取出附件的原件' },
  status: {
    usage: '--period 报送期 | --year 年 [--as-of 时间] [--duty 事项] [--unit 单位]',
    what: '报送台账：谁报了、谁没报',
  },
  rates: { usage: '--period 报送期 [--as-of 时间]', what: '上报率、合规率、及时率和排名' },
  records: { usage: `${RECORDS} [--limit 条数]`, what: '列出已入库的数据记录和问题' },
  'records correct': { usage: `编号 --field 字段 --value 内容 ${REASON}`, what: '更正一条记录的一项内容' },
  findings: { usage: RECORDS, what: '各规则的问题数' },
  'findings export': { usage: `${RECORDS} [--out 文件.xlsx]`, what: '导出问题清单' },
  'findings confirm': { usage: '编号 --note 理由', what: '写明理由，让一个问题通过' },
  'findings unconfirm': { usage: '编号', what: '取消确认' },
  'findings reasons': { usage: '--finding 规则 [--field 字段]', what: '这条规则以前写过的理由' },
  clusters: { usage: RECORDS, what: '疑似重复或串号的记录' },
  return: {
    usage: '--batch 批次 | --file 文件名、sha256 或编号 [--password 密码]… --out 文件夹',
    what: '写出标好问题的退回件、退回通知和邮件草稿',
  },
  returns: { usage: '[--unit 单位] [--period 报送期] [--batch 批次]', what: '列出退回和重报情况' },
  'returns remove': { usage: '编号', what: '撤回一次退回' },
  export: {
    usage:
      '--template 模板 --period 报送期 --out 文件.xlsx [--include-changed] | --template 模板 --period 报送期 --dry-run',
    what: '汇总上报表；写出的记录记为已上报；--include-changed：上报后又更正的也带上；--dry-run 只预览',
  },
  uploads: { usage: '', what: '列出汇总上报' },
  remind: {
    usage: `${OWED} [--out 文件.xlsx|.docx|.html|.pdf]`,
    what: '催报清单；不写报送期的，列出当时全部欠报和即将到期的',
  },
  'remind letters': {
    usage: `${OWED} [--merged] [--numbered] [--again] [--day 日] [--out 文件夹]`,
    what: '给逾期单位各写一份催报函并登记；--merged 合成一份文件，--numbered 编发文字号，--again 当天发过的也再发，--day 成文日期',
  },
  'remind mails': { usage: `${OWED} [--out 文件夹]`, what: '写催报邮件草稿（.eml），由人打开核对后发送' },
  'remind settings': {
    usage: '[--file 改动.json]',
    what: '看或改蓝黄红级别和催报用语（settings、wording），只写要改的',
  },
  chases: {
    usage: '[--unit 单位] [--duty 事项] [--period 报送期] [--from 日] [--to 日] [--limit 条数]',
    what: '列出催报记录，新的在前',
  },
  'chases add': {
    usage:
      '--unit 单位 --duty 事项 --period 报送期 --via phone|wechat|sms|mail|letter|visit [--whom 联系人] [--answer 答复] [--promised 日]',
    what: '记一次催报；时间为现在或 --as-of',
  },
  'chases remove': { usage: '编号', what: '撤回一条催报记录' },
  circular: {
    usage:
      '--period 报送期 [--kind monthly|quarterly|special|annual] [--duty 事项,事项] [--unit 单位,单位] [--as-of 时间] [--no 文号] [--out 文件.docx|.pdf|.html]',
    what: '起草通报：月通报、季通报、年通报或只说几个事项、单位的专项通报；不存入文稿',
  },
  figures: {
    usage:
      '--period 报送期 --kind 状态 [--of cells|records|units] [--duty 事项,事项] [--unit 单位,单位] [--template 模板,模板] [--limit 条数] [--as-of 时间]',
    what: '一个数字背后的明细：--of cells 时状态如 expected、met、late、missing，records 时如 all、compliant、faulty、untimely',
  },
  charts: {
    usage: '--period 报送期 [--duty 事项] [--unit 单位] [--as-of 时间] [--out 文件夹]',
    what: '图表：近十二个月三项比率、各单位得分、报送情况、记录构成；--out 写成 .svg 和 .png',
  },
  fonts: { usage: '', what: '公文字体：本机有哪些，缺的用什么代替' },
  papers: {
    usage: '[--search 文字] [--kind 文种] [--state draft|checked|issued|void] [--year 年] [--period 报送期]',
    what: '文稿登记簿：通报、催报函、考核通报、更正，新的在前',
  },
  'papers new': {
    usage:
      '--kind monthly|quarterly|special|annual|assessment --period 报送期 [--as-of 时间] [--duty 事项,事项] [--unit 单位,单位]',
    what: '起草一份文稿',
  },
  'papers show': { usage: '编号', what: '一份文稿：内容、经办、手工改动、印发后的数据变化和提示' },
  'papers page': { usage: '编号', what: '一份文稿的打印页（HTML）' },
  'papers edit': {
    usage: '编号 --file 改动.json',
    what: '改草稿：edits、asOf、scope、form、annexes、date 中要改的；写了 revision 的，别处改过就不改',
  },
  'papers check': { usage: '编号 --by 姓名 [--note 意见]', what: '审核一份草稿' },
  'papers reopen': { usage: '编号 --note 理由', what: '把审核过的退回修改' },
  'papers issue': {
    usage: '编号 --by 姓名 [--no 号|none] [--day 成文日期]',
    what: '印发：编号、定稿，以后不再改动；--no none 不编号',
  },
  'papers void': { usage: '编号 --note 理由', what: '作废；文号留在原处，不再使用' },
  'papers remove': { usage: '编号', what: '删除没有送审过的草稿' },
  'papers correct': { usage: '编号', what: '按现在的数据起草一份更正' },
  'papers write': {
    usage: '编号 --out 文件.docx|.pdf|.html [--template office]',
    what: '写出一份文稿；--template office 用本办的 Word 模板',
  },
  numbers: { usage: '[--year 年]', what: '一年的发文字号和下一个号' },
  'numbers reserve': { usage: '--title 用途 [--year 年] [--no 号]', what: '预留一个发文字号' },
  'numbers enter': { usage: '--year 年 --no 号 --title 文件', what: '登记别处用去的发文字号' },
  'numbers void': { usage: '编号 --note 理由', what: '作废一个没有用于文稿的发文字号' },
  'word-template': { usage: '', what: '本办自己的 Word 模板：有哪些占位，缺少哪些' },
  'word-template check': { usage: '文件.docx', what: '检查一个模板：不认识的和缺少的占位' },
  'word-template use': { usage: '文件.docx', what: '选用一个模板；占位都认识才行' },
  'word-template remove': { usage: '', what: '停用本办的模板' },
  'word-template sample': { usage: '[--out 文件.docx]', what: '写一个样板，各占位都在其位，供修改' },
  locks: { usage: '', what: '列出锁定的报送期' },
  lock: { usage: '报送期 --note 理由', what: '锁定一个报送期：其中的导入、登记、更正不再改动' },
  unlock: { usage: '报送期 --note 理由', what: '解锁一个报送期' },
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
} as const satisfies Readonly<Record<string, { readonly usage: string; readonly what: string }>>;

import { type CommandLineHelp, REASON } from './helpLine.ts';

const RECORDS = '[--template 模板] [--unit 单位] [--period 报送期] [--finding 规则] [--search 文字]';

/** What comes in and what is made of it: templates, imports, registrations, the grid, records and findings. */
export const INTAKE_LINES = {
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
} as const satisfies Readonly<Record<string, CommandLineHelp>>;

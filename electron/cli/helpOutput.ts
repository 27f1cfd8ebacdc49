import type { CommandLineHelp } from './helpLine.ts';

const OWED = '[--period 报送期] [--as-of 时间] [--unit 单位,单位] [--duty 事项,事项]';

/** What goes out: returns, uploads, reminders, circulars and all papers with their numbers; closed periods. */
export const OUTPUT_LINES = {
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
    what: '改草稿：edits、asOf、scope、form、annexes、date 中要改的，form 也只写要改的；写了 revision 的，别处改过就不改',
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
  'numbers void': {
    usage: '编号 --note 理由 [--mistyped]',
    what: '作废一个没有用于文稿的发文字号；--mistyped 号打错了，从登记簿取消',
  },
  'word-template': { usage: '', what: '本办自己的 Word 模板：有哪些占位，缺少哪些' },
  'word-template check': { usage: '文件.docx', what: '检查一个模板：不认识的和缺少的占位' },
  'word-template use': { usage: '文件.docx', what: '选用一个模板；占位都认识才行' },
  'word-template remove': { usage: '', what: '停用本办的模板' },
  'word-template sample': { usage: '[--out 文件.docx]', what: '写一个样板，各占位都在其位，供修改' },
  locks: { usage: '', what: '列出锁定的报送期' },
  lock: { usage: '报送期 --note 理由', what: '锁定一个报送期：其中的导入、登记、更正不再改动' },
  unlock: { usage: '报送期 --note 理由', what: '解锁一个报送期' },
} as const satisfies Readonly<Record<string, CommandLineHelp>>;

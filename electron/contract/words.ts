import { NUMBER_STATE_WORDS } from './paperWords.ts';
import { quoted } from './quotation.ts';
import type { ErrorCode } from './reply.ts';
import type { FileCode } from './sheets.ts';
import type { RegisterWay } from './status.ts';

/** Chinese sentence of a refusal; `subject` names what was refused. The one table for window and command line. */
export function errorSentence(code: ErrorCode, subject: string): string {
  return ERROR_SENTENCES[code].replaceAll('“{subject}”', () => quoted(subject)).replaceAll('{subject}', () => subject);
}

/** Chinese sentence for a file that could not be read as a table. Names the file, the reason and the remedy. */
export function fileSentence(code: FileCode, name: string, detail: string): string {
  return FILE_SENTENCES[code]
    .replaceAll('“{name}”', () => quoted(name))
    .replaceAll('{remedy}', remedyOf(code, detail))
    .replaceAll('{detail}', detail);
}

/** No spreadsheet program opens an archive or a mail, so what helps there is another thing. */
function remedyOf(code: FileCode, detail: string): string {
  if (code === 'too_large' && !detail.includes('压缩包')) return '请拆分或删去多余的行、列和图片后再导入。';
  if (detail.includes('压缩包')) return '请先解压，再导入里面的工作簿。';
  if (detail.includes('邮件')) return '请先打开邮件，把附件另存到文件夹，再导入附件。';
  return '请用 WPS 或 Excel 打开后另存为 .xlsx 再导入。';
}

/** A rate as printed: `98.33%`, `100.00%`, `—` without denominator. */
export function ratePrinted(rate: number | null): string {
  return rate === null ? '—' : `${rate.toFixed(2)}%`;
}

/** How something registered by hand came. */
export const REGISTER_WAY_WORDS: Readonly<Record<RegisterWay, string>> = {
  paper: '纸质',
  wechat: '微信',
  phone: '电话',
};

const ERROR_SENTENCES: Readonly<Record<ErrorCode, string>> = {
  usage: '填写不对：{subject}。',
  not_initialised: '数据文件夹还没有建立：{subject}。请先选择县情配置。',
  already_initialised: '数据文件夹里已有数据，不能再次建立：{subject}。请换一个空文件夹。',
  profile_unknown: '没有这个县情配置：{subject}。',
  profile_damaged: '县情文件不能使用：{subject}。请在原来的电脑上重新导出，再从新的文件导入。',
  profile_newer: '县情文件由更新版本的程序导出：{subject}。请先把这台电脑上的程序更新到同一版本。',
  profile_incomplete: '县情还不完整，不能导出：{subject}。请补全后再导出。',
  unit_unknown: '没有这个成员单位：{subject}。',
  duty_unknown: '没有这个报送事项：{subject}。',
  template_unknown: '没有这个模板：{subject}。',
  group_unknown: '没有这个单位分组：{subject}。',
  period_invalid: '报送期写法不对：{subject}。可写 2022-W17、2022-04、2022-Q2、2022-H1 或 2022。',
  period_not_of_duty: '报送期与周期不符：{subject}。',
  moment_invalid: '时间写法不对：{subject}。可写 2022-04-29 或 2022-04-29T16:00。',
  year_unknown:
    '{subject} 年的放假调休安排尚未载入，不能推算工作日和截止时间。请在“日历”页点“导入放假安排”载入国务院当年通知。',
  notice_unreadable:
    '没有读出放假安排：{subject}。请粘贴国务院办公厅当年通知的全文，或选择 holiday-cn 格式的年度 JSON 文件。',
  notice_other_year: '放假安排的年份与日期对不上：{subject}。请核对是否选错了文件，改好年份后再导入。',
  notice_not_imported: '{subject} 年用的就是随程序附带的安排，没有导入过别的，不需要恢复。',
  year_not_shipped: '{subject} 年的安排没有随程序附带，无法恢复。导入错了的，请重新导入正确的安排，新的会盖过旧的。',
  county_day_unknown: '本县没有在这一天另加放假或上班：{subject}。',
  zero_not_taken:
    '“{subject}”不收零报送，登记了也不计为已报。有材料的请登记为纸质报送，经批准不报的请登记为免报并写明理由；允许零报送的，请先在“事项”里改零报送规则。',
  statement_required: '零报送须附情况说明：请填写说明文字或附上文件。{subject}',
  batch_unknown: '没有这个导入批次：{subject}。',
  batch_undone: '这个批次已经撤销过：{subject}。',
  plan_changed: '预览之后数据有变化，请重新预览再提交。{subject}',
  file_missing: '找不到文件：{subject}。',
  file_locked: '文件正被其他程序（如 WPS）占用：{subject}。请关闭后重试。',
  file_unreadable: '{subject}',
  output_failed: '不能写入文件：{subject}。请检查文件夹是否存在、文件是否正被打开。',
  format_unsupported: '不支持写成这种格式：{subject}。',
  resource_invalid: '程序资源有误：{subject}。',
  database_newer: '数据由更新版本的程序建立，本版本不能打开：{subject}。请安装新版本。',
  data_folder_busy: '数据文件夹正被另一个窗口使用：{subject}。请先关闭那个窗口。',
  name_taken: '名称或别名已被其他单位使用：{subject}。',
  change_impossible: '{subject}',
  finding_unknown: '没有这条问题：{subject}。',
  reason_required: '请填写书面理由。{subject}',
  submission_unknown: '没有这条报送登记：{subject}。',
  record_unknown: '没有这条数据记录：{subject}。',
  case_exists: '这条案例已在台账中：{subject}。内容有变的，请打开那一条更正，不要重复录入。',
  case_empty: '还没有填写任何内容：{subject}。请至少填写必填项。',
  attachment_unknown: '没有这个附件：{subject}。',
  upload_unknown: '没有这次汇总上报，或已撤销：{subject}。',
  return_unknown: '没有这次退回，或已撤回：{subject}。',
  memory_unknown: '没有这条记忆，可能已经删除：{subject}。',
  indicator_unknown: '没有这项指标：{subject}。',
  indicator_counted: '“{subject}”由程序统计，不能手工填写。要改数字，请更正它所依据的数据。',
  nothing_to_return: '没有可退回的内容：{subject}。',
  period_locked: '报送期已锁定：{subject}。请先解锁并写明理由。',
  period_not_locked: '这个报送期没有自己的锁定，不能单独解锁：{subject}。',
  assignment_unknown: '没有这条责任分工，或已撤回：{subject}。',
  exemption_unknown: '没有这条免报或延期，或已撤回：{subject}。',
  approval_required: '免报和延期须写明理由、批准人和批准文号：还缺{subject}。',
  range_invalid: '日期不对：{subject}。请改好日期再做这一步。',
  until_too_early: '延期后的时间必须晚于原截止时间：{subject}。',
  not_allotted: '“{subject}”没有数量要求，不能分配数量。请先在“事项”里写明数量要求。',
  not_sampled: '“{subject}”不是抽查事项。请先在“事项”里写明抽查办法。',
  draw_exists: '{subject} 已经抽取过。要重新抽取，请先写明理由撤回原来的名单。',
  draw_unknown: '没有这次抽取，或已撤回：{subject}。',
  nobody_to_draw: '“{subject}”当期没有责任单位，无从抽取。请先填写责任分组。',
  not_an_event: '“{subject}”不是事件事项，不能登记事件。',
  event_unknown: '没有这个事件，或已撤回：{subject}。',
  event_too_early: '未满规定期限，不能办结：{subject}。',
  outcome_required: '办结须写明办理结果。{subject}',
  paper_unknown: '没有这份文稿：{subject}。请在“文稿”登记簿中查找。',
  paper_changed: '这份文稿刚被别处改过：{subject}。这次的改动还没有存入，请取得最新的文稿后再改。',
  paper_state: '这一步现在不能做：{subject}。',
  paper_kind: '文种与报送期不符：{subject}。月通报用月份，季通报用季度，年通报和考核通报用年份。',
  paper_nothing: '没有可写的内容：{subject}。',
  paper_date: '成文日期不对：{subject}。请改好日期再做这一步。',
  moment_ahead: '截至时间还没有到：{subject}。请改为现在或以前的时间。',
  name_required: '请先写明经办人姓名，登记簿要记下是谁{subject}的。',
  number_taken: '发文字号已经用过：{subject}。请换一个号，或在发文字号登记簿中查看它给了哪份文。',
  number_gap: `发文字号不能跳号：{subject}。中间的号请先登记为${NUMBER_STATE_WORDS.reserved}、${NUMBER_STATE_WORDS.outside}或${NUMBER_STATE_WORDS.void}。`,
  number_unknown: '登记簿中没有这个发文字号：{subject}。',
  number_state: '这个发文字号现在不能这样改：{subject}。',
  template_tags: '模板中的占位有误：{subject}。请按占位清单改正后再选用。',
  template_lacks: '模板中没有占位{subject}，印出来的通报不完整。请加上后再选用，写法见占位清单和样例模板。',
  template_unreadable: '不能作为 Word 模板读取：{subject}。请在 WPS 或 Word 中另存为 .docx 后再选。',
  template_none: '还没有选用本办的 Word 模板，不能按模板输出。请先在“通报”页的“本办 Word 模板”中选用一个 .docx。',
  wording_placeholder: '措辞不能用：{subject}。',
  chase_unknown: '没有这条催报记录：{subject}。',
  chase_not_owed:
    '没有可催的：{subject}。催报只登记当时欠报、退回未重报、待核实或临近截止的事项，请核对单位、事项、报送期和催报时间。',
  chase_exists:
    '这次催报已经登记过：{subject}。同一时间、同一方式、同一联系人只登记一次；确有两次的，请写明各自的时间。',
  nobody_to_remind: '没有需要催报的单位：{subject}。',
  letter_again:
    '今天已经就同样的事项发过催报函：{subject}。要重写的，请先作废原函；确需再发一份的，请选“确需再发一份”。',
  scheme_invalid: '考核方案不能使用：{subject}。',
  scheme_unknown: '没有这个考核方案：{subject}。',
  item_unknown: '考核方案中没有这一项：{subject}。',
  points_range: '分值超出范围：{subject}。',
  evidence_required: '请写明依据或佐证材料：{subject}。',
  entry_unknown: '没有这条评定，或已撤回：{subject}。',
  objection_unknown: '没有这条申诉：{subject}。',
  objection_decided: '这条申诉已经处理过：{subject}。',
  cancelled: '已取消。{subject}',
  service_stopped: '后台服务意外停止，正在重新启动，请稍候重试。没有写完的内容已全部撤回。{subject}',
  internal: '程序内部错误（编号 {subject}），已记入日志，数据没有改动。',
};

const FILE_SENTENCES: Readonly<Record<FileCode, string>> = {
  empty: '“{name}”是空文件（{detail}）。请让单位重新发送。',
  truncated: '“{name}”不完整或已损坏，打不开（{detail}）。请重新下载附件，或让单位重新发送。',
  encrypted: '“{name}”设有打开密码。请输入密码，或让单位去掉密码后重新发送。',
  wrong_password: '“{name}”的密码不对。请向单位核实后重新输入，或让单位去掉密码后重新发送。',
  unsupported_format: '“{name}”是{detail}，本程序不能直接读取。{remedy}',
  not_a_workbook: '“{name}”的名称像工作簿，内容却是 {detail}。请让单位重新发送工作簿。',
  picture_only: '“{name}”的表中只有图片，没有可读取的单元格。请让单位按模板填写后重新发送。',
  too_large: '“{name}”过大（{detail}），已停止读取。{remedy}',
  temporary_file: '“{name}”是{detail}，不含数据，已略过。',
  no_table: '“{name}”里没有找到表头行。请核对是否按模板填写。',
  unknown_layout: '“{name}”的表头与任何模板都对不上（{detail}）。请核对是否发错了表，或在导入页指定模板和列。',
};

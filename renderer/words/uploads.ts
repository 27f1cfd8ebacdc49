import type { GoneRecord, HoldReason } from '../../electron/contract/uploads.ts';

export const HOLD_WORDS: Readonly<Record<HoldReason, string>> = {
  not_compliant: '有错误，不合规',
  verify_open: '待核实，还没有写明理由',
  duplicate: '与另一条重复',
  already_uploaded: '已经上报过',
  changed_since_upload: '上报后又有更正',
};

/** What to do about each, below the list of what is held back. */
export const HOLD_HINTS: Readonly<Record<HoldReason, string>> = {
  not_compliant: '点“查看记录”更正，或退回单位修改；确属无误的写明理由放行。',
  verify_open: '点“查看记录”，核实后写明理由。',
  duplicate: '同一件事只报一次，先收到的那一条上报。确为两件事的，点“查看记录”更正文号等栏；重复的，撤销或删去一份。',
  already_uploaded: '不会重复上报。需要重报的，请先撤销那一次汇总。',
  changed_since_upload: '市平台已有旧内容。勾选“上报后又更正的也带上”再生成。',
};

export const GONE_WORDS: Readonly<Record<GoneRecord['how'], string>> = {
  removed: '重报的文件里已没有这一条',
  undone: '导入已撤销',
};

export const UPLOAD_WORDS = {
  title: '汇总上报',
  hint: '把合规、没有上报过的记录合成一张市平台的上报表，每条只报一次',
  template: '模板',
  chooseTemplate: '请选择模板',
  chooseTemplateHint: '在上面选要上报的模板；报送期用页面右上角的。',
  newTab: '生成汇总表',
  historyTab: '历次汇总',
  units: '各单位可上报条数',
  held: '暂不上报',
  noHeld: '没有暂不上报的记录',
  nothing: '这个报送期没有可以上报的记录',
  nothingHint: '换一个报送期或模板；有记录被留下时，原因在右边。',
  gone: '条上报之后被删除或撤销，须在市平台更正',
  includeChanged: '上报后又更正的也带上',
  write: '生成汇总表',
  writing: '正在写出汇总表…',
  written: '已生成汇总表',
  record: '查看记录',
  undo: '撤销',
  undoAsk: '撤销这次汇总？这些记录恢复为“未上报”，可以再次汇总；已交到市平台的内容不受影响。',
  undone: '已撤销汇总',
  noHistory: '还没有生成过汇总表',
  noHistoryHint: '生成之后这里会留下每一次的编号、条数和文件，随时可以撤销。',
} as const;

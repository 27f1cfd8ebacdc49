import type { CalendarDay, CalendarYear } from '../../electron/contract/calendar.ts';

/** One sign per kind of day: colour is never the only difference. */
export const DAY_SIGNS: Readonly<Record<CalendarDay['kind'], string>> = { off: '休', work: '班' };
export const COUNTY_SIGNS: Readonly<Record<CalendarDay['kind'], string>> = { off: '县休', work: '县班' };
export const DAY_WORDS: Readonly<Record<CalendarDay['kind'], string>> = { off: '放假', work: '上班' };

export const YEAR_STATE_WORDS: Readonly<Record<CalendarYear['state'], string>> = {
  known: '随程序附带',
  imported: '本办导入',
  unknown: '尚未载入',
};

export const CALENDAR_WORDS = {
  title: '日历',
  hint: '放假、调休和本县放假日决定截止时间怎样顺延；放假安排没有载入的年份不推算',
  yearTab: '全年',
  dueTab: '到期事项',
  import: '导入放假安排',
  county: '本县放假、上班日',
  earlier: '上一年',
  later: '下一年',
  earlierMonth: '上一月',
  laterMonth: '下一月',
  thisMonth: '本月',
  unknown: '的放假安排尚未载入，落在这一年的截止时间一律不推算。',
  unknownNext:
    '国务院办公厅一般在上一年 10 月底至 11 月公布。公布后点“导入放假安排”，粘贴通知全文或选择年度 JSON 文件。',
  importIntro:
    '粘贴国务院办公厅当年通知的全文（网页上整段复制即可），或选择 holiday-cn 格式的年度 JSON 文件。先列出读到的日期请您核对，确认后才保存。',
  paste: '国务院办公厅关于20XX年部分节假日安排的通知……',
  read: '读出放假安排',
  chooseFile: '选择文件',
  again: '重新粘贴',
  save: '确认载入',
  saved: '已载入放假安排',
  doubts: '请先核对以下疑点',
  noDoubts: '没有发现疑点：星期、天数、调休都对得上。',
  movedNone: '没有截止时间因此变动。',
  countyIntro:
    '本县另行放假（如暴雪停工、民族节日）或另行上班的日子，优先于国务院的安排。须写明依据；截止时间随之顺延或恢复。',
  countyReason: '依据，例如：县政府办通告〔2027〕3号 暴雪停工',
  countyName: '名称（可不填），例如：暴雪停工',
  countySave: '保存',
  countyRemove: '取消这一天',
  countyNone: '这一年没有本县另加的日子',
  countySaved: '已保存',
  countyRemoved: '已取消',
  moved: '变动的截止时间',
  turnedLate: '迟报',
  turnedTimely: '按时',
  rejudged: '逐条计时的记录，办结期限随工作日变动：',
  reset: '恢复随程序附带的安排',
  resetAsk: '不用本办导入的安排，恢复随程序附带的？',
  resetHint: '导入的安排从此不用；本县另加的日子保留。截止时间按恢复后的安排重新推算。',
  resetDone: '已恢复随程序附带的安排',
  dueNone: '这一天没有到期的报送',
  dueNoneHint: '点左边有事项的日子查看。',
  openUnits: '未报单位',
  allMet: '都已报送',
  toGrid: '在台账中查看',
} as const;

export const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const;

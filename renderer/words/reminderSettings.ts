import type { REMINDER_PLACEHOLDERS, ReminderWording } from '../../electron/contract/reminders.ts';

type Placeholder = (typeof REMINDER_PLACEHOLDERS)[keyof typeof REMINDER_PLACEHOLDERS][number];

/** What each placeholder becomes, and what it might look like. */
export const PLACEHOLDER_WORDS: Readonly<Record<Placeholder, { meaning: string; example: string }>> = {
  unit: { meaning: '单位名称', example: '丹水镇' },
  asOf: { meaning: '统计时点', example: '2022年5月6日9时' },
  count: { meaning: '欠报项数', example: '2' },
  items: {
    meaning: '欠报事项，一行一项',
    example:
      '1. 2022年4月诚信宣传教育报道（应报2篇，已收到1篇），应于2022年4月29日18时前报送，已逾期7天；\n2. 2022年第17周双公示，应于2022年4月29日16时前报送，已逾期7天。',
  },
  remedy: { meaning: '怎样补报', example: '请按模板填写后报送我办邮箱；没有产生信息的，请报零报送并附情况说明。' },
  contact: { meaning: '本办联系人和电话', example: '联系人：张三，联系电话：0377-12345678' },
  office: { meaning: '本办名称', example: '县信用办' },
  date: { meaning: '日期', example: '2022年5月6日' },
  chased: { meaning: '此前催过的情况', example: '我办已于5月1日、5月4日两次催报。' },
};

/** The group's list names units under each thing; everywhere else it is the things of one unit. */
export const GROUP_ITEMS_EXAMPLE =
  '1. 2022年4月诚信宣传教育报道（应报2篇），应于2022年4月29日18时前报送，已逾期7天：丹水镇、西坪镇，共2家。';

export { WORDING_NAMES } from '../../electron/contract/reminderWords.ts';

/** What each wording is for. */
export const WORDING_HINTS: Readonly<Record<keyof ReminderWording, string>> = {
  unit: '发给一个单位的微信、短信，也是邮件草稿的正文',
  group: '发到工作群，一次点名全部单位',
  letter: '每一行是一段；标题、主送、落款由程序按公文格式排',
  mailSubject: '邮件草稿的主题',
};

export const REMINDER_SETTINGS_WORDS = {
  levels: '级别怎么定',
  levelsHint: '改了以后，清单立即按新的算；已写出的催报函和已印发的通报不变。',
  soonBefore: '还差',
  soonAfter: '天到期时列入清单，为蓝色；过了截止时间为黄色。',
  lateBefore: '逾期超过',
  lateAfter: '天，转为红色。',
  againBefore: '前',
  againMiddle: '期里未报或迟报满',
  againAfter: '次的，这次一逾期就是红色（0 次：不看以前）。',
  chasedBefore: '催过',
  chasedAfter: '次还没报的，转为红色（0 次：不看催报次数）。',
  since: '从哪天起到期的才催',
  sinceBefore: '“全部未完成”里只列',
  sinceAlways: '不限',
  sinceAfter: '起到期的；以前没有报来的不催，也不算进“前几期”，仍在台账里。年中开始使用的，填开始的那天。',
  example: '举例',
  save: '保存',
  saved: '已保存',
  changed: '有改动未保存',
  undo: '放弃改动',
  wording: '催报用语',
  wordingHint: '花括号里的词由程序换成实际内容。点一下词，插到光标处。',
  own: '正在用本办改过的用语',
  shipped: '正在用程序自带的用语',
  reset: '恢复自带用语',
  resetAsk: '恢复成程序自带的用语？本办改过的四段用语都会被替换。',
  resetDone: '已恢复自带用语',
  preview: '样子',
  empty: '不能空着',
} as const;

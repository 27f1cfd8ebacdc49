import type { Cadence, Campaign, DueRule, Shift } from '../contract/duties.ts';
import type { Day } from '../contract/time.ts';
import { chineseDay } from './period.ts';

/** The due rule as Chinese words for `Duty.dueText`: `每周五18时前`, `每月30日18时前（当月不足30日的为最后一日）`. */
export function dueSentence(rule: DueRule | null, cadence: Cadence): string {
  if (rule === null) return UNDATED[cadence];
  const dayOfMonth = rule.rule === 'day-of-month' || rule.rule === 'day-of-next-month' ? rule.day : 0;
  const short = dayOfMonth > 28 ? `（当月不足${dayOfMonth}日的为最后一日）` : '';
  const shift = rule.shift === undefined ? '' : SHIFTED[rule.shift];
  return `${dayPhrase(rule, cadence)}${timePhrase(rule.time)}前${short}${shift}`;
}

/** A due rule by itself, whatever the cadence it stands with: `每月5日18时前` of one that does not fit `weekly`. */
export function dueRuleSentence(rule: DueRule): string {
  return dueSentence(rule, OWN_CADENCE[rule.rule]);
}

const OWN_CADENCE: Readonly<Record<DueRule['rule'], Cadence>> = {
  weekday: 'weekly',
  'day-of-month': 'monthly',
  'day-of-next-month': 'monthly',
  'period-end': 'once',
  'fixed-date': 'yearly',
  'days-after-period': 'once',
  campaign: 'irregular',
  dates: 'irregular',
};

/** 每周, 每月 … of the cadence; what does not recur has none. */
const EVERY: Readonly<Record<Cadence, string>> = {
  weekly: '每周',
  monthly: '每月',
  quarterly: '每季度',
  'half-yearly': '每半年',
  yearly: '每年',
  once: '',
  event: '',
  irregular: '',
};

const UNDATED: Readonly<Record<Cadence, string>> = {
  weekly: '每周报送，时间未定',
  monthly: '每月报送，时间未定',
  quarterly: '每季度报送，时间未定',
  'half-yearly': '每半年报送，时间未定',
  yearly: '每年报送，时间未定',
  once: '一次性报送，变动即更新',
  event: '有发生即报',
  irregular: '按通知要求',
};

const SHIFTED: Readonly<Record<Shift, string>> = {
  none: '，遇休息日不顺延',
  next: '，遇休息日顺延至下一工作日',
  previous: '，遇休息日提前至上一工作日',
};

function dayPhrase(rule: DueRule, cadence: Cadence): string {
  switch (rule.rule) {
    case 'weekday':
      return `${cadence === 'weekly' ? '每周' : `${EVERY[cadence]}最后一个周`}${'一二三四五六日'.charAt(rule.weekday - 1)}`;
    case 'day-of-month':
      return `${cadence === 'monthly' ? '每月' : `${EVERY[cadence]}最后一个月`}${rule.day}日`;
    case 'day-of-next-month':
      return `${cadence === 'monthly' ? '次月' : `${EVERY[cadence]}结束后次月`}${rule.day}日`;
    case 'period-end':
      return `${EVERY[cadence]}最后一日`;
    case 'fixed-date':
      return `${cadence === 'once' ? '' : '每年'}${rule.month}月${rule.day}日`;
    case 'days-after-period': {
      const days = rule.unit === 'working' ? `${rule.days}个工作日` : `${rule.days}日`;
      return `${EVERY[cadence] || '期满'}${EVERY[cadence] && '结束'}后第${days}`;
    }
    case 'campaign': {
      if (rule.campaigns.length === 0) return '活动节点未定，定后';
      const named = rule.campaigns.map(campaignPhrase).join('、');
      return `${named}，活动结束${rule.days === 0 ? '当日' : `后第${rule.days}日`}`;
    }
    case 'dates':
      return rule.dates.length === 0 ? '日期由信用办另定，当日' : datesPhrase(rule.dates);
  }
}

/** `3月15日国际消费者权益日`, `9月1日起30天质量月`. */
function campaignPhrase({ title, month, day, length }: Campaign): string {
  return `${month}月${day}日${length > 1 ? `起${length}天` : ''}${title}`;
}

/** The days in order, the year only where it changes: `2022年4月8日、7月8日、2023年1月6日`. */
function datesPhrase(dates: readonly Day[]): string {
  const sorted = [...new Set(dates)].sort();
  return sorted
    .map((day, i) => {
      const full = chineseDay(day);
      return sorted[i - 1]?.slice(0, 4) === day.slice(0, 4) ? full.slice(full.indexOf('年') + 1) : full;
    })
    .join('、');
}

/** `18:00` → `18时`, `17:30` → `17时30分`. */
function timePhrase(time: string): string {
  const [hour, minute] = time.split(':').map(Number);
  return `${hour}时${minute ? `${minute}分` : ''}`;
}

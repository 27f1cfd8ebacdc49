import type { ChaseWay } from '../contract/chases.ts';

/** Ways of chasing as printed. */
export const CHASE_WAY_NAMES: Readonly<Record<ChaseWay, string>> = {
  phone: '电话',
  wechat: '微信',
  sms: '短信',
  mail: '邮件',
  letter: '催报函',
  visit: '上门',
};

import type { ReturnSlip } from '../../electron/contract/returns.ts';
import { momentText } from '../parts/periods.ts';

export const RETURN_WORDS = {
  title: '退回有问题的表',
  open: '退回有问题的表',
  explain:
    '每个单位得到自己发来的那份工作簿：有错的单元格标红、待核实的标黄，附批注和问题清单；另附一页退回通知和一封写好的邮件草稿。',
  errorsOnly: '只退有错误的表',
  withVerify: '待核实的也退',
  write: '生成退回文件',
  writing: '正在写出退回文件…',
  none: '这一批没有需要退回的表。',
  noMail: '单位没有登记邮箱，草稿的收件人待填写',
  saveAll: '全部另存',
  encrypted: '有的原表设有打开密码，只退了问题清单。填写密码后再生成一次，就能退回标好的原表：',
  password: '原表的打开密码',
  listOnly: '只有问题清单，原表未能打开',
  save: '另存',
  show: '打开所在文件夹',
  earlier: '退回记录',
  noEarlier: '还没有退回过',
  noEarlierHint: '在回执或批次详情里点“退回有问题的表”，退回的情况会记在这里。',
  withdraw: '撤回退回',
  withdrawAsk: '撤回这次退回？台账上该单位恢复为已收到。',
  withdrawn: '已撤回退回',
} as const;

/** Whether a return came again, and what of it is left: 已重新报送, 还有 2 处未改, 尚未重新报送, 已撤回. */
export function returnOutcome(slip: ReturnSlip): string {
  if (slip.withdrawnAt !== null) return `已于 ${momentText(slip.withdrawnAt)} 撤回`;
  const sent = slip.resentAt === null ? '尚未重新报送' : `${momentText(slip.resentAt)} 已重新报送`;
  if (slip.open === 0) return slip.resentAt === null ? '问题已全部处理' : `${sent}，问题已全部处理`;
  return slip.resentAt === null ? sent : `${sent}，还有 ${slip.open} 处未改`;
}

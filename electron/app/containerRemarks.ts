import type { Remark } from '../contract/imports.ts';
import type { Moment } from '../contract/time.ts';
import type { LeftInside, Member, Unpacked } from '../io/intake/unpack.ts';
import type { PlannedFile } from './importPlan.ts';

/** A mail dated after it came: its files count as received now. */
export function futureMail(sentAt: Moment, now: Moment): Remark {
  const message = `邮件写的发送时间 ${spaced(sentAt)} 在将来，对方电脑的时钟有误，收到时间按 ${spaced(now)} 计。`;
  return { code: 'mail_date', severity: 'verify', cell: null, message };
}

const spaced = (moment: Moment): string => moment.replace('T', ' ');

/** What stayed inside an archive or mail, told with the first file that came out of it. */
export function remarksByMember(
  name: string,
  { members, leftInside }: Extract<Unpacked, { kind: 'members' }>,
): ReadonlyMap<Member, readonly Remark[]> {
  const remarks = new Map<Member, Remark[]>();
  for (const left of leftInside) {
    const { container } = left;
    const first = members.find(
      (one) => container === '' || one.name === container || one.name.startsWith(`${container} › `),
    );
    const teller = first ?? members[0];
    if (teller) remarks.set(teller, [...(remarks.get(teller) ?? []), leftInsideRemark(name, left)]);
  }
  return remarks;
}

function leftInsideRemark(name: string, { code, container, names }: LeftInside): Remark {
  const whole = `“${container === '' ? name : `${name} › ${container}`}”`;
  const shown = names.length > SHOWN ? `${names.slice(0, SHOWN).join('、')} 等` : names.join('、');
  const message =
    code === 'small_pictures'
      ? `${whole}正文里有 ${names.length} 个小图片（${shown}），小于 200×200 像素，看作签名图标，未列为附件。需要的请打开邮件查看。`
      : `${whole}里有 ${names.length} 个操作系统留下的文件（${shown}），不是单位报送的内容，已略过。`;
  return { code, severity: 'notice', cell: null, message };
}

const SHOWN = 5;

/** The file with the remarks on the way it came: beside those of its first table, or behind the sentence of a file without one. */
export function withRemarks(file: PlannedFile): PlannedFile {
  const { remarks } = file.item;
  if (remarks.length === 0) return file;
  const { shown } = file;
  const [first, ...rest] = shown.tables;
  const sentences = [shown.message ?? '', ...remarks.map(({ message }) => message)];
  const told = first
    ? { ...shown, tables: [{ ...first, remarks: [...first.remarks, ...remarks] }, ...rest] }
    : { ...shown, message: sentences.join('') };
  return { ...file, shown: told };
}

import type { Article } from '../contract/sheets.ts';
import type { Day } from '../contract/time.ts';
import { cleanText } from './fold.ts';
import { readDate } from './readDate.ts';

/** What a document says, from its text: its title, the one day written in it, and the text itself, cut at 100,000 characters. */
export function articleOf(text: string, heading = ''): Article {
  const lines = text
    .split('\n')
    .map(cleanText)
    .filter((line) => line !== '');
  const title = heading || (lines.find((line) => !PREFACE.test(line)) ?? '');
  return { title: title.slice(0, MAX_TITLE), day: writtenDay(lines), text: text.slice(0, MAX_TEXT) };
}

const MAX_TEXT = 100_000;
const MAX_TITLE = 200;
/** 附件1, a document number or whom it is sent to stand above the title. */
const PREFACE =
  /^(附件|附表)[\s\d一二三四五六七八九十]*[:：]?$|^[^。]{0,20}[〔[(（]20\d{2}[〕\])）]\s*\d*号$|^[^。]{2,30}[:：]$/u;
/** Lines near the top and near the end in which a date stands alone. */
const HEAD_LINES = 6;
const FOOT_LINES = 8;

/** The day that stands on a line of its own under the title or at the end (成文日期); null where there is none or two differ. */
function writtenDay(lines: readonly string[]): Day | null {
  const near = lines.filter((_, index) => index < HEAD_LINES || index >= lines.length - FOOT_LINES);
  const days = new Set(near.flatMap((line) => dayOfLine(line) ?? []));
  const [only] = days;
  return days.size === 1 && only !== undefined ? only : null;
}

function dayOfLine(line: string): Day | null {
  const text = line
    .replace(/^[(（[【]|[)）\]】]$/gu, '')
    .replace(/^(?:(?:发布|刊发|发稿|成文|撰写|报送|活动)?(?:时间|日期)|发布于|日期)\s*[:：]\s*/u, '')
    // 来源：西峡融媒 2022-04-12, 2022年4月12日 10:20
    .replace(/^(?:来源|作者|供稿|稿源)[^\d]{0,40}/u, '');
  if (text.length > 40 || !/^(?:20\d{2}|二\s*[〇○零0])/u.test(text)) return null;
  const reading = readDate({ column: 1, text, type: 'string', value: text, format: 'General' }, false);
  return reading.kind === 'day' && reading.note === null ? reading.day : null;
}

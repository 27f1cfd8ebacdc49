import type { Office } from '../contract/profiles.ts';
import type { ReminderList } from '../contract/reminders.ts';
import { escapeHtml } from './escapeHtml.ts';
import { chineseDay, dayOf } from './period.ts';
import { reminderNotes, reminderRows, reminderSummary, reminderTitle } from './reminderRows.ts';
import { REMINDER_COLUMNS } from './reminderTable.ts';

/** The reminder list's print page: A4 across, head repeated, one self-contained HTML text. Nothing in it runs or loads. */
export function reminderHtml(list: ReminderList, office: Pick<Office, 'office'>): string {
  const total = REMINDER_COLUMNS.reduce((sum, { width }) => sum + width, 0);
  const cols = REMINDER_COLUMNS.map(({ width }) => `<col style="width:${((width / total) * 100).toFixed(3)}%">`);
  const head = REMINDER_COLUMNS.map(({ title }) => `<th>${title}</th>`);
  const rows = reminderRows(list).map((row) => {
    const cells = REMINDER_COLUMNS.map(({ align, value }) => `<td class="${align}">${escapeHtml(value(row))}</td>`);
    return `<tr class="${row.level}">${cells.join('')}</tr>`;
  });
  const none = `<tr><td class="center" colspan="${REMINDER_COLUMNS.length}">无</td></tr>`;
  const title = escapeHtml(reminderTitle(list));
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${CSS}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="by">（${escapeHtml(office.office)}，${chineseDay(dayOf(list.asOf))}）</p>
<p>${escapeHtml(reminderSummary(list))}</p>
<table><colgroup>${cols.join('')}</colgroup><thead><tr>${head.join('')}</tr></thead>
<tbody>${rows.length === 0 ? none : rows.join('\n')}</tbody></table>
${reminderNotes(list)
  .map((note) => `<p class="note">${escapeHtml(note)}</p>`)
  .join('\n')}
</main>
</body>
</html>
`;
}

const SERIF = '"仿宋_GB2312", "仿宋", FangSong, STFangsong, "Noto Serif CJK SC", serif';
const SANS = '"黑体", SimHei, STHeiti, "Noto Sans CJK SC", sans-serif';
const TITLE = '"方正小标宋简体", STZhongsong, "Noto Serif CJK SC", "宋体", SimSun, serif';

// The level is a word; its shade is light enough that black and white print leaves the word readable.
const CSS = `
@page { size: 297mm 210mm; margin: 15mm; @bottom-center { content: "第 " counter(page) " 页，共 " counter(pages) " 页"; font: 9pt ${SERIF}; } }
* { margin: 0; padding: 0; box-sizing: border-box; }
body { font: 12pt/1.5 ${SERIF}; color: #000; line-break: strict; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
h1 { font: 20pt/1.4 ${TITLE}; text-align: center; }
.by { text-align: center; margin-bottom: 2mm; }
p { overflow-wrap: anywhere; }
table { width: 100%; margin: 2mm 0; table-layout: fixed; border-collapse: collapse; font-size: 10pt; line-height: 1.3; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid #000; padding: 1mm 0.8mm; vertical-align: middle; overflow-wrap: anywhere; white-space: pre-line; }
th { font-family: ${SANS}; font-weight: normal; }
.center { text-align: center; }
.left { text-align: left; }
.red td:nth-child(8) { background: #f8cbcb; font-weight: bold; }
.yellow td:nth-child(8) { background: #fff2cc; }
.blue td:nth-child(8) { background: #cfe2ff; }
.note { font-size: 10pt; break-before: avoid; }
@media screen { body { background: #e5e7eb; } main { width: 297mm; min-height: 210mm; margin: 6mm auto; padding: 15mm; background: #fff; } }
`;

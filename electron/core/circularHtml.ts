import type { ChartSpec } from '../contract/charts.ts';
import type { CircularDocument, CircularParagraph, CircularTable } from '../contract/circulars.ts';
import { CIRCULAR_CSS } from './circularCss.ts';
import { textWidth, titleLines } from './circularTitle.ts';
import { escapeHtml } from './escapeHtml.ts';

/** Draws a chart as an SVG element this wide. */
export type DrawChart = (spec: ChartSpec, widthMm: number) => string;

/** The circular's print page: one self-contained HTML text, the same content and layout as the `.docx`. Nothing in it runs or loads. */
export function circularHtml(
  document: CircularDocument,
  { draw }: { readonly draw: DrawChart } = WITHOUT_CHARTS,
): string {
  const tables = document.tables.map((table, index) =>
    annex(table, index === document.tables.length - 1 ? imprint(document) : '', draw),
  );
  const main = [
    redHead(document),
    titleBlock('title', titleLines(document.title), 'h1'),
    `<p class="addressee">${escapeHtml(document.addressee)}：</p>`,
    ...document.introduction.map(paragraph),
    ...document.sections.flatMap((section) => [
      `<h2>${escapeHtml(section.heading)}</h2>`,
      ...section.paragraphs.map(paragraph),
    ]),
    closing(document),
  ];
  const mainClass = tables.length === 0 ? 'sheet last' : 'sheet';
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(document.title)}</title>
<style>${CIRCULAR_CSS}</style>
</head>
<body>
<section class="${mainClass}"><div class="content">
${main.join('\n')}
</div>${tables.length === 0 ? imprint(document) : ''}</section>
${tables.join('\n')}
</body>
</html>
`;
}

const WITHOUT_CHARTS = {
  draw: ({ title }: ChartSpec): string => {
    throw new Error(`nothing draws the chart ${title}`);
  },
};

/** Third and fourth level are set like the body (GB/T 9704 7.3.3). */
function paragraph({ level, text }: CircularParagraph): string {
  return level === 'second' ? `<h3>${escapeHtml(text)}</h3>` : `<p>${escapeHtml(text)}</p>`;
}

function redHead({ letterhead, documentNo }: CircularDocument): string {
  // As in the .docx: one line, a long name set narrower before it is set smaller.
  const perCharacter = (442 * 0.98) / Math.max(1, textWidth(letterhead));
  const scale = Math.max(0.66, Math.min(1, perCharacter / 46));
  const points = Math.min(46, perCharacter / scale);
  const style = `font-size:${points.toFixed(1)}pt;transform:scaleX(${scale.toFixed(2)})`;
  return `<div class="head"><div class="mark"><span style="${style}">${escapeHtml(letterhead)}</span></div>
<p class="number">${escapeHtml(documentNo)}</p></div>`;
}

function titleBlock(className: string, lines: readonly string[], tag: 'h1' | 'h2'): string {
  return `<${tag} class="${className}">${lines.map((line) => `<span>${escapeHtml(line)}</span>`).join('')}</${tag}>`;
}

/** 附件说明, 署名, 成文日期 and 附注; they never stand on a page without text (kept together by the style sheet). */
function closing({ tables, signature, date, remark }: CircularDocument): string {
  const only = tables.length === 1;
  const items = tables.map(({ caption }, index) => {
    const number = only ? '' : `<span class="no">${index + 1}.</span>`;
    return `<li><span class="label">${index === 0 ? '附件：' : ''}</span>${number}<span>${escapeHtml(caption)}</span></li>`;
  });
  const nameWidth = textWidth(signature);
  const dateWidth = textWidth(date);
  const nameLeft = Math.max(0, dateWidth + 4 > nameWidth ? 28 - 4 - dateWidth : 28 - 2 - nameWidth);
  return `<div class="closing">${items.length === 0 ? '' : `<ul class="annexes">${items.join('')}</ul>`}
<p class="signature" style="padding-left:${nameLeft * 15.75}pt">${escapeHtml(signature)}</p>
<p class="date" style="padding-left:${(nameLeft + 2) * 15.75}pt">${escapeHtml(date)}</p>
${remark === '' ? '' : `<p>（${escapeHtml(remark)}）</p>`}</div>`;
}

function annex(table: CircularTable, imprintHtml: string, draw: DrawChart): string {
  const { label, caption, columns, rows, note, landscape } = table;
  const shares = columns.reduce((sum, column) => sum + column.width, 0);
  const cols = columns.map(({ width }) => `<col style="width:${((width / shares) * 100).toFixed(3)}%">`).join('');
  const head = columns.map(({ title }) => `<th>${escapeHtml(title)}</th>`).join('');
  const body =
    rows.length === 0
      ? `<tr><td class="center" colspan="${columns.length}">无</td></tr>`
      : rows
          .map((row) => {
            const cells = columns.map(
              ({ align }, index) => `<td class="${align}">${escapeHtml(row[index] ?? '')}</td>`,
            );
            return `<tr>${cells.join('')}</tr>`;
          })
          .join('\n');
  const classes = [
    'sheet',
    'annex',
    landscape ? 'wide' : '',
    imprintHtml === '' ? '' : 'last',
    columns.length > 6 ? 'small' : '',
  ];
  const notes = note
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => `<p class="note">${index === 0 ? '注：' : '　　'}${escapeHtml(line)}</p>`);
  return `<section class="${classes.filter((name) => name !== '').join(' ')}"><div class="content">
<p class="label">${escapeHtml(label)}</p>
${titleBlock('caption', titleLines(caption, landscape ? 28 : 20), 'h2')}
${landscape ? notes.join('\n') : ''}
${
  columns.length === 0
    ? ''
    : `<table><colgroup>${cols}</colgroup><thead><tr>${head}</tr></thead>
<tbody>${body}</tbody></table>`
}
${(table.charts ?? []).map((spec) => `<figure>${draw(spec, landscape ? 225 : 156)}</figure>`).join('\n')}
${landscape ? '' : notes.join('\n')}
</div>${imprintHtml}</section>`;
}

function imprint({ copyTo, issuer, date }: CircularDocument): string {
  const copies = copyTo.length === 0 ? '' : `<p class="copies">抄送：${escapeHtml(copyTo.join('，'))}。</p>`;
  return `<footer>${copies}<p class="issuer"><span>${escapeHtml(issuer)}</span><span>${escapeHtml(date)}印发</span></p></footer>`;
}

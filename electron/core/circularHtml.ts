import type { ChartSpec } from '../contract/charts.ts';
import type { CircularDocument, CircularParagraph, CircularTable } from '../contract/circulars.ts';
import { annexCharts, chartRoom } from './annexCharts.ts';
import { circularCss } from './circularCss.ts';
import { titleLines } from './circularTitle.ts';
import { escapeHtml } from './escapeHtml.ts';
import { type ImprintLines, imprintLines } from './imprintLines.ts';
import {
  CHARACTER_POINTS,
  isAddresseeInImprint,
  LINE_POINTS,
  markSize,
  signerLeft,
  signerRows,
  topMarks,
} from './officialHead.ts';
import { signaturePlace } from './signaturePlace.ts';
import { rowsTogether } from './tableEnd.ts';
import { isNumberCell, tableLayout, UPRIGHT_POINTS } from './tableLayout.ts';
import { isRagged, textPieces } from './wholeNumbers.ts';

/** Draws a chart as an SVG element this wide. */
export type DrawChart = (spec: ChartSpec, widthMm: number) => string;

/** The circular's print page: one self-contained HTML text, the same content and layout as the `.docx`. Nothing in it runs or loads. */
export function circularHtml(
  document: CircularDocument,
  { draw }: { readonly draw: DrawChart } = WITHOUT_CHARTS,
): string {
  const { tables } = document;
  const isWide = tables.at(-1)?.landscape === true;
  const lines = imprintLines(document, isWide ? WIDE_POINTS : undefined);
  const foot = lines === null ? '' : imprint(lines);
  const end = foot === '' ? '' : '<div class="end"></div>';
  const sheets = [
    { classes: '', html: mainPart(document, tables.length === 0 ? end : '') },
    ...tables.map((table, index) => annex(table, draw, index === tables.length - 1 ? end : '')),
  ];
  const last = sheets.length - 1;
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(document.title)}</title>
<style>${circularCss(document.form.fonts, lines?.height ?? 0)}</style>
</head>
<body>
${sheets.map(({ classes, html }, index) => `<section class="${`sheet ${classes} ${index === last ? 'last' : ''}`.trim().replace(/ +/g, ' ')}">${html}${index === last ? foot : ''}</section>`).join('\n')}
</body>
</html>
`;
}

/** Points of the type area's width, upright and across: 156 and 225 mm. */
const WIDE_POINTS = 225 * (72 / 25.4);

const WITHOUT_CHARTS = {
  draw: ({ title }: ChartSpec): string => {
    throw new Error(`nothing draws the chart ${title}`);
  },
};

/** `end`: the room of the imprint, which is kept with the last lines of the text. */
function mainPart(document: CircularDocument, end: string): string {
  const { addressee } = document;
  const body = [
    ...document.introduction.map(paragraph),
    ...document.sections.flatMap(({ heading, paragraphs }) => [
      `<h2>${escapeHtml(heading)}</h2>`,
      ...paragraphs.map(paragraph),
    ]),
  ];
  return [
    head(document),
    `<p class="addressee">${isAddresseeInImprint(document) || addressee === '' ? '' : `${escapeHtml(addressee)}：`}</p>`,
    ...body,
    closing(document, end),
  ].join('\n');
}

/** Third and fourth level are set like the body (GB/T 9704 7.3.3). */
function paragraph({ level, text }: CircularParagraph): string {
  if (level === 'second') return `<h3>${escapeHtml(text)}</h3>`;
  const pieces = textPieces(text).map(({ text, whole }) =>
    whole ? `<span class="whole">${escapeHtml(text)}</span>` : escapeHtml(text),
  );
  return `<p${isRagged(text) ? ' class="ragged"' : ''}>${pieces.join('')}</p>`;
}

/** 版头, or what stands for it on plain paper, and the title. */
function head(document: CircularDocument): string {
  const { form, letterhead, documentNo, title } = document;
  const marks = topMarks(form);
  const markLines = marks.map(({ text, role }) => `<p class="top ${role}">${escapeHtml(text)}</p>`).join('');
  const number = numberLines(form.signer, documentNo);
  if (!form.redHead) {
    const above = markLines + (form.signer === '' ? '' : number);
    const below = form.signer === '' && documentNo !== '' ? number : '';
    return `${above === '' ? '' : `${above}<p>&nbsp;</p>`}${titleBlock('title', titleLines(title), 'h1')}${below}`;
  }
  const { points, scale } = markSize(letterhead);
  // The ink of a character begins about a sixth of its height below the top of such a line.
  const before = (35 / 25.4) * 72 - marks.length * LINE_POINTS - points * 0.16;
  const line = `margin-top:${before.toFixed(2)}pt;height:${(points * 1.2).toFixed(2)}pt;line-height:${(points * 1.2).toFixed(2)}pt;margin-bottom:${2 * LINE_POINTS}pt`;
  const look = `font-size:${points}pt;transform:scaleX(${scale})`;
  return `<div class="head">${markLines}<div class="mark" style="${line}"><span style="${look}">${escapeHtml(letterhead)}</span></div>
${number}<div class="rule" style="margin-bottom:${2 * LINE_POINTS}pt"></div></div>
${titleBlock('title', titleLines(title), 'h1')}`;
}

/** The number in the middle, or on the left beside the last 签发人. */
function numberLines(signer: string, documentNo: string): string {
  const number = escapeHtml(documentNo);
  const rows = signerRows(signer);
  if (rows.length === 0) return `<p class="number">${number === '' ? '&nbsp;' : number}</p>`;
  const left = signerLeft(rows);
  const box = (characters: number, text: string) =>
    `<span style="flex:none;width:${characters * CHARACTER_POINTS}pt">${text}</span>`;
  return rows
    .map((names, index) => {
      const onLast = index === rows.length - 1 ? number : '';
      return `<p class="signers">${box(1, '')}${box(left - 1, onLast)}${box(4, index === 0 ? '签发人：' : '')}<span class="kai">${escapeHtml(names)}</span></p>`;
    })
    .join('');
}

function titleBlock(className: string, lines: readonly string[], tag: 'h1' | 'h2'): string {
  return `<${tag} class="${className}">${lines.map((line) => `<span>${escapeHtml(line)}</span>`).join('')}</${tag}>`;
}

/** 附件说明, 署名, 成文日期 and 附注; they never stand on a page without text (kept together by the style sheet). */
function closing(document: CircularDocument, end: string): string {
  const { tables, signature, date, remark } = document;
  const only = tables.length === 1;
  const items = tables.map(({ caption }, index) => {
    const number = only ? '' : `<span class="no${tables.length > 9 ? ' two' : ''}">${index + 1}.</span>`;
    return `<li><span class="label">${index === 0 ? '附件：' : ''}</span>${number}<span>${escapeHtml(caption)}</span></li>`;
  });
  const place = signaturePlace(document);
  const at = (characters: number) => `padding-left:${(characters * CHARACTER_POINTS).toFixed(2)}pt`;
  return `<div class="closing">${items.length === 0 ? '' : `<ul class="annexes">${items.join('')}</ul>`}
<p class="signature" style="margin-top:${place.linesAbove * LINE_POINTS}pt;${at(place.name)}">${signature.trim() === '' ? '&nbsp;' : escapeHtml(signature)}</p>
<p class="date" style="${at(place.date)}">${escapeHtml(date)}</p>
${remark === '' ? '' : `<p>（${escapeHtml(remark)}）</p>`}${end}</div>`;
}

function annex(table: CircularTable, draw: DrawChart, end: string): { classes: string; html: string } {
  const { label, caption, columns, note, landscape } = table;
  const notes = notesOf(note);
  // A printed chart has its title in the picture.
  const figures = annexCharts(table).map((spec) => `<figure>${draw(spec, chartRoom(table).width)}</figure>`);
  const isTableLast = columns.length > 0 && figures.length === 0;
  const html = `<p class="label">${escapeHtml(label)}</p>
${titleBlock('caption', titleLines(caption, landscape ? 28 : 20), 'h2')}
${columns.length === 0 ? notes : tableOf(table, `${notes}${isTableLast ? end : ''}`)}
${figures.join('\n')}
${isTableLast ? '' : end}
`;
  return {
    classes: ['annex', landscape ? 'wide' : ''].filter((name) => name !== '').join(' '),
    html,
  };
}

/** 注 to a table; lines of the note stay lines. */
function notesOf(note: string): string {
  const lines = note.split('\n').filter((line) => line.trim() !== '');
  const html = lines.map((line, index) => `<p>${index === 0 ? '注：' : '　　'}${escapeHtml(line)}</p>`);
  return lines.length === 0 ? '' : `<div class="note">${html.join('\n')}</div>`;
}

/** The table; what is below it and its last rows never part, so that neither sum nor note nor imprint stands on a page alone. */
function tableOf(table: CircularTable, below: string): string {
  const { columns, rows, landscape } = table;
  const total = landscape ? WIDE_POINTS : UPRIGHT_POINTS;
  const { size, lineHeight, widths, heads } = tableLayout(table, total);
  const cols = widths.map((width) => `<col style="width:${((width / total) * 100).toFixed(3)}%">`).join('');
  const head = heads.map((lines) => `<th>${lines.map(escapeHtml).join('<br>')}</th>`).join('');
  const cells = (row: readonly string[]) =>
    columns
      .map(({ align }, index) => {
        const cell = row[index] ?? '';
        return `<td class="${align}${isNumberCell(cell) ? ' whole' : ''}">${escapeHtml(cell)}</td>`;
      })
      .join('');
  const body = rows.map((row) => `<tr>${cells(row)}</tr>`);
  if (rows.length === 0) body.push(`<tr><td class="center" colspan="${columns.length}">无</td></tr>`);
  const last = body.splice(-rowsTogether(rows)).join('\n');
  const lastRow = below === '' ? '' : `<tr><td class="noted" colspan="${columns.length}">${below}</td></tr>`;
  return `<table style="font-size:${size}pt;line-height:${lineHeight}pt"><colgroup>${cols}</colgroup><thead><tr>${head}</tr></thead>
<tbody>${body.join('\n')}</tbody>
<tbody class="together">${last}${lastRow}</tbody></table>`;
}

/** 版记. */
function imprint(lines: ImprintLines): string {
  const recipients = lines.recipients.map(({ label, text }) => `<p class="copies">${label}${escapeHtml(text)}</p>`);
  const issuer =
    lines.issuer === ''
      ? ''
      : `<p class="issuer${lines.issuerSet === 'plain' ? '' : ` ${lines.issuerSet}`}"><span>${escapeHtml(lines.issuer)}</span><span>${escapeHtml(lines.printed)}</span></p>`;
  return `<footer class="imprint"><hr>${recipients.join('')}${recipients.length > 0 && issuer !== '' ? '<hr class="thin">' : ''}${issuer}<hr></footer>`;
}

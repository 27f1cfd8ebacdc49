import type { FontRole } from '../contract/charts.ts';
import type { DocumentForm } from '../contract/circulars.ts';
import { CLOSER } from './imprintLines.ts';

/** Families by role, those of the standard first, then their kin of Windows, macOS and Linux. */
const FAMILIES: Readonly<Record<FontRole, string>> = {
  body: '"仿宋_GB2312", "仿宋", FangSong, STFangsong, "Noto Serif CJK SC", serif',
  kai: '"楷体_GB2312", "楷体", KaiTi, STKaiti, "Noto Serif CJK SC", serif',
  hei: '"黑体", SimHei, STHeiti, "Noto Sans CJK SC", sans-serif',
  song: '"宋体", SimSun, STSong, "Noto Serif CJK SC", serif',
  title: '"方正小标宋简体", "小标宋体", "方正小标宋_GBK", STZhongsong, "Noto Serif CJK SC", "宋体", SimSun, serif',
};

/**
 * Style sheet of the print page: GB/T 9704 in print, the same sheets on the screen. `imprintHeight`: points of the 版记. It stands at the foot
 * of the page where the content of the last sheet ends: where that is, the anchor below the content tells, rounded up to whole pages.
 */
export function circularCss(fonts: DocumentForm['fonts'], imprintHeight: number): string {
  const face = (role: FontRole) => {
    const chosen = fonts?.[role];
    // A family is a name, never a piece of style sheet.
    const name = chosen?.family.replace(/[^\p{L}\p{N} _-]/gu, '') ?? '';
    const families = name === '' ? FAMILIES[role] : `"${name}", ${FAMILIES[role]}`;
    return { families, style: `font-family: ${families}; font-weight: ${chosen?.bold ? 'bold' : 'normal'};` };
  };
  const number = `content: "— " counter(page) " —"; font: 14pt/1 ${face('song').families};`;
  return `
@page { size: 210mm 297mm; margin: 37mm 26mm 35mm 28mm; }
@page :right { @bottom-right { ${number} vertical-align: top; padding: 4.2mm 14pt 0 0; } }
@page :left { @bottom-left { ${number} vertical-align: top; padding: 4.2mm 0 0 14pt; } }
@page wide { size: 297mm 210mm; margin: 28mm 37mm 26mm 35mm; }
@page wide:right { @bottom-right { content: none; } @left-bottom { ${number} writing-mode: vertical-rl; text-align: right; vertical-align: top; padding: 0 0 14pt 0; } }
@page wide:left { @bottom-left { content: none; } @left-top { ${number} writing-mode: vertical-rl; text-align: left; vertical-align: top; padding: 14pt 0 0 0; } }
* { margin: 0; padding: 0; box-sizing: border-box; }
body { font-size: 16pt; line-height: 28.95pt; ${face('body').style} letter-spacing: -0.25pt; color: #000; text-autospace: no-autospace; text-spacing-trim: space-all; line-break: strict; orphans: 1; widows: 1; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
p { text-align: justify; text-indent: 31.5pt; overflow-wrap: anywhere; }
.ragged { text-align: left; }
.whole { white-space: nowrap; }
h1, h2, h3 { font-size: 16pt; break-after: avoid; }
h2, h3 { text-indent: 31.5pt; ${face('hei').style} }
h3 { ${face('kai').style} }
.top { text-indent: 0; }
.hei { ${face('hei').style} }
.kai { ${face('kai').style} }
.head { position: relative; color: #f00; }
.head > div, .head > p { position: relative; color: #000; }
.head > .mark { color: #f00; display: flex; justify-content: center; overflow: visible; }
.mark span { ${face('title').style} white-space: nowrap; flex: none; letter-spacing: 0; }
.number { text-align: center; text-indent: 0; }
.signers { text-indent: 0; white-space: nowrap; display: flex; }
.head > .rule { height: 0; border-bottom: 1.5pt solid #f00; margin-top: 5pt; }
h1.title, h2.caption { font-size: 22pt; line-height: 34pt; ${face('title').style} text-align: center; text-indent: 0; letter-spacing: -0.3pt; }
h1.title span, h2.caption span { display: block; }
.addressee { margin-top: 28.95pt; }
.addressee, .label { text-indent: 0; }
.closing { break-inside: avoid; break-before: avoid; }
.annexes { list-style: none; margin: 28.95pt 0 0 31.5pt; }
.annexes li { display: flex; }
.annexes .label { width: 47.25pt; flex: none; }
.annexes .no { width: 16pt; flex: none; }
.annexes .no.two { width: 24pt; }
.signature, .date { text-indent: 0; white-space: nowrap; }
.annex { break-before: page; }
.wide { page: wide; }
.annex > .label { ${face('hei').style} text-align: left; }
h2.caption { margin: 28.95pt 0 12pt; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; letter-spacing: 0; }
thead { display: table-header-group; break-after: avoid; }
tr { break-inside: avoid; }
.together { break-inside: avoid; }
th, td { border: 0.5pt solid #000; padding: 1.4pt 1.5pt; height: 8mm; vertical-align: middle; overflow-wrap: anywhere; }
th { ${face('hei').style} text-align: center; }
.center { text-align: center; }
.left { text-align: left; }
.right { text-align: right; }
.noted { border: 0; padding: 0; }
.note { break-inside: avoid; padding: 4pt 0; font-size: 10.5pt; line-height: 15pt; letter-spacing: 0; }
.note p { padding-left: 21pt; text-indent: -21pt; text-align: left; }
figure { break-inside: avoid; margin-top: 6pt; text-align: center; line-height: 0; letter-spacing: 0; }
figure svg { max-width: 100%; max-height: 160mm; }
.wide figure svg { max-height: 95mm; }
.sheet { display: flow-root; }
.last { position: relative; }
.end { height: ${imprintHeight + 14.5}pt; break-inside: avoid; break-before: avoid; anchor-name: --end; }
.imprint { position: absolute; left: 0; width: 156mm; height: ${imprintHeight}pt; top: calc(round(up, anchor(--end bottom) - 1mm, 225mm) - ${imprintHeight + 0.3}pt); font-size: 14pt; line-height: 23pt; letter-spacing: 0; display: flex; flex-direction: column; justify-content: flex-end; }
.wide .imprint { width: 225mm; top: calc(round(up, anchor(--end bottom) - 1mm, 156mm) - ${imprintHeight + 0.3}pt); }
.copies { padding: 0 14pt 0 56pt; text-indent: -42pt; }
.issuer { display: flex; justify-content: space-between; padding: 0 14pt; text-indent: 0; white-space: nowrap; }
/* 0.35 and 0.25 mm: a border would be drawn in whole pixels. */
.imprint hr { flex: none; border: 0; height: 4px; margin: -1px 0; background: #000; transform: scaleY(0.331); }
.imprint hr.thin { transform: scaleY(0.236); }
.imprint hr:first-child { transform-origin: top; margin-top: 0; }
.imprint hr:last-child { transform-origin: bottom; margin-bottom: 0; }
.apart { flex-direction: column; white-space: normal; }
.apart span:last-child { align-self: flex-end; }
.tight { letter-spacing: -${CLOSER}pt; }
.again, .page-number { display: none; }
@media screen {
  body { background: #e5e7eb; padding: 8mm 0; }
  .sheet { width: 210mm; min-height: 297mm; margin: 0 auto 8mm; padding: 37mm 26mm 35mm 28mm; background: #fff; box-shadow: 0 1px 6px rgb(0 0 0 / 25%); }
  .wide { width: 297mm; min-height: 210mm; padding: 28mm 37mm 26mm 35mm; }
  .imprint { left: 28mm; top: auto; bottom: 35mm; }
  .wide .imprint { left: 35mm; top: auto; bottom: 26mm; }
  /* Pages as they will be printed: columns as high as the type area, one below the other. The window adds what only paper has, the page
     numbers and the heads of tables that go on (renderer printedPages.ts). */
  @supports (column-wrap: wrap) {
    .sheet { position: relative; column-width: 156mm; column-height: 225mm; column-wrap: wrap; column-fill: auto; row-gap: 80mm; background: repeating-linear-gradient(#fff 0 297mm, #e5e7eb 297mm 305mm); }
    .wide { column-width: 225mm; column-height: 156mm; row-gap: 62mm; background: repeating-linear-gradient(#fff 0 210mm, #e5e7eb 210mm 218mm); }
    .imprint { bottom: auto; top: calc(round(down, anchor(--end bottom) - 38mm, 305mm) + 262mm - ${imprintHeight + 0.3}pt); }
    .wide .imprint { bottom: auto; top: calc(round(down, anchor(--end bottom) - 29mm, 218mm) + 184mm - ${imprintHeight + 0.3}pt); }
    .again { display: table-row; }
    .page-number { display: block; position: absolute; top: calc(var(--page-top) + 266.2mm); font: 14pt/1 ${face('song').families}; letter-spacing: 0; white-space: nowrap; }
    .odd { right: calc(26mm + 14pt); }
    .even { left: calc(28mm + 14pt); }
    .wide .page-number { writing-mode: vertical-rl; left: calc(30.8mm - 14pt); right: auto; }
    .wide .odd { top: calc(var(--page-top) + 184mm - 14pt); transform: translateY(-100%); }
    .wide .even { top: calc(var(--page-top) + 28mm + 14pt); }
  }
}
`;
}

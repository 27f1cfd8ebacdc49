const FANGSONG = '"仿宋_GB2312", "仿宋", FangSong, STFangsong, "Noto Serif CJK SC", serif';
const KAI = '"楷体_GB2312", "楷体", KaiTi, STKaiti, "Noto Serif CJK SC", serif';
const HEI = '"黑体", SimHei, STHeiti, "Noto Sans CJK SC", sans-serif';
const SONG = '"宋体", SimSun, STSong, "Noto Serif CJK SC", serif';
const TITLE = '"方正小标宋简体", "小标宋体", "方正小标宋_GBK", STZhongsong, "Noto Serif CJK SC", "宋体", SimSun, serif';

const NUMBER = `content: "— " counter(page) " —"; font: 14pt/1 ${SONG};`;

/** Style sheet of the print page: GB/T 9704 in print, the same sheets on the screen. */
export const CIRCULAR_CSS = `
@page { size: 210mm 297mm; margin: 37mm 26mm 35mm 28mm; }
@page :right { @bottom-right { ${NUMBER} vertical-align: top; padding: 5mm 14pt 0 0; } }
@page :left { @bottom-left { ${NUMBER} vertical-align: top; padding: 5mm 0 0 14pt; } }
@page wide { size: 297mm 210mm; margin: 28mm 37mm 26mm 35mm; }
@page wide:right { @bottom-right { content: none; } @left-bottom { ${NUMBER} writing-mode: vertical-rl; text-align: right; vertical-align: bottom; padding: 0 5mm 14pt 0; } }
@page wide:left { @bottom-left { content: none; } @left-top { ${NUMBER} writing-mode: vertical-rl; text-align: left; vertical-align: top; padding: 14pt 5mm 0 0; } }
* { margin: 0; padding: 0; box-sizing: border-box; }
body { font: 16pt/28.95pt ${FANGSONG}; letter-spacing: -0.25pt; color: #000; text-autospace: no-autospace; line-break: strict; orphans: 1; widows: 1; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
p { text-align: justify; text-indent: 2em; overflow-wrap: anywhere; }
h1, h2, h3 { font-size: 16pt; font-weight: normal; break-after: avoid; }
h2, h3 { text-indent: 2em; }
h2 { font-family: ${HEI}; }
h3 { font-family: ${KAI}; }
.head { padding-top: 35mm; color: #f00; text-align: center; }
.mark { display: flex; justify-content: center; height: 46pt; align-items: center; overflow: visible; }
.mark span { font-family: ${TITLE}; white-space: nowrap; flex: none; letter-spacing: 0; }
.number { margin-top: 57.9pt; padding-bottom: 4mm; border-bottom: 1.5pt solid #f00; color: #000; text-align: center; text-indent: 0; }
h1.title { margin: 57.9pt 0 28.95pt; }
h1.title, h2.caption { font: 22pt/34pt ${TITLE}; text-align: center; text-indent: 0; letter-spacing: -0.3pt; }
h1.title span, h2.caption span { display: block; }
.addressee, .label { text-indent: 0; }
.closing { break-inside: avoid; break-before: avoid; }
.annexes { list-style: none; margin: 28.95pt 0 0 31.5pt; }
.annexes li { display: flex; }
.annexes .label { width: 47.25pt; flex: none; }
.annexes .no { width: 12pt; flex: none; }
.signature { margin-top: 57.9pt; text-indent: 0; }
.date { text-indent: 0; }
.annex { break-before: page; }
.wide { page: wide; }
.annex > .content > .label { font-family: ${HEI}; text-align: left; }
h2.caption { margin: 28.95pt 0 12pt; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; letter-spacing: 0; font-size: 12pt; line-height: 15pt; }
.small table { font-size: 10.5pt; line-height: 13pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid #000; padding: 1.4pt 1.5pt; height: 8mm; vertical-align: middle; overflow-wrap: anywhere; }
th { font-family: ${HEI}; font-weight: normal; text-align: center; }
.center { text-align: center; }
.left { text-align: left; }
.right { text-align: right; }
.note { break-before: avoid; break-inside: avoid; margin: 4pt 0; padding-left: 2em; text-indent: -2em; font-size: 10.5pt; line-height: 15pt; text-align: left; }
.last { display: flex; flex-direction: column; min-height: 224.5mm; }
.last.wide { min-height: 155.5mm; }
.last > .content { flex: 1 0 auto; }
.last > footer { flex: none; }
footer { margin-top: 23pt; width: 156mm; border-top: 1pt solid #000; border-bottom: 1pt solid #000; font-size: 14pt; line-height: 23pt; letter-spacing: 0; break-inside: avoid; }
.wide > footer { align-self: center; }
.copies { padding: 0 14pt 0 56pt; text-indent: -42pt; border-bottom: 0.7pt solid #000; }
.issuer { display: flex; justify-content: space-between; padding: 0 14pt; text-indent: 0; white-space: nowrap; letter-spacing: -0.5pt; }
@media screen {
  body { background: #e5e7eb; padding: 8mm 0; }
  .sheet { width: 210mm; min-height: 297mm; margin: 0 auto 8mm; padding: 37mm 26mm 35mm 28mm; background: #fff; box-shadow: 0 1px 6px rgb(0 0 0 / 25%); }
  .wide { width: 297mm; min-height: 210mm; padding: 28mm 37mm 26mm 35mm; }
}
`;

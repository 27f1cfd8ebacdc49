/** Enough for the longest paper: what is below its end is cut off. */
const MARKS = 300;

/** As text: the page may load no pictures. What is fixed in place is printed on each sheet anew. */
const STYLE = `<style>
body { position: relative; }
.void-mark { position: absolute; inset: 0; z-index: 9; overflow: hidden; pointer-events: none; }
.void-mark b { display: block; height: 560px; font: 700 150px/560px SimHei, sans-serif; text-align: center; letter-spacing: 0; color: rgb(179 38 30 / 16%); transform: rotate(-30deg); }
@media print { .void-mark { position: fixed; print-color-adjust: exact; } .void-mark b:nth-child(n + 2) { display: none; } .void-mark b { height: 100%; line-height: 900px; } }
</style>`;

/** The print page of a voided paper: marked on the screen and on each printed sheet, so that nobody takes it for a valid one. */
export function withVoidMark(html: string): string {
  const marks = `<div class="void-mark" aria-hidden="true">${'<b>作废</b>'.repeat(MARKS)}</div>`;
  return html.replace('</head>', () => `${STYLE}</head>`).replace('</body>', () => `${marks}</body>`);
}

/** Gap between two pages on the screen, as `core/circularCss.ts` draws it; millimetres like all lengths here. */
const GAP = 8;
const UPRIGHT = { width: 210, height: 297 };
const ACROSS = { width: 297, height: 210 };

/**
 * Completes the print page on the screen, whose style sheet breaks the text into pages as printing does: heads of tables again at the top of
 * each page, and page numbers, which a browser draws on paper only. Printing leaves both out.
 */
export function markPrintedPages(page: Document): void {
  // An older browser shows each part as one long sheet.
  if (!CSS.supports('column-wrap', 'wrap')) return;
  let number = 0;
  for (const sheet of page.querySelectorAll<HTMLElement>('.sheet')) {
    const { width, height } = sheet.classList.contains('wide') ? ACROSS : UPRIGHT;
    const pixels = sheet.getBoundingClientRect().width / width;
    const step = (height + GAP) * pixels;
    for (const table of sheet.querySelectorAll('table')) repeatHead(table, sheet, step);
    const pages = Math.round((sheet.getBoundingClientRect().height + GAP * pixels) / step);
    for (let index = 0; index < pages; index += 1) {
      number += 1;
      sheet.append(numberMark(page, number, index * (height + GAP)));
    }
    // A sheet across is shown smaller, but lies in the frame as if it were not.
    const shown = sheet.getBoundingClientRect().height;
    sheet.style.setProperty('--below', `${GAP * pixels - (sheet.offsetHeight - shown)}px`);
  }
}

/** Rows are looked at in order: each head that is put in moves those after it. */
function repeatHead(table: HTMLTableElement, sheet: HTMLElement, step: number): void {
  const head = table.tHead;
  if (!head) return;
  // A row that did not fit leaves an empty piece of itself at the foot of the page before.
  const pageOf = (row: Element) => {
    const top = [...row.getClientRects()].at(-1)?.top ?? 0;
    return Math.floor((top - sheet.getBoundingClientRect().top) / step);
  };
  let shown = pageOf(head);
  for (const row of [...table.tBodies].flatMap((body) => [...body.rows])) {
    const place = pageOf(row);
    if (place === shown) continue;
    shown = place;
    const again = [...head.rows].map((line) => line.cloneNode(true) as HTMLElement); // a row's clone is a row
    for (const line of again) line.classList.add('again');
    // A tall row that went over to the next page left room behind it, where the head would stand otherwise.
    again[0]?.style.setProperty('break-before', 'column');
    const body = row.parentElement;
    if (row !== body?.firstElementChild) row.before(...again);
    else {
      // Rows that stay together went over together: within them nothing breaks.
      const own = table.ownerDocument.createElement('tbody');
      own.append(...again);
      body.before(own);
    }
  }
}

function numberMark(page: Document, number: number, top: number): HTMLElement {
  const mark = page.createElement('span');
  mark.className = `page-number ${number % 2 === 1 ? 'odd' : 'even'}`;
  mark.style.setProperty('--page-top', `${top}mm`);
  mark.textContent = `— ${number} —`;
  return mark;
}

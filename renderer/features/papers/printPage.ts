const MARK = 'print-frame';

/** Prints a page of its own in its own page size, once it is laid out: what is on screen may be older. */
export function printPage(html: string): void {
  for (const earlier of document.querySelectorAll(`[data-testid="${MARK}"]`)) earlier.remove();
  const frame = document.createElement('iframe');
  frame.dataset.testid = MARK;
  // Same origin, so that it can be printed; no scripts, so nothing in it can act.
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.style.cssText = 'position:fixed;inset:auto 0 0 auto;width:0;height:0;border:0';
  frame.srcdoc = html;
  frame.addEventListener('load', () => {
    frame.contentWindow?.focus();
    frame.contentWindow?.print();
  });
  document.body.append(frame);
}

import { Spin } from 'antd';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { COMPOSER_WORDS as W } from '../../words/composer.ts';
import { markPrintedPages } from './printedPages.ts';

interface PaperPreviewProps {
  readonly html: string | undefined;
  readonly busy: boolean;
  readonly frame: RefObject<HTMLIFrameElement | null>;
}

/** A4 at 96 dots per inch, with the gap around the sheets. */
const PAGE_WIDTH = 794 + 24;

/** On the screen landscape annexes are shown as wide as the other sheets; print is left as it is. Zoom would break pages elsewhere. */
const SCREEN_STYLE =
  '<style>@media screen { body { padding: 12px 0; } .wide { transform: scale(0.7071); transform-origin: 0 0; margin: 0 0 var(--below) 12px; } }</style>';

/** The print page in a frame without scripts, scaled to the width at hand: what comes out of the printer. */
export function PaperPreview({ html, busy, frame }: PaperPreviewProps) {
  const holder = useRef<HTMLElement>(null);
  const [room, setRoom] = useState(PAGE_WIDTH);
  const [size, setSize] = useState({ width: PAGE_WIDTH, height: 1123 });

  useLayoutEffect(() => {
    const element = holder.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const measure = () => {
    const page = frame.current?.contentDocument?.documentElement;
    if (!page) return;
    markPrintedPages(page.ownerDocument);
    setSize({ width: Math.max(PAGE_WIDTH, page.scrollWidth), height: page.scrollHeight });
  };
  const scale = room / size.width;
  return (
    <section className="paper-preview" aria-label={W.preview} ref={holder} data-testid="paper-preview">
      {html === undefined && busy ? <Spin delay={500} description={W.previewBusy} /> : null}
      {html === undefined ? null : (
        <div style={{ width: room, height: size.height * scale, overflow: 'hidden' }}>
          <iframe
            ref={frame}
            title={W.preview}
            // Same origin, so that its height can be read and it can be printed; no scripts, so nothing in it can act.
            sandbox="allow-same-origin allow-modals"
            srcDoc={html.replace('</head>', () => `${SCREEN_STYLE}</head>`)}
            onLoad={measure}
            style={{ width: size.width, height: size.height, transform: `scale(${scale})` }}
          />
        </div>
      )}
    </section>
  );
}

/** Scrolls the preview to where a text stands on the page, so that what is being written is seen as it will be printed. */
export function showInFrame(frame: HTMLIFrameElement | null, text: string): void {
  const holder = frame?.closest('.paper-preview');
  const begin = text.slice(0, BEGIN);
  if (!frame || !holder || begin.trim() === '') return;
  const parts = [...(frame.contentDocument?.querySelectorAll('h1, h2, h3, p') ?? [])];
  const found = parts.find((part) => part.textContent.includes(begin));
  if (!found) return;
  const scale = frame.getBoundingClientRect().width / frame.offsetWidth;
  const { top, bottom } = found.getBoundingClientRect();
  const [from, to] = [top * scale, bottom * scale];
  const isInSight = from >= holder.scrollTop && to <= holder.scrollTop + holder.clientHeight;
  if (!isInSight) holder.scrollTo({ top: from - holder.clientHeight / 3, behavior: 'smooth' });
}

/** Scrolls the preview to the head of the paper. */
export function showTop(frame: HTMLIFrameElement | null): void {
  frame?.closest('.paper-preview')?.scrollTo({ top: 0, behavior: 'smooth' });
}

/** Enough of a text to know it by. */
const BEGIN = 24;

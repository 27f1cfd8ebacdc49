import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A line of text on a page, in points from the top left of the page. */
export interface RenderedLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

export interface RenderedPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly RenderedLine[];
}

/** What is missing on this machine to look at pages; null: nothing. */
export function missingRenderer(): string | null {
  const tools = ['soffice', 'pdftotext', 'fc-list'].filter(
    (tool) => spawnSync(tool, ['--version']).error !== undefined,
  );
  if (tools.length > 0) return `needs ${tools.join(', ')}`;
  const fonts = execFileSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return fonts.trim() === '' ? 'needs a Chinese font' : null;
}

/** Pages of a `.docx` as LibreOffice sets them. */
export function renderedPages(docx: Uint8Array): RenderedPage[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'credit-desk-pages-'));
  try {
    const source = path.join(folder, 'page.docx');
    writeFileSync(source, docx);
    const profile = pathToFileURL(path.join(folder, 'profile')).href;
    execFileSync(
      'soffice',
      [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, source],
      { stdio: 'ignore' },
    );
    return pdfPages(path.join(folder, 'page.pdf'));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Pages of a PDF. */
export function pdfPages(file: string): RenderedPage[] {
  const out = `${file}.html`;
  execFileSync('pdftotext', ['-bbox', file, out]);
  const pages = readFileSync(out, 'utf8').match(/<page [\s\S]*?<\/page>/g) ?? [];
  return pages.map((page) => ({
    width: attribute(page, 'width'),
    height: attribute(page, 'height'),
    lines: linesOf(page.match(/<word [^>]*>[^<]*<\/word>/g) ?? []),
  }));
}

/** Words whose tops lie within a third of a line are one line, read from the left. */
function linesOf(tags: readonly string[]): RenderedLine[] {
  const words = tags.map((tag) => ({
    text: />([^<]*)</.exec(tag)?.[1] ?? '',
    left: attribute(tag, 'xMin'),
    right: attribute(tag, 'xMax'),
    top: attribute(tag, 'yMin'),
  }));
  const lines: (typeof words)[] = [];
  for (const word of words.sort((a, b) => a.top - b.top)) {
    const line = lines.at(-1);
    if (line?.[0] !== undefined && word.top - line[0].top < 9) line.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => {
    line.sort((a, b) => a.left - b.left);
    return {
      text: line.map(({ text }) => text).join(''),
      left: Math.min(...line.map(({ left }) => left)),
      right: Math.max(...line.map(({ right }) => right)),
      top: Math.min(...line.map(({ top }) => top)),
    };
  });
}

function attribute(xml: string, name: string): number {
  return Number(new RegExp(`\\b${name}="([^"]+)"`).exec(xml)?.[1]);
}

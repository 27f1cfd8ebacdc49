import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A word on a page, in millimetres from its top left. */
export interface RenderedWord {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Words on one line, read from the left. */
export type RenderedLine = RenderedWord;

export interface RenderedPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly RenderedWord[];
  readonly lines: readonly RenderedLine[];
}

/** A red line across the page, in millimetres. */
export interface RedRule {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Whether a machine without these tools fails its tests, as the one that decides on a release is to: `TEST_TOOLS=required`. */
export const NEEDS_TOOLS = process.env.TEST_TOOLS === 'required';

/** What is missing on this machine to read the pages of a PDF; null: nothing. */
export function missingReader(): string | null {
  return missingOf(['pdftotext', 'pdftoppm', 'fc-list']);
}

/** What is missing on this machine to see how LibreOffice sets pages; null: nothing. */
export function missingRenderer(): string | null {
  return missingOf(['soffice', 'pdftotext', 'pdftoppm', 'fc-list']);
}

function missingOf(needed: readonly string[]): string | null {
  const tools = needed.filter((tool) => spawnSync(tool, ['--version']).error !== undefined);
  if (tools.length > 0) return `needs ${tools.join(', ')}`;
  const fonts = execFileSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return fonts.trim() === '' ? 'needs a Chinese font' : null;
}

/** PDFs of `.docx` files as LibreOffice sets them, `<name>.pdf` in the folder, made in one start of the program. */
export function libreOfficePdfs(folder: string, documents: Readonly<Record<string, Uint8Array>>): void {
  const sources = Object.entries(documents).map(([name, bytes]) => {
    const source = path.join(folder, `${name}.docx`);
    writeFileSync(source, bytes);
    return source;
  });
  const profile = pathToFileURL(path.join(folder, 'profile')).href;
  const args = [
    `-env:UserInstallation=${profile}`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    ...sources,
  ];
  execFileSync('soffice', args, { stdio: 'ignore' });
}

/** Pages of one `.docx` as LibreOffice sets them. */
export function renderedPages(docx: Uint8Array): RenderedPage[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'credit-desk-pages-'));
  try {
    libreOfficePdfs(folder, { page: docx });
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
  return pages.map((page) => {
    const words = (page.match(/<word [^>]*>[^<]*<\/word>/g) ?? []).map((tag) => ({
      text: unescaped(/>([^<]*)</.exec(tag)?.[1] ?? ''),
      left: attribute(tag, 'xMin'),
      right: attribute(tag, 'xMax'),
      top: attribute(tag, 'yMin'),
      bottom: attribute(tag, 'yMax'),
    }));
    return { width: attribute(page, 'width'), height: attribute(page, 'height'), words, lines: linesOf(words) };
  });
}

/** The red line that is wider than any character on the first page of a PDF; null: none. */
export function redRule(file: string): RedRule | null {
  const dotsPerInch = 200;
  const args = ['-r', String(dotsPerInch), '-f', '1', '-l', '1', file];
  const image = execFileSync('pdftoppm', args, { maxBuffer: 64 * 1024 * 1024 });
  const header = /^P6\n(\d+) (\d+)\n255\n/.exec(image.subarray(0, 40).toString('latin1'));
  if (header === null) throw new Error('no picture of the page');
  const [width, height] = [Number(header[1]), Number(header[2])];
  const mm = (dots: number) => (dots / dotsPerInch) * 25.4;
  const found: RedRule[] = [];
  for (let y = 0; y < height; y += 1) {
    const row = image.subarray(header[0].length + y * width * 3, header[0].length + (y + 1) * width * 3);
    const isRed = (x: number) => (row[x * 3] ?? 0) > 200 && (row[x * 3 + 1] ?? 255) < 120;
    const middle = Math.round(width / 2);
    let [left, right] = [middle, middle];
    while (left > 0 && isRed(left - 1)) left -= 1;
    while (right < width && isRed(right)) right += 1;
    if (mm(right - left) > 60) found.push({ left: mm(left), right: mm(right), top: mm(y), bottom: mm(y + 1) });
  }
  const [first, last] = [found[0], found.at(-1)];
  return first && last ? { ...first, bottom: last.bottom } : null;
}

/** Words whose middles lie within a third of a line are one line, read from the left. */
export function linesOf(words: readonly RenderedWord[]): RenderedLine[] {
  const lines: [RenderedWord, ...RenderedWord[]][] = [];
  for (const word of [...words].sort((a, b) => middleOf(a) - middleOf(b))) {
    const line = lines.at(-1);
    if (line !== undefined && middleOf(word) - middleOf(line[0]) < 3.2) line.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => ({
    text: [...line]
      .sort((a, b) => a.left - b.left)
      .map(({ text }) => text)
      .join(''),
    left: Math.min(...line.map(({ left }) => left)),
    right: Math.max(...line.map(({ right }) => right)),
    top: Math.min(...line.map(({ top }) => top)),
    bottom: Math.max(...line.map(({ bottom }) => bottom)),
  }));
}

/** Height of the middle: tops and bottoms are those of the typeface, not of the ink. */
export function middleOf({ top, bottom }: Pick<RenderedWord, 'top' | 'bottom'>): number {
  return (top + bottom) / 2;
}

/** A length of the tag in millimetres; the PDF has points. */
function attribute(xml: string, name: string): number {
  return (Number(new RegExp(`\\b${name}="([^"]+)"`).exec(xml)?.[1]) / 72) * 25.4;
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

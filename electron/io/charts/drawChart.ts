import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { ChartSpec } from '../../contract/charts.ts';
import type { chineseFont } from '../fonts.ts';
import { loadChartSvg } from './loadChartSvg.ts';

/** A picture for a Word document; `width` and `height` in its own pixels. */
export interface ChartPicture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A font file of this machine, and the family in it to letter with. */
export type ChartFont = NonNullable<ReturnType<typeof chineseFont>>;

/**
 * A chart as PNG at 300 dpi for a width on paper, lettered in this font; without any its letters are missing: `fonts.check` says so. Takes up
 * to a second: `chartPng` has it done in a thread of its own.
 */
export async function drawChart(spec: ChartSpec, widthMm: number, font: ChartFont | null): Promise<ChartPicture> {
  const [draw, buffers] = await Promise.all([loadChartSvg(), lettersOf(font), wasm()]);
  const family = font?.family ?? 'sans-serif';
  // Named outright: to look for a family that is not there costs more than to draw.
  const svg = draw(spec, widthMm).replaceAll(/font-family:[^;"]*/gu, `font-family:${family}`);
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'width', value: Math.round((widthMm / 25.4) * DPI) },
    background: '#ffffff',
    font: { fontBuffers: buffers, defaultFontFamily: family, sansSerifFamily: family },
  });
  const image = resvg.render();
  try {
    return { png: image.asPng(), width: image.width, height: image.height };
  } finally {
    image.free();
    resvg.free();
  }
}

const DPI = 300;

let started: Promise<void> | undefined;

function wasm(): Promise<void> {
  started ??= readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')).then(initWasm);
  return started;
}

const loaded = new Map<string, Promise<Uint8Array>>();

/** The font that pictures are lettered in, kept: it is some 20 MB. */
async function lettersOf(font: ChartFont | null): Promise<Uint8Array[]> {
  if (font === null) return [];
  const bytes = loaded.get(font.file) ?? readFile(font.file);
  loaded.set(font.file, bytes);
  return [await bytes];
}

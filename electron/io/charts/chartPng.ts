import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { ChartSpec } from '../../contract/charts.ts';
import { chineseFont } from '../fonts.ts';
import { loadChartSvg } from './loadChartSvg.ts';

/** A picture for a Word document; `width` and `height` in its own pixels. */
export interface ChartPicture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A chart as PNG at 300 dpi for a width on paper. Without any Chinese font on this machine its letters are missing: `fonts.check` says so. */
export async function chartPng(spec: ChartSpec, widthMm: number): Promise<ChartPicture> {
  const [draw, fonts] = await Promise.all([loadChartSvg(), fontBuffers(), wasm()]);
  const resvg = new Resvg(draw(spec, widthMm), {
    fitTo: { mode: 'width', value: Math.round((widthMm / 25.4) * DPI) },
    background: '#ffffff',
    font: fonts,
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
  started ??= readFile(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))).then(initWasm);
  return started;
}

let loaded: Promise<{ fontBuffers: Uint8Array[]; defaultFontFamily?: string; sansSerifFamily?: string }> | undefined;

async function fontBuffers() {
  loaded ??= (async () => {
    const font = chineseFont();
    if (font === null) return { fontBuffers: [] };
    const family = font.families[0] ?? '';
    return { fontBuffers: [await readFile(font.file)], defaultFontFamily: family, sansSerifFamily: family };
  })();
  return loaded;
}

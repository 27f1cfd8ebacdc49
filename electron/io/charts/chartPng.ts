import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
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
  const [draw, { family, buffers }] = await Promise.all([loadChartSvg(), letters(), wasm()]);
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

let loaded: Promise<{ readonly family: string; readonly buffers: Uint8Array[] }> | undefined;

/** The one font of this machine that pictures are lettered in, kept: it is some 20 MB. */
function letters() {
  const font = chineseFont();
  loaded ??=
    font === null
      ? Promise.resolve({ family: 'sans-serif', buffers: [] })
      : readFile(font.file).then((bytes) => ({ family: font.family, buffers: [bytes] }));
  return loaded;
}

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { splitChart } from '../../contract/chartLayout.ts';
import type { ChartSpec } from '../../contract/charts.ts';
import { writeWhole } from '../wholeFile.ts';
import { chartPng } from './chartPng.ts';
import { loadChartSvg } from './loadChartSvg.ts';

/** Width and height of the type area of official paper (GB/T 9704-2012: 156 × 225 mm). */
const AREA = { width: 156, height: 225 };

/** Writes charts as `.svg` and `.png` of the width of official paper into a folder, a tall one in parts; returns the paths. */
export async function writeCharts(specs: readonly ChartSpec[], folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const draw = await loadChartSvg();
  const pages = specs.flatMap((spec) => splitChart(spec, (AREA.height * 96) / 25.4));
  const written: string[] = [];
  for (const [index, spec] of pages.entries()) {
    const name = `${String(index + 1).padStart(2, '0')} ${spec.title}`;
    const [svg, png] = [join(folder, `${name}.svg`), join(folder, `${name}.png`)];
    const picture = await chartPng(spec, AREA.width);
    await writeWhole(svg, (partial) => writeFile(partial, draw(spec, AREA.width)));
    await writeWhole(png, (partial) => writeFile(partial, picture.png));
    written.push(svg, png);
  }
  return written;
}

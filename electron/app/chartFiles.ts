import { join } from 'node:path';
import { splitChart } from '../contract/chartLayout.ts';
import type { ChartSpec } from '../contract/charts.ts';
import { chartPng } from '../io/charts/chartPng.ts';
import { loadChartSvg } from '../io/charts/loadChartSvg.ts';
import { askedOutputFolder } from './outputFolder.ts';
import { writeOutput } from './outputs.ts';

/** Width and height of the type area of official paper (GB/T 9704-2012: 156 × 225 mm). */
const AREA = { width: 156, height: 225 };

/**
 * Writes charts as `.svg` and `.png` of the width of official paper into the folder asked for, a tall one in parts; returns the paths.
 * Refuses `output_failed`.
 */
export async function writeCharts(specs: readonly ChartSpec[], out: string): Promise<readonly string[]> {
  const folder = await askedOutputFolder(out);
  const draw = await loadChartSvg();
  const pages = specs.flatMap((spec) => splitChart(spec, (AREA.height * 96) / 25.4));
  const written: string[] = [];
  for (const [index, spec] of pages.entries()) {
    const name = `${String(index + 1).padStart(2, '0')} ${spec.title}`;
    const picture = await chartPng(spec, AREA.width);
    const svg = await writeOutput(join(folder, `${name}.svg`), draw(spec, AREA.width));
    const png = await writeOutput(join(folder, `${name}.png`), picture.png);
    written.push(svg.path, png.path);
  }
  return written;
}

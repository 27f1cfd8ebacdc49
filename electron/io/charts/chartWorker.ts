import { parentPort, workerData } from 'node:worker_threads';
import type { ChartSpec } from '../../contract/charts.ts';
import { type ChartFont, type ChartPicture, drawChart } from './drawChart.ts';

/** A chart to draw. */
export interface ChartRequest {
  readonly id: number;
  readonly spec: ChartSpec;
  readonly widthMm: number;
}

/** Its picture, or why there is none; `isOver`: the thread can draw nothing more. */
export type ChartReply =
  | { readonly id: number; readonly picture: ChartPicture }
  | { readonly id: number; readonly error: string; readonly isOver: boolean };

// Entry of the thread that draws charts: each request is answered with one message. `chartPng` starts it and hands the font in.
const font = workerData as ChartFont | null;

parentPort?.on('message', ({ id, spec, widthMm }: ChartRequest) => {
  drawChart(spec, widthMm, font).then(
    (picture) => answer({ id, picture }),
    (error: unknown) =>
      answer({
        id,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        // Of WebAssembly: what broke off half-way may have left its memory in any state.
        isOver: error instanceof Error && error.name === 'RuntimeError',
      }),
  );
});

function answer(reply: ChartReply): void {
  parentPort?.postMessage(reply);
}

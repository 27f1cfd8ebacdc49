import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Rectangle, screen } from 'electron';
import { z } from 'zod';

export interface WindowState {
  readonly bounds: Partial<Rectangle> & { readonly width: number; readonly height: number };
  readonly maximized: boolean;
}

/** The state of the last window if it can still be seen on a screen of today, else the first-run size. */
export function readWindowState(file: string): WindowState {
  try {
    const state = STATE.parse(JSON.parse(readFileSync(file, 'utf8')));
    if (isVisible(state.bounds)) return state;
  } catch {
    // No file yet, or one that is not ours: start as on the first day.
  }
  return { bounds: { width: 1366, height: 820 }, maximized: false };
}

/** Written beside and renamed, so that a power cut leaves the old state or the new one. Failing to write is no reason to complain. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  } catch {
    // The window opens at its first-run size next time.
  }
}

const size = z.number().int().min(400).max(20_000);
const place = z.number().int().min(-50_000).max(50_000);
const STATE = z.strictObject({
  bounds: z.strictObject({ x: place, y: place, width: size, height: size }),
  maximized: z.boolean(),
});

/** At least a hand's breadth of the window, its title bar included, must lie on some screen: monitors get unplugged. */
function isVisible(bounds: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const wide = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
    return wide >= 120 && bounds.y >= workArea.y - 10 && bounds.y <= workArea.y + workArea.height - 60;
  });
}

import { afterEach } from 'vitest';
import { type Desk, openDesk } from './desk.ts';

const desks: Desk[] = [];

/** Opens the desk of a county at a moment; it is closed after the test. Call `closeCounties` once in the file. */
export async function openCounty(profile: string, now: string): Promise<Desk> {
  const desk = await openDesk({ init: false });
  desks.push(desk);
  desk.now = now;
  await desk.ask('profiles.init', { profile });
  return desk;
}

export function closeCounties(): void {
  afterEach(async () => {
    for (const desk of desks.splice(0)) await desk.close();
  });
}

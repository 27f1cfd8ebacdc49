import type { Pitfall } from './pitfall.ts';

export const FILES: readonly Pitfall[] = [];

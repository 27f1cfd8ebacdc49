import type { Pitfall } from './pitfall.ts';

export const OUTPUTS: readonly Pitfall[] = [];

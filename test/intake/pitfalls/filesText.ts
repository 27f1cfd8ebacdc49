import type { Pitfall } from './pitfall.ts';

export const TEXT_FILES: readonly Pitfall[] = [];

import type { Pitfall } from './pitfall.ts';

export const BINARY_FILES: readonly Pitfall[] = [];

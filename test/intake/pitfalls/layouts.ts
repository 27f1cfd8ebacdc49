import { MEMORY_LAYOUTS } from './layoutsMemory.ts';
import type { Pitfall } from './pitfall.ts';

export const LAYOUTS: readonly Pitfall[] = [...MEMORY_LAYOUTS];

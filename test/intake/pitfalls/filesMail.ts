import type { Pitfall } from './pitfall.ts';

export const MAIL_FILES: readonly Pitfall[] = [];

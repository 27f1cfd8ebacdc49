import { BINARY_FILES } from './filesBinary.ts';
import { MAIL_FILES } from './filesMail.ts';
import { TEXT_FILES } from './filesText.ts';
import type { Pitfall } from './pitfall.ts';

export const FILES: readonly Pitfall[] = [...BINARY_FILES, ...TEXT_FILES, ...MAIL_FILES];

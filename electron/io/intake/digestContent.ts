import { hash } from 'node:crypto';

/** Short name of a row's content; 128 bits are plenty to tell rows of one scope apart. */
export function digestContent(content: string): string {
  return hash('sha256', content, 'base64url').slice(0, 22);
}

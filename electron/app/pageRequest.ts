import type { Reply } from '../contract/reply.ts';
import { errorSentence } from '../contract/words.ts';

/**
 * A page never says where on the machine something is written: outputs go to the data folder, and a dialog copies them from there. Only
 * the command line gives paths. Refuses a page's request that does; null for every other.
 */
export function refusedOfPage(args: unknown): Reply<never> | null {
  if (typeof args !== 'object' || args === null || !('out' in args)) return null;
  return { ok: false, error: { code: 'usage', message: errorSentence('usage', 'out 只用于命令行') } };
}

import { z } from 'zod';
import { by, nothing, out } from './basics.ts';

const path = z.string().min(1).max(4000);

/** Arguments about the office's own Word template. */
export const WORD_TEMPLATE = {
  'wordTemplate.get': nothing,
  'wordTemplate.check': z.object({ path }),
  'wordTemplate.save': z.object({ path, by }),
  'wordTemplate.remove': z.object({ by }),
  'wordTemplate.sample': z.object({ out }),
};

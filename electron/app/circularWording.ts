import type { CircularTexts } from '../core/circularTexts.ts';
import type { Context } from './context.ts';

/** The wording and limits of the office's circulars: its own notice's, or the neutral ones. */
export function textsOf({ resources }: Context, office: string): CircularTexts {
  return resources.circularTexts.get(office) ?? resources.neutralTexts;
}

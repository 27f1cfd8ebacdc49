import type { DocumentForm } from '../contract/circulars.ts';

/** The families a new paper is written in, for its form; frozen with it. */
export function documentFonts(): NonNullable<DocumentForm['fonts']> {
  return {};
}

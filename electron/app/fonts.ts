import type { FontUse } from '../contract/charts.ts';
import type { DocumentForm } from '../contract/circulars.ts';
import { chooseFonts, formFonts } from '../core/fontChoice.ts';
import { chineseFont, installedFamilies } from '../io/fonts.ts';

/** The typefaces of an official paper, and what stands for those this machine lacks. */
export function checkFonts(): readonly FontUse[] {
  return chooseFonts(installedFamilies(), chineseFont() !== null);
}

/** The families a new paper is written in, for its form; frozen with it. */
export function documentFonts(): NonNullable<DocumentForm['fonts']> {
  return formFonts(checkFonts());
}

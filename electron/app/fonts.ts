import type { FontUse } from '../contract/charts.ts';
import type { DocumentForm } from '../contract/circulars.ts';
import { chooseFonts, formFonts } from '../core/fontChoice.ts';
import { chineseFont, installedFamilies } from '../io/fonts.ts';

/** The typefaces of an official paper, and what stands for those this machine lacks. */
export function checkFonts(): readonly FontUse[] {
  const uses = chooseFonts(installedFamilies());
  if (chineseFont() !== null) return uses;
  return uses.map((use) => (use.role === 'song' ? { ...use, advice: `${use.advice}${NO_LETTERS}` } : use));
}

/** The families a new paper is written in, for its form; frozen with it. */
export function documentFonts(): NonNullable<DocumentForm['fonts']> {
  return formFonts(checkFonts());
}

const NO_LETTERS = '本机没有任何中文字体，Word 文件中的图表上不显示汉字，装好字体以前请不要印发带图表的文件。';

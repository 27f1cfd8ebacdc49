import { FONT_ROLES, type FontRole, type FontUse } from '../contract/charts.ts';
import type { DocumentForm } from '../contract/circulars.ts';

/** A typeface by the name that is written into documents, with its other names: English and Chinese ones are the same font. */
interface Face {
  readonly names: readonly [string, ...string[]];
  readonly bold?: true;
}

/** What each role asks for, first, and what stands in (domain.md §6, 字体缺失回退). */
const WANTED: Readonly<Record<FontRole, { readonly part: string; readonly faces: readonly [Face, ...Face[]] }>> = {
  title: {
    part: '标题和发文机关标志',
    faces: [
      { names: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S'] },
      { names: ['小标宋体', '方正小标宋_GBK', 'FZXiaoBiaoSong-B05'] },
      { names: ['宋体', 'SimSun'], bold: true },
    ],
  },
  body: {
    part: '正文',
    faces: [
      { names: ['仿宋_GB2312', 'FangSong_GB2312'] },
      { names: ['仿宋', 'FangSong'] },
      { names: ['华文仿宋', 'STFangsong', 'STFangSong'] },
    ],
  },
  kai: {
    part: '二级标题',
    faces: [{ names: ['楷体_GB2312', 'KaiTi_GB2312'] }, { names: ['楷体', 'KaiTi'] }],
  },
  hei: { part: '一级标题', faces: [{ names: ['黑体', 'SimHei'] }] },
  song: { part: '页码和图表', faces: [{ names: ['宋体', 'SimSun'] }] },
};

/**
 * For each role the family that papers are written in, given the families of this machine; `advice` tells a clerk what is missing.
 * `hasLetters`: whether any font of it can letter the pictures of charts in Chinese.
 */
export function chooseFonts(installed: ReadonlySet<string>, hasLetters = true): readonly FontUse[] {
  const uses = FONT_ROLES.map((role) => chooseFont(role, installed));
  return hasLetters
    ? uses
    : uses.map((use) => (use.role === 'song' ? { ...use, advice: `${use.advice}${NO_LETTERS}` } : use));
}

function chooseFont(role: FontRole, installed: ReadonlySet<string>): FontUse {
  const { part, faces } = WANTED[role];
  const [best] = faces;
  const wanted = best.names[0];
  const found = faces.find((face) => installedName(face, installed) !== undefined);
  if (found === undefined) {
    const advice = `本机没有${wanted}，也没有可以代替的字体。文件仍按${wanted}（${part}）写出，在装有这种字体的电脑上显示正确；${INSTALL}`;
    return { role, wanted, used: wanted, bold: false, isReplaced: false, isAbsent: true, advice };
  }
  const used = installedName(found, installed) ?? found.names[0];
  const bold = found.bold === true;
  if (found === best) return { role, wanted, used: wanted, bold, isReplaced: false, advice: '' };
  const stand = `${used}${bold ? '加粗' : ''}`;
  return { role, wanted, used, bold, isReplaced: true, advice: `本机没有${wanted}，${part}暂用${stand}；${INSTALL}` };
}

/** The families to write into a paper, by role; frozen with it. */
export function formFonts(uses: readonly FontUse[]): NonNullable<DocumentForm['fonts']> {
  return Object.fromEntries(uses.map(({ role, used, bold }) => [role, { family: used, bold }]));
}

const NO_LETTERS = '本机没有任何中文字体，Word 文件中的图表上不显示汉字，装好字体以前请不要印发带图表的文件。';
const INSTALL = '请取得该字体文件（.ttf）后右键“为所有用户安装”，装好后重新打开本程序。';

/** The name to write of an installed face: its first where that or a translation of it is there, else the variant's own. */
function installedName({ names }: Face, installed: ReadonlySet<string>): string | undefined {
  const found = names.find((name) => installed.has(name));
  if (found === undefined) return undefined;
  return /\p{Script=Han}/u.test(found) ? found : translated(found, names);
}

/** The Chinese name before an English one in the list: what Word shows in its font box. */
function translated(english: string, names: readonly string[]): string {
  return names.slice(0, names.indexOf(english)).findLast((name) => /\p{Script=Han}/u.test(name)) ?? english;
}

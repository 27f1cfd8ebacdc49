import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type FontFace, readFontFaces } from './fontNames.ts';

/** A face of a font file of this machine. */
export interface InstalledFont extends FontFace {
  readonly file: string;
}

let known: readonly InstalledFont[] | undefined;

/** Fonts of this machine, looked up once per process: by `fc-list`, else in the folders Windows keeps them in. None where nothing can be read. */
export function installedFonts(): readonly InstalledFont[] {
  known ??= listedFonts() ?? windowsFolders().flatMap(fontsIn);
  return known;
}

/** Names of all families of this machine, English and Chinese. */
export function installedFamilies(): ReadonlySet<string> {
  return new Set(installedFonts().flatMap(({ families }) => families));
}

/** The font that pictures of charts are lettered in, and its family: a Chinese one, not bold; null: this machine has none. */
export function chineseFont(fonts = installedFonts()): { readonly file: string; readonly family: string } | null {
  const plain = fonts.filter(({ bold, file }) => !bold && /\.(?:tt[cf]|otf)$/iu.test(file));
  for (const family of PICTURE_FAMILIES) {
    const font = plain.find(({ families }) => families.includes(family));
    if (font !== undefined) return { file: font.file, family };
  }
  // Whatever names itself in Chinese can write it.
  for (const { file, families } of plain) {
    const family = families.find((name) => /\p{Script=Han}/u.test(name));
    if (family !== undefined) return { file, family };
  }
  return null;
}

/** The fonts in a folder; none of one that is not there. */
export function fontsIn(folder: string): InstalledFont[] {
  return filesIn(folder)
    .filter((name) => /\.(?:tt[cf]|otf)$/iu.test(name))
    .flatMap((name) => {
      const file = join(folder, name);
      return readFontFaces(file).map((face) => ({ file, ...face }));
    });
}

const PICTURE_FAMILIES = [
  'SimSun',
  '宋体',
  'Microsoft YaHei',
  '微软雅黑',
  'SimHei',
  '黑体',
  'FangSong',
  '仿宋',
  'Noto Sans CJK SC',
  'Noto Serif CJK SC',
  'Source Han Sans SC',
  'WenQuanYi Micro Hei',
  'WenQuanYi Zen Hei',
];

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Where fonts of the machine and of the user are; the second since Windows 10 1809. */
function windowsFolders(): string[] {
  if (process.platform !== 'win32') return [];
  const { WINDIR = 'C:\\Windows', LOCALAPPDATA } = process.env;
  return [join(WINDIR, 'Fonts'), ...(LOCALAPPDATA ? [join(LOCALAPPDATA, 'Microsoft', 'Windows', 'Fonts')] : [])];
}

/** What fontconfig knows; null where there is none. */
function listedFonts(): readonly InstalledFont[] | null {
  if (process.platform === 'win32') return null;
  try {
    const text = execFileSync('fc-list', ['--format', '%{file}\t%{family}\t%{weight}\n'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 10_000,
      maxBuffer: 64 << 20,
    });
    return text.split('\n').flatMap((line) => {
      const [file, families, weight] = line.split('\t');
      if (file === undefined || families === undefined) return [];
      return [{ file, families: families.split(','), bold: Number(weight) >= BOLD }];
    });
  } catch {
    return null;
  }
}

/** FC_WEIGHT_DEMIBOLD */
const BOLD = 180;

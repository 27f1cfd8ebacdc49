import { execFileSync } from 'node:child_process';

/** A font file of this machine with every name its families go by, English and Chinese. */
export interface InstalledFont {
  readonly file: string;
  readonly families: readonly string[];
  readonly bold: boolean;
}

let known: readonly InstalledFont[] | undefined;

/** Fonts of this machine, looked up once per process; none where they cannot be read. */
export function installedFonts(): readonly InstalledFont[] {
  known ??= listed();
  return known;
}

/** The font that pictures of charts are lettered in: a Chinese one, plain before bold; null: this machine has none. */
export function chineseFont(): InstalledFont | null {
  const fonts = installedFonts().filter(({ bold }) => !bold);
  for (const family of PICTURE_FAMILIES) {
    const font = fonts.find(({ families }) => families.includes(family));
    if (font !== undefined) return { ...font, families: [family] };
  }
  return null;
}

const PICTURE_FAMILIES = ['SimSun', 'Microsoft YaHei', 'SimHei', 'Noto Sans CJK SC', 'Noto Serif CJK SC'];

function listed(): readonly InstalledFont[] {
  try {
    const text = execFileSync('fc-list', ['--format', '%{file}\t%{family}\t%{weight}\n'], { encoding: 'utf8' });
    return text.split('\n').flatMap((line) => {
      const [file, families, weight] = line.split('\t');
      if (file === undefined || families === undefined) return [];
      return [{ file, families: families.split(','), bold: Number(weight) >= 180 }];
    });
  } catch {
    return [];
  }
}

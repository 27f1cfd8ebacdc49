import { describe, expect, it } from 'vitest';
import { chooseFonts, formFonts } from '../../electron/core/fontChoice.ts';

const ALL = ['方正小标宋简体', '仿宋_GB2312', '楷体_GB2312', '黑体', '宋体'];
const uses = (installed: readonly string[]) => chooseFonts(new Set(installed));
const use = (role: string, installed: readonly string[]) => {
  const found = uses(installed).find((one) => one.role === role);
  if (!found) throw new Error(role);
  return found;
};

describe('the typefaces of an official paper', () => {
  it('are those the standard asks for where they are there, and nothing is said', () => {
    for (const one of uses(ALL))
      expect(one).toMatchObject({ used: one.wanted, isReplaced: false, bold: false, advice: '' });
  });

  it('are known by their English names as well', () => {
    const english = ['FZXiaoBiaoSong-B05S', 'FangSong_GB2312', 'KaiTi_GB2312', 'SimHei', 'SimSun'];
    expect(uses(english).map(({ used, isReplaced }) => [used, isReplaced])).toEqual(ALL.map((name) => [name, false]));
  });

  it.each([
    ['title', ['小标宋体', '宋体'], '小标宋体', false],
    ['title', ['FZXiaoBiaoSong-B05', 'SimSun'], '方正小标宋_GBK', false],
    ['title', ['SimSun'], '宋体', true],
    ['body', ['FangSong', 'STFangsong'], '仿宋', false],
    ['body', ['STFangsong'], '华文仿宋', false],
    ['kai', ['KaiTi'], '楷体', false],
  ] as const)('%s: with %j installed it is %s', (role, installed, used, bold) => {
    expect(use(role, installed)).toMatchObject({ used, bold, isReplaced: true });
  });

  it('says what is missing, what stands for it and what to do', () => {
    expect(use('title', ['SimSun']).advice).toBe(
      '本机没有方正小标宋简体，标题和发文机关标志暂用宋体加粗；请取得该字体文件（.ttf）后右键“为所有用户安装”，装好后重新打开本程序。',
    );
  });

  it('names the wanted one all the same where nothing stands for it, and says so', () => {
    const none = use('body', ['DejaVu Sans']);
    expect(none).toMatchObject({ used: '仿宋_GB2312', isReplaced: false });
    expect(none.advice).toMatch(/没有仿宋_GB2312，也没有可以代替的字体.*仍按仿宋_GB2312/u);
  });

  it('warns of charts without letters where no font can write Chinese', () => {
    const warned = chooseFonts(new Set(['DejaVu Sans']), false).filter(({ advice }) =>
      advice.includes('图表上不显示汉字'),
    );
    expect(warned.map(({ role }) => role)).toEqual(['song']);
    expect(chooseFonts(new Set(ALL)).filter(({ advice }) => advice !== '')).toEqual([]);
  });

  it('go into the form of a paper by role', () => {
    expect(formFonts(uses(['SimSun', 'FangSong']))).toEqual({
      title: { family: '宋体', bold: true },
      body: { family: '仿宋', bold: false },
      kai: { family: '楷体_GB2312', bold: false },
      hei: { family: '黑体', bold: false },
      song: { family: '宋体', bold: false },
    });
  });
});

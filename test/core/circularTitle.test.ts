import { describe, expect, it } from 'vitest';
import { textWidth, titleLines } from '../../electron/core/circularTitle.ts';

const OFFICE = '西峡县社会信用体系建设工作领导小组办公室';

describe('breaking a title', () => {
  it.each([
    ['关于2022年信用工作的通报', ['关于2022年信用工作的通报']],
    [
      `${OFFICE}关于2022年4月信用信息归集报送工作情况的通报`,
      [OFFICE, '关于2022年4月信用信息归集报送', '工作情况的通报'],
    ],
    [
      `${OFFICE}关于2022年第17周（4月25日—5月1日）信用信息归集报送工作情况的通报`,
      [OFFICE, '关于2022年第17周（4月25日—5月1日）', '信用信息归集报送工作情况的通报'],
    ],
    ['关于进一步做好社会信用体系建设重点工作的通知', ['关于进一步做好', '社会信用体系建设重点工作的通知']],
  ])('%s', (title, lines) => {
    expect(titleLines(title)).toEqual(lines);
  });

  it.each(['2022年4月', '2022年第二季度', '2022年上半年', '2022年', '2022年第9周（2月28日—3月6日）'])(
    'keeps the period %s whole, no line too wide, lines growing, shrinking or widest in the middle',
    (period) => {
      const title = `${OFFICE}关于${period}信用信息归集报送工作情况的通报`;
      const lines = titleLines(title);
      expect(lines.join('')).toBe(title);
      expect(lines.some((line) => line.includes(period))).toBe(true);
      const widths = lines.map(textWidth);
      expect(Math.max(...widths)).toBeLessThanOrEqual(20);
      expect(lines.some((line) => /^[的、，。）》]|[（《]$/.test(line))).toBe(false);
      const steps = widths.slice(1).map((width, index) => Math.sign(width - (widths[index] ?? 0)));
      expect(steps).not.toContain(0);
      expect(steps.join(' ')).not.toContain('-1 1');
    },
  );

  it.each([
    '西峡县',
    '苏州市吴江区',
    '新巴尔虎左旗',
    '南阳市市中区',
    '恩施土家族苗族自治州',
    '前郭尔罗斯蒙古族自治县',
    '积石山保安族东乡族撒拉族自治县',
    '双江拉祜族佤族布朗族傣族自治县',
  ])('keeps the name of %s on one line', (place) => {
    const title = `${place}社会信用体系建设工作领导小组办公室关于2022年4月信用信息归集报送工作情况的通报`;
    const lines = titleLines(title);
    expect(lines.join('')).toBe(title);
    expect(lines[0]).toContain(place);
    expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(20);
  });

  it('gives a title it cannot break back whole', () => {
    expect(titleLines('《西峡县2022年社会信用体系建设工作实施方案和工作台账汇编》')).toHaveLength(1);
  });

  it.each([60, 130, 200, 2000])('fills lines also with a title of %i characters, and is soon done', (length) => {
    const title = `${OFFICE}关于2022年信用工作的通报`.repeat(80).slice(0, length);
    const lines = titleLines(title);
    expect(lines.join('')).toBe(title);
    expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(20);
    expect(lines.length).toBeLessThanOrEqual(length / 15);
  });
});

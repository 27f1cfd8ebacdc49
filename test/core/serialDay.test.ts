import { describe, expect, it } from 'vitest';
import { serialOfDay, serialToIso } from '../../electron/core/serialDay.ts';

describe('serialToIso', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, null],
    [61, '1900-03-01'],
    [36584, '2000-02-28'],
    [36585, '2000-02-29'],
    [44669, '2022-04-18'],
    [44669.3958333333, '2022-04-18T09:30'],
    [44669.999999, '2022-04-19'],
    [0.5, null],
    [0, null],
    [-3, null],
    [Number.NaN, null],
    [2958465, '9999-12-31'],
    [2958466, null],
    [20220418, null],
  ])('%f is %s', (serial, day) => {
    expect(serialToIso(serial, false)).toBe(day);
  });

  it('counts 1462 days later in the 1904 system', () => {
    expect(serialToIso(43207, true)).toBe('2022-04-18');
    expect(serialToIso(60, true)).toBe('1904-03-01');
  });

  it('is undone by serialOfDay for every day of four centuries', () => {
    for (let serial = 61; serial < 61 + 146097; serial++) {
      const [year, month, day] = (serialToIso(serial, false) ?? '').split('-').map(Number);
      if (serialOfDay(year ?? 0, month ?? 0, day ?? 0) !== serial) expect.fail(`serial ${serial}`);
    }
  });

  it('knows no day that does not exist', () => {
    expect(serialOfDay(2022, 2, 30)).toBeNull();
    expect(serialOfDay(2022, 13, 1)).toBeNull();
  });
});

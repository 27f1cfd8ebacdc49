import { expect, it } from 'vitest';
import {
  maskDigitRuns,
  maskDocumentNumber,
  maskIdNumbers,
  maskLikelyNumbers,
  maskPersonName,
} from '../../electron/core/masking.ts';

it.each([
  ['身份证411323199001011234有误', '身份证411323********1234有误'],
  ['41132319900101123X', '411323********123X'],
  ['411323900101123', '411323******123'],
  ['统一社会信用代码91411323MA40ABCD3X', '统一社会信用代码91411323MA40ABCD3X'],
  ['11411323005978349K', '11411323005978349K'],
  ['西信用办〔2022〕5号', '西信用办〔2022〕5号'],
  ['411323 19900101 1234', '411323********1234'],
])('%s → %s', (text, masked) => {
  expect(maskIdNumbers(text)).toBe(masked);
});

it.each([
  ['张三', '张*'],
  ['欧阳娜娜', '欧**'],
  ['', ''],
])('name %s → %s', (name, masked) => {
  expect(maskPersonName(name)).toBe(masked);
});

it.each([
  ['“41132319751117941”有 17 位', '“411323***********”有 17 位'],
  ['“4113231975 111794”', '“411323***********”'],
  ['“411323199099991234”', '“411323********1234”'],
  ['第12行，2022-04-18', '第12行，2022-04-18'],
])('run of digits in a text about persons %s → %s', (text, masked) => {
  expect(maskDigitRuns(text)).toBe(masked);
});

it.each([
  ['“统一社会信用代码”的“41132319751117941”有误', '“统一社会信用代码”的“411323***********”有误'],
  ['承诺书编号41132320220418000001', '承诺书编号41132320220418000001'],
  ['91411323MA40ABCD3X', '91411323MA40ABCD3X'],
  ['914113231234567890', '914113231234567890'],
])('number in a text about companies %s → %s', (text, masked) => {
  expect(maskLikelyNumbers(text)).toBe(masked);
});

it.each([
  ['41132319751117941', '411323***********'],
  ['411323751117941', '411323******941'],
  ['G12345678', 'G1*******'],
  ['19751117', '19******'],
  ['梁小明', '梁**'],
  ['', ''],
])('number in a column of personal numbers %s → %s', (value, masked) => {
  expect(maskDocumentNumber(value)).toBe(masked);
});

import { expect, it } from 'vitest';
import { maskIdNumbers, maskPersonName } from '../../electron/core/masking.ts';

it.each([
  ['身份证411323199001011234有误', '身份证411323********1234有误'],
  ['41132319900101123X', '411323********123X'],
  ['411323900101123', '411323******123'],
  ['统一社会信用代码91411323MA40ABCD3X', '统一社会信用代码91411323MA40ABCD3X'],
  ['11411323005978349K', '11411323005978349K'],
  ['西信用办〔2022〕5号', '西信用办〔2022〕5号'],
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

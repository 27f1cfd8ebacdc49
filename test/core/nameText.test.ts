import { expect, it } from 'vitest';
import { nameText } from '../../electron/core/nameText.ts';

it.each([
  ['市场监管局', '市场监管局'],
  [' 市场监管局\u00a0', '市场监管局'],
  ['市场\u000b监管局', '市场监管局'],
  ['市场\r\n监管局', '市场监管局'],
  ['市场\u200b监管局\ufeff', '市场监管局'],
  ['Credit  Office', 'Credit  Office'],
  ['\u000b\n', ''],
])('%j is the name %j', (typed, name) => {
  expect(nameText(typed)).toBe(name);
});

import { expect, it } from 'vitest';
import { eventTermText } from '../../renderer/features/duties/dutyTexts.ts';

it.each([
  [{ count: 3, unit: 'working', meaning: 'within', from: '收到异议' }, '自收到异议之日起 3 个工作日内办结'],
  [{ count: 7, unit: 'natural', meaning: 'within', from: '受理' }, '自受理之日起 7 个自然日内办结'],
  [{ count: 3, unit: 'months', meaning: 'not-before', from: '公示' }, '自公示之日起满 3 个月后方可办理'],
] as const)('an event’s term %j reads %s', (term, text) => {
  expect(eventTermText(term)).toBe(text);
});

import { expect, it } from 'vitest';
import { carriedOver } from '../../electron/core/carriedOver.ts';

const COMPOSED = '共收到信息13条，其中合规2条，不合规11条；3家单位未报：教体局、财政局、公安局。';
const NOW = '共收到信息13条，其中合规3条，不合规10条；2家单位未报：教体局、公安局。';

it.each<[string, string, string, boolean]>([
  [
    'a sentence added',
    `${COMPOSED}请各单位抓紧。`,
    '共收到信息13条，其中合规3条，不合规10条；2家单位未报：教体局、公安局。请各单位抓紧。',
    false,
  ],
  ['nothing by hand', COMPOSED, NOW, false],
  [
    'clauses in another order',
    '不合规11条，合规2条，共收到信息13条；3家单位未报：教体局、财政局、公安局。',
    '不合规10条，合规3条，共收到信息13条；2家单位未报：教体局、公安局。',
    false,
  ],
  [
    'the names struck out',
    '共收到信息13条，其中合规2条，不合规11条。',
    '共收到信息13条，其中合规3条，不合规10条。',
    true,
  ],
  [
    'the names told otherwise: their number is exchanged all the same',
    '合规2条，不合规11条；3家单位未报。',
    '合规3条，不合规10条；2家单位未报。',
    true,
  ],
  ['only what is no longer so', '不合规2条。', '不合规2条。', true],
  ['the numbers in words', '只有两条合规。', '只有两条合规。', true],
  ['what the data say now', NOW, NOW, false],
])('a paragraph made by hand of what the data said, with %s, keeps its words', (_, printed, text, isPartial) => {
  expect(carriedOver(COMPOSED, NOW, printed)).toEqual({ text, isPartial });
});

it('exchanges a number only where it is known which one is meant', () => {
  const then = '许可3条，处罚3条。';
  expect(carriedOver(then, '许可3条，处罚4条。', '处罚3条，许可3条，望知悉。').text).toBe('处罚4条，许可3条，望知悉。');
  expect(carriedOver(then, '许可3条，处罚4条。', '处罚3条，其中重大处罚3条。').text).toBe('处罚3条，其中重大处罚3条。');
});

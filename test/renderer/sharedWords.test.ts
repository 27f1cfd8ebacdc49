import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../electron/contract/reply.ts';
import { errorSentence } from '../../electron/contract/words.ts';
import { PAPER_WORDS } from '../../renderer/words/papers.ts';

describe('the sentence of a refusal', () => {
  it('leads to the tab where a template is chosen, by the name on it', () => {
    expect(errorSentence('template_none', '')).toContain(`“${PAPER_WORDS.templateTab}”`);
  });

  it('does not say that words are lost which the window keeps', () => {
    expect(errorSentence('paper_changed', '月通报')).toBe(
      '这份文稿刚被别处改过：月通报。这次的改动还没有存入，请取得最新的文稿后再改。',
    );
  });

  it('speaks of nobody as 你', () => {
    expect(ERROR_CODES.filter((code) => errorSentence(code, '').includes('你'))).toEqual([]);
  });
});

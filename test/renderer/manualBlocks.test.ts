import { describe, expect, it } from 'vitest';
import { manualBlocks } from '../../renderer/features/help/manualBlocks.ts';

describe('a page of the manual', () => {
  it('is taken apart into titles, headings, paragraphs, bullets and steps', () => {
    expect(manualBlocks('# 题\n\n一段。\n\n## 节\n- 甲\n- 乙\n\n1. 先\n2. 后\n- 丙\n')).toEqual([
      { kind: 'title', text: '题' },
      { kind: 'paragraph', text: '一段。' },
      { kind: 'heading', text: '节' },
      { kind: 'bullets', items: ['甲', '乙'] },
      { kind: 'steps', items: ['先', '后'] },
      { kind: 'bullets', items: ['丙'] },
    ]);
  });

  it('keeps a minus or a number inside a line', () => {
    expect(manualBlocks('按 1—9 选 - 第几个。2022. 年')).toEqual([
      { kind: 'paragraph', text: '按 1—9 选 - 第几个。2022. 年' },
    ]);
  });
});

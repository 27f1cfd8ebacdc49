import { describe, expect, it } from 'vitest';
import { withVoidMark } from '../../renderer/features/papers/voidMark.ts';

describe('withVoidMark', () => {
  it('puts 作废 on the page, its text left as it is', () => {
    const html = '<html><head><title>通报</title></head><body><p>$& 正文</p></body></html>';
    const marked = withVoidMark(html);
    expect(marked).toContain('>作废<');
    expect(marked.replace(/<style>.*<\/style>/su, '').replace(/<div class="void-mark".*<\/div>/su, '')).toBe(html);
  });
});

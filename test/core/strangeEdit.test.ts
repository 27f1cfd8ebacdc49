import { describe, expect, it } from 'vitest';
import { composeDraft } from '../../electron/core/circular.ts';
import { strangeEdit } from '../../electron/core/strangeEdit.ts';
import { sampleMonth } from './circularSample.ts';

const draft = composeDraft(sampleMonth(5));
const edit = (key: string) => ({ edit: 'replace', key, text: '手改。', base: '原文。' }) as const;

describe('an edit', () => {
  it.each([
    ['of a paragraph that is composed', 'overview/total', null],
    ['of one that is composed no longer', 'missing/d99', null],
    ['of a part with nothing to say at present', 'praise/records', null],
    ['of a section', 'section/basics', null],
    ['of the introduction', 'intro', null],
    ['of a field', 'signature', null],
    ['of a paragraph of the clerk', 'own/1', null],
    ['of what there never was', 'nothing/here', 'nothing/here'],
    ['of a key with a slip', 'overveiw/total', 'overveiw/total'],
  ])('%s: %s', (_name, key, strange) => {
    expect(strangeEdit(draft, [edit('title'), edit(key)], [])).toBe(strange);
  });

  it('that was taken before is never turned away: its text would be lost', () => {
    expect(strangeEdit(draft, [edit('nothing/here')], [edit('nothing/here')])).toBeNull();
  });
});

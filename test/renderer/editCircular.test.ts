import { describe, expect, it } from 'vitest';
import type { CircularDocument } from '../../electron/contract/circulars.ts';
import {
  type CircularEdit,
  editCircular,
  splitNames,
  withNumber,
} from '../../renderer/features/circulars/editCircular.ts';

const DOCUMENT: CircularDocument = {
  period: '2022-04',
  asOf: '2022-05-05T09:00',
  letterhead: '某某办公室文件',
  documentNo: '西信用办〔2022〕6号',
  title: '关于4月情况的通报',
  addressee: '各单位',
  introduction: ['引言。'],
  sections: [
    { heading: '一、基本情况', paragraphs: [{ level: 'second', text: '（一）总体' }] },
    { heading: '二、要求', paragraphs: [{ level: 'body', text: '要求。' }] },
  ],
  tables: [],
  signature: '某某办公室',
  date: '2022年5月5日',
  remark: '',
  copyTo: ['县纪委'],
  issuer: '某某办公室',
};

describe('editing the circular', () => {
  it('changes a field', () => {
    expect(edit({ edit: 'field', field: 'title', text: '通报' }).title).toBe('通报');
  });

  it('changes a paragraph and keeps its level', () => {
    const { sections } = edit({ edit: 'paragraph', section: 0, index: 0, text: '（一）概况' });
    expect(sections[0]?.paragraphs).toEqual([{ level: 'second', text: '（一）概况' }]);
    expect(sections[1]).toBe(DOCUMENT.sections[1]);
  });

  it('adds a paragraph where it is asked for', () => {
    const { sections } = edit({ edit: 'addParagraph', section: 0, index: 1, level: 'body' });
    expect(sections[0]?.paragraphs.map((paragraph) => paragraph.text)).toEqual(['（一）总体', '']);
  });

  it('takes away a paragraph, an introduction or a section', () => {
    expect(edit({ edit: 'removeParagraph', section: 1, index: 0 }).sections[1]?.paragraphs).toEqual([]);
    expect(edit({ edit: 'removeIntroduction', index: 0 }).introduction).toEqual([]);
    expect(edit({ edit: 'removeSection', section: 0 }).sections.map((one) => one.heading)).toEqual(['二、要求']);
  });

  it('adds a section with an empty paragraph to write in', () => {
    const { sections } = edit({ edit: 'addSection', section: 2, heading: '三、其他' });
    expect(sections[2]).toEqual({ heading: '三、其他', paragraphs: [{ level: 'body', text: '' }] });
  });

  it('leaves the composed document as it was', () => {
    const before = structuredClone(DOCUMENT);
    edit({ edit: 'heading', section: 0, text: '改' });
    edit({ edit: 'introduction', index: 0, text: '改' });
    expect(DOCUMENT).toEqual(before);
  });
});

describe('document numbers and copies', () => {
  it.each([
    ['西信用办〔2022〕6号', 7, '西信用办〔2022〕7号'],
    ['西信用办〔2022〕\u3000号', 7, '西信用办〔2022〕7号'],
    ['西信用办〔2022〕6号', undefined, '西信用办〔2022〕\u3000号'],
  ])('%s with number %s reads %s', (documentNo, no, expected) => {
    expect(withNumber(documentNo, no)).toBe(expected);
  });

  it('reads the copies as people separate them', () => {
    expect(splitNames('县纪委监委，县委县政府督查局、 县政府办；\n市信用办,')).toEqual([
      '县纪委监委',
      '县委县政府督查局',
      '县政府办',
      '市信用办',
    ]);
  });
});

function edit(change: CircularEdit): CircularDocument {
  return editCircular(DOCUMENT, change);
}

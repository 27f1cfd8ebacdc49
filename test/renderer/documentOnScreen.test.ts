import { expect, it } from 'vitest';
import { type CircularDocument, PLAIN_FORM } from '../../electron/contract/circulars.ts';
import type { Paper, PaperEdit, PaperView } from '../../electron/contract/papers.ts';
import { applyEdits } from '../../electron/core/paperEdits.ts';
import { documentOnScreen } from '../../renderer/features/papers/documentOnScreen.ts';
import { insertParagraph, insertSection, removeBlock } from '../../renderer/features/papers/editPaper.ts';

const body = (key: string) => ({ key, level: 'body' as const, text: `${key}。` });
const DRAFT: CircularDocument = {
  ...{ period: '2022-04', asOf: '2022-05-05T09:00', form: PLAIN_FORM, letterhead: '', documentNo: '', title: '通报' },
  addressee: '',
  introduction: [body('intro')],
  sections: [
    { key: 'one', heading: '基本情况', paragraphs: [body('a'), body('b')] },
    { key: 'two', heading: '要求', paragraphs: [] },
  ],
  ...{ tables: [], signature: '', date: '', remark: '', copyTo: [], issuer: '' },
};

const added = (edits: readonly PaperEdit[], key: string, after: string) =>
  insertParagraph(edits, { key: `own/${key}`, after, level: 'body', text: key });

const ANSWERED = added([], '1', 'a');

it.each([
  ['behind a paragraph', added(ANSWERED, '2', 'b')],
  ['behind another added one', added(ANSWERED, '2', 'own/1')],
  ['before one that was added behind the same', added(ANSWERED, '2', 'a')],
  ['first in a section', added(ANSWERED, '2', 'one')],
  ['first of all', added(ANSWERED, '2', 'introduction')],
  ['two, one behind the other', added(added(ANSWERED, '2', 'intro'), '3', 'own/2')],
  ['a section', insertSection(ANSWERED, { key: 'own/s', after: 'one', text: '新的一节' })],
  [
    'a section and a paragraph in it',
    added(insertSection(ANSWERED, { key: 'own/s', after: 'one', text: '新' }), '2', 'own/s'),
  ],
  ['nothing any more', removeBlock(ANSWERED, { key: 'own/1', composed: '' })],
  ['nothing else', ANSWERED],
])('shows what was added and is not answered yet where the answer will have it: %s', (_, edits) => {
  expect(keys(documentOnScreen(viewOf(ANSWERED), edits))).toEqual(keys(applyEdits(DRAFT, edits).document));
});

it('shows nothing of what hangs on a block that is not there', () => {
  expect(documentOnScreen(viewOf([]), added([], '1', 'elsewhere'))).toEqual(DRAFT);
});

function viewOf(edits: readonly PaperEdit[]): PaperView {
  const { document, marks } = applyEdits(DRAFT, edits);
  const paper = { edits } as Paper; // nothing else of it is read
  return { paper, document, marks, corrections: [], advice: [], annexChoice: [] };
}

function keys({ introduction, sections }: CircularDocument): readonly string[] {
  return [introduction, ...sections.flatMap(({ key, paragraphs }) => [[{ key }], paragraphs])].map((part) =>
    part.map(({ key }) => key).join(' '),
  );
}

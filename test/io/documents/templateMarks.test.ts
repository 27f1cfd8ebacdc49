import { expect, it } from 'vitest';
import { withoutMarks } from '../../../electron/io/documents/templateMarks.ts';

const MARKS = { empty: '\ue000', keep: '\ue001' };
const body = (xml: string) => withoutMarks(xml, MARKS, true);

const LINE = '<w:p w:rsidR="2"><w:r><w:t>文</w:t></w:r></w:p>';
const EMPTY = '<w:p w:rsidR="3"><w:r><w:t>\ue000</w:t></w:r></w:p>';
const HEADING = '<w:p w:rsidR="4"><w:r><w:t>\ue001一、</w:t></w:r></w:p>';
const KEPT = '<w:p w:rsidR="4"><w:pPr><w:keepNext/></w:pPr><w:r><w:t>一、</w:t></w:r></w:p>';

it.each([
  ['with attributes', '<w:p w:rsidR="1" w:rsidRDefault="1"/>'],
  ['without', '<w:p/>'],
])('leaves a paragraph that is closed at once as it is, and does the same with those around it: %s', (_what, blank) => {
  expect(body(`${blank}${HEADING}`)).toBe(`${blank}${KEPT}`);
  expect(body(`${LINE}${blank}${LINE}`)).toBe(`${LINE}${blank}${LINE}`);
  expect(body(`${blank}${EMPTY}`)).toBe(blank);
  const box = `<w:r><w:pict><w:txbxContent>${blank}</w:txbxContent></w:pict></w:r>`;
  expect(body(HEADING.replace('<w:r>', `${box}<w:r>`))).toBe(KEPT.replace('<w:r>', `${box}<w:r>`));
  expect(body(LINE + EMPTY.replace('<w:r>', `${box}<w:r>`))).toContain(`${box}<w:r><w:t></w:t>`);
  expect(body(`${EMPTY}${blank}`)).toBe(blank);
});

it('reads no text out of a run that is closed at once', () => {
  const line = LINE.replace('<w:t>', '<w:t xml:space="preserve"/><w:t>');
  const empty = EMPTY.replace('<w:t>', '<w:t xml:space="preserve"/><w:t>');
  expect(body(`${line}${empty}`)).toBe(line);
});

it('keeps the only line of a cell, empty as it is', () => {
  expect(body(`<w:tc>${EMPTY}</w:tc>`)).toBe(`<w:tc>${EMPTY.replace('\ue000', '')}</w:tc>`);
});

import { describe, expect, it } from 'vitest';
import { circularHtml } from '../../electron/core/circularHtml.ts';
import { sampleDocument } from '../io/documents/sampleDocuments.ts';

describe('the print page', () => {
  const document = sampleDocument();
  const html = circularHtml(document);

  it('holds every text of the document', () => {
    const text = html.replace(/<[^>]+>/g, '').replaceAll('&quot;', '"');
    const lines = [
      document.title,
      document.documentNo,
      ...document.introduction.map((p) => p.text),
      ...document.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs.map((p) => p.text)]),
      ...document.tables.flatMap(({ label, caption, note, rows }) => [
        label,
        caption,
        ...note.split('\n'),
        ...rows.flat(),
      ]),
      document.signature,
      document.date,
      document.remark,
      ...document.copyTo,
    ];
    for (const line of lines) expect(text).toContain(line);
  });

  it('escapes what could be markup', () => {
    const nasty = '<img src=x onerror=alert(1)>&"\'';
    const page = circularHtml({
      ...document,
      title: nasty,
      letterhead: nasty,
      signature: nasty,
      copyTo: [nasty],
      sections: [{ key: 'a', heading: nasty, paragraphs: [{ key: 'b', level: 'body', text: nasty }] }],
      tables: document.tables.map((table) => ({ ...table, caption: nasty, note: nasty, rows: [[nasty]] })),
    });
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;&amp;&quot;&#39;');
  });

  it('loads and runs nothing', () => {
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|<link|<iframe|url\(|https?:/);
  });

  it('keeps the line of a signature without text', () => {
    const page = circularHtml({ ...document, signature: '' });
    expect(page).toMatch(/<p class="signature"[^>]*>&nbsp;<\/p>/u);
  });

  it('prints 无 in a table without rows', () => {
    const empty = circularHtml({ ...document, tables: document.tables.map((table) => ({ ...table, rows: [] })) });
    expect(empty.match(/<td class="center" colspan="\d+">无<\/td>/g)).toHaveLength(4);
  });
});

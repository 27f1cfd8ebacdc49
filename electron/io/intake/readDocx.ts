import type { FileHandle } from 'node:fs/promises';
import type { Article } from '../../contract/sheets.ts';
import { articleOf } from '../../core/article.ts';
import { htmlText } from './htmlText.ts';
import { ReadFault } from './readFault.ts';
import type { ZipArchive } from './zipArchive.ts';

/**
 * The text of a Word document. Its tables are no tables of ours: they are counted, and their cells stay in the text. Throws `ReadFault`
 * where it is damaged or its text is larger than any article.
 */
export async function readDocx(file: FileHandle, zip: ZipArchive): Promise<Article> {
  await measure(zip);
  // Loaded when the first one comes: few imports hold one, and it brings a parser and a zip reader of its own.
  const { default: mammoth } = await import('mammoth');
  const { size } = await file.stat();
  const buffer = Buffer.allocUnsafe(size);
  await file.read(buffer, 0, size, 0);
  const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
  const html = await mammoth.convertToHtml({ buffer }, { convertImage, externalFileAccess: false }).then(
    (result) => result.value,
    () => {
      throw new ReadFault('truncated', 'Word 文档的内容不完整');
    },
  );
  const heading = /<h1[^>]*>([\s\S]*?)<\/h1>/u.exec(html)?.[1] ?? '';
  const tables = html.match(/<table\b/gu)?.length ?? 0;
  const article = articleOf(htmlText(html), htmlText(heading).replaceAll('\n', ' '));
  return tables === 0 ? article : { ...article, tables };
}

/** mammoth holds every part as a tree: thirty times its text. */
const MAX_TEXT_PART = 10 * 1024 * 1024;
const TEXT_PARTS = /^word\/(?:document\d*|styles|numbering|footnotes|endnotes|comments)\.xml$/iu;

async function measure(zip: ZipArchive): Promise<void> {
  for (const name of zip.names) {
    if (!TEXT_PARTS.test(name.replaceAll('\\', '/').replace(/^\//u, ''))) continue;
    let length = 0;
    for await (const chunk of zip.chunks(name)) {
      length += chunk.length;
      if (length > MAX_TEXT_PART) throw new ReadFault('too_large', 'Word 文档的文字超过 10 MB');
    }
  }
}

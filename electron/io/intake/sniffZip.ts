import type { FileFormat } from './formats.ts';
import type { ZipArchive } from './zipArchive.ts';

/** What an open zip holds: a workbook, another office document, or just files. */
export async function sniffZip(zip: ZipArchive, name: string): Promise<FileFormat> {
  const types = zip.has('[Content_Types].xml') ? await zip.text('[Content_Types].xml') : '';
  for (const [sign, format] of MAIN_PARTS) if (sign.test(types)) return format;
  for (const [path, format] of MAIN_PATHS) if (zip.has(path)) return format;
  return (await openDocument(zip)) ?? (/\.ofd$/iu.test(name) && zip.has('OFD.xml') ? 'ofd' : 'zip');
}

/** Content types of the main part, whatever its path is. */
const MAIN_PARTS: readonly (readonly [RegExp, FileFormat])[] = [
  [/spreadsheetml\.(?:sheet|template)\.main\+xml|ms-excel\.(?:sheet|template|addin)\.macroEnabled\.main/iu, 'xlsx'],
  [/ms-excel\.sheet\.binary/iu, 'xlsb'],
  [/wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)\.macroEnabled/iu, 'docx'],
  [/presentationml\.(?:presentation|slideshow|template)\.main|ms-powerpoint\.\w+\.macroEnabled\.main/iu, 'pptx'],
];

const MAIN_PATHS: readonly (readonly [string, FileFormat])[] = [
  ['xl/workbook.xml', 'xlsx'],
  ['xl/workbook.bin', 'xlsb'],
  ['word/document.xml', 'docx'],
  ['ppt/presentation.xml', 'pptx'],
];

async function openDocument(zip: ZipArchive): Promise<FileFormat | null> {
  if (!zip.has('mimetype')) return null;
  const type = await zip.text('mimetype');
  if (type.includes('opendocument.spreadsheet')) return 'ods';
  return type.includes('opendocument.text') ? 'odt' : null;
}

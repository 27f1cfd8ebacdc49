import type { FileHandle } from 'node:fs/promises';
import { openCompoundFile } from './compoundFile.ts';
import { fileBytes } from './compoundFileBytes.ts';
import type { FileFormat } from './formats.ts';

/**
 * What an OLE compound file holds, by the names of its streams ([MS-CFB]): a workbook, a document, a mail, an encrypted
 * package. WPS keeps its additions in a stream of both its `.xls` and its `.et`, so there the name decides.
 */
export function sniffOle(file: FileHandle, size: number, name: string): FileFormat {
  const { names } = openCompoundFile(fileBytes(file, size));
  const streams = new Set(names.map((stream) => stream.toUpperCase()));
  if (streams.has('ENCRYPTEDPACKAGE') || streams.has('ENCRYPTIONINFO')) return 'encrypted';
  if (streams.has('WORKBOOK') || streams.has('BOOK')) {
    const isNamedEt = /\.ett?$/iu.test(name);
    const hasEtStream = names.some((stream) => /^ET/u.test(stream));
    return isNamedEt || (hasEtStream && !/\.xlt?$|\.xls$/iu.test(name)) ? 'et' : 'xls';
  }
  if (streams.has('WORDDOCUMENT')) return /\.wpt?s?$/iu.test(name) || streams.has('WPSCUSTOMDATA') ? 'wps' : 'doc';
  if (streams.has('POWERPOINT DOCUMENT')) return 'ppt';
  if (streams.has('__PROPERTIES_VERSION1.0')) return 'msg';
  return 'ole';
}

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * A `.docx` whose drawings are numbered by their order in it. The library numbers them by how many it has made since the program started,
 * and an issued paper must come out the same each time it is written.
 */
export function withOwnDrawingIds(docx: Uint8Array): Uint8Array {
  const parts = unzipSync(docx);
  const numbers = new Map<string, number>();
  for (const name of Object.keys(parts)
    .filter((part) => PARTS.test(part))
    .toSorted()) {
    const text = strFromU8(parts[name] ?? new Uint8Array());
    const numbered = text.replaceAll(DRAWING_ID, (_, before: string, id: string) => {
      const number = numbers.get(id) ?? numbers.size + 1;
      numbers.set(id, number);
      return `${before}${number}"`;
    });
    parts[name] = strToU8(numbered);
  }
  return zipSync(parts);
}

/** What draws: the text, headers and footers. */
const PARTS = /^word\/(?:document|header\d+|footer\d+)\.xml$/u;
const DRAWING_ID = /(<(?:wp:docPr|wps:cNvPr|wpg:cNvPr)\b[^>]*?\bid=")(\d+)"/gu;

import { createRichText } from './richText.ts';
import type { StringPool } from './stringPool.ts';
import { readLargePart } from './xmlPart.ts';
import type { ZipArchive } from './zipArchive.ts';

/** Shared strings of a workbook: index in the file → index in the pool; which are struck through. */
export interface SharedStrings {
  readonly count: number;
  /** Pool index of string 0; the others follow in their order. */
  readonly first: number;
  readonly struckOut: ReadonlySet<number>;
}

export const NO_SHARED_STRINGS: SharedStrings = { count: 0, first: 0, struckOut: new Set() };

/** Reads `sharedStrings.xml` into the pool. */
export async function readSharedStrings(zip: ZipArchive, path: string, pool: StringPool): Promise<SharedStrings> {
  const { result } = await readLargePart(zip, path, () => sharedStringsHandler(pool));
  return result();
}

function sharedStringsHandler(pool: StringPool) {
  const first = pool.size;
  const struckOut = new Set<number>();
  const rich = createRichText();
  let inItem = false;
  return {
    open(name: string, attributes: string) {
      if (name === 'si') {
        rich.begin();
        inItem = true;
      } else if (inItem) rich.open(name, attributes);
    },
    close(name: string) {
      if (name === 'si') {
        inItem = false;
        const index = pool.add(rich.value());
        if (rich.struckOut()) struckOut.add(index);
      } else if (inItem) rich.close(name);
    },
    text(text: string) {
      if (inItem) rich.text(text);
    },
    result: (): SharedStrings => ({ count: pool.size - first, first, struckOut }),
  };
}

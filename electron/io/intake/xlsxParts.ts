import { attributeOf } from './xmlHandler.ts';
import { readPart } from './xmlPart.ts';
import type { ZipArchive } from './zipArchive.ts';

/** A relationship to a part inside the package. */
export interface Relationship {
  readonly id: string;
  /** Last step of the relationship type, the same in transitional and strict files: `worksheet`, `styles`. */
  readonly type: string;
  /** Path of the part inside the zip. */
  readonly path: string;
}

export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly relationshipId: string;
}

export interface WorkbookPart {
  readonly date1904: boolean;
  readonly sheets: readonly SheetEntry[];
}

/** Relationships of a part (`''` for the package). External targets are left out: nothing is ever fetched. */
export async function readRelationships(zip: ZipArchive, part: string): Promise<Relationship[]> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const path = `${folder}_rels/${part.slice(slash + 1)}.rels`;
  const relationships: Relationship[] = [];
  if (!zip.has(path)) return relationships;
  await readPart(zip, path, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributeOf(attributes, 'TargetMode') === 'External') return;
      const type = attributeOf(attributes, 'Type') ?? '';
      relationships.push({
        id: attributeOf(attributes, 'Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        path: findPart(zip, folder, attributeOf(attributes, 'Target') ?? ''),
      });
    },
    close() {},
    text() {},
  });
  return relationships;
}

/** Sheets and date system, from `workbook.xml`. */
export async function readWorkbookPart(zip: ZipArchive, path: string): Promise<WorkbookPart> {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  await readPart(zip, path, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = isTrue(attributeOf(attributes, 'date1904'));
      else if (name === 'sheet') {
        sheets.push({
          name: attributeOf(attributes, 'name') ?? '',
          hidden: /hidden/iu.test(attributeOf(attributes, 'state') ?? ''),
          relationshipId: attributeOf(attributes, 'id') ?? '',
        });
      }
    },
    close() {},
    text() {},
  });
  return { date1904, sheets };
}

/** `1`, `true`, `on`. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** A target as a path inside the zip: relative or absolute, with `\`, `..` or percent signs. */
function findPart(zip: ZipArchive, folder: string, target: string): string {
  const plain = target.replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (plain.startsWith('/') ? plain : folder + plain).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  const path = steps.join('/');
  if (zip.has(path) || !path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

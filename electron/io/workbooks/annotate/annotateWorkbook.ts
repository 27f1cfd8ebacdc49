import type { Workbook } from '../../../contract/sheets.ts';
import { ReadFault } from '../../intake/readFault.ts';
import { type Annotation, annotatePackage } from './annotatePackage.ts';
import { OddPackage, openPackageBytes, openPackageFile, type PackageParts } from './packageParts.ts';
import { rewriteWorkbook } from './rewriteWorkbook.ts';

/** A marked workbook. `edited`: the unit's own; `rewritten`: what was read of it; `listed`: its findings alone. */
export interface AnnotatedWorkbook {
  readonly bytes: Uint8Array;
  readonly ending: '.xlsx' | '.xlsm';
  readonly way: 'edited' | 'rewritten' | 'listed';
}

/**
 * Writes a unit's workbook with its findings marked. A workbook that is no package of XML parts, or too odd a one, is written anew from
 * what the intake reads of it; where it reads nothing (a password nobody remembers) only the list goes back.
 */
export async function annotateWorkbook(
  path: string,
  annotation: Annotation,
  read: () => Promise<Workbook | null>,
): Promise<AnnotatedWorkbook> {
  const own = await openPackageFile(path).catch(orNull);
  const edited = own && tryAnnotate(own, annotation);
  if (edited) return { bytes: edited, ending: hasMacros(own) ? '.xlsm' : '.xlsx', way: 'edited' };
  const plain = await read();
  const isMarked =
    plain !== null && annotation.marks.every((mark) => plain.sheets.some((one) => one.name === mark.sheet));
  const parts = openPackageBytes(await rewriteWorkbook(isMarked ? plain : UNREADABLE));
  annotatePackage(parts, isMarked ? annotation : { ...annotation, marks: [] });
  return { bytes: parts.toBytes(), ending: '.xlsx', way: isMarked ? 'rewritten' : 'listed' };
}

function tryAnnotate(parts: PackageParts, annotation: Annotation): Uint8Array | null {
  try {
    annotatePackage(parts, annotation);
    return parts.toBytes();
  } catch (error) {
    return orNull(error);
  }
}

function orNull(error: unknown): null {
  if (error instanceof OddPackage || error instanceof ReadFault) return null;
  throw error;
}

/** The ending must say that there are macros, or Excel opens nothing. */
function hasMacros(parts: PackageParts): boolean {
  return parts.text('[Content_Types].xml').includes('sheet.macroEnabled.main');
}

const UNREADABLE: Workbook = {
  format: 'xlsx',
  sheets: [
    {
      name: '说明',
      hidden: false,
      rows: [
        {
          row: 1,
          hidden: false,
          cells: [
            {
              column: 1,
              text: '原表不能再次打开（设有打开密码，或已损坏），未能在原表上标注。请对照“问题清单”，在本单位留存的原表上改正，去掉打开密码后把整张表重新报送。',
              type: 'string',
              value: '',
              format: '@',
            },
          ],
        },
      ],
      merges: [],
      hiddenColumns: [],
      pictures: 0,
    },
  ],
};

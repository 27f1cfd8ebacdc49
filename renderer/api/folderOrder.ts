import { isLitter } from '../../electron/contract/litter.ts';

/** Dropped files in the order in which the command line takes a folder, so that both make the same plan. */
export function inFolderOrder<T extends { readonly name: string }>(files: readonly T[]): T[] {
  return files
    .filter(({ name }) => !isLitter(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}

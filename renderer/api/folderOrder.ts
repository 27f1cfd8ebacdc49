/** Files a system leaves in folders; no unit sent them. The same list as in `electron/io/originals.ts`. */
const IGNORED = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** Dropped files in the order in which the command line takes a folder, so that both make the same plan. */
export function inFolderOrder<T extends { readonly name: string }>(files: readonly T[]): T[] {
  return files
    .filter(({ name }) => !IGNORED.has(name.split('/').at(-1) ?? name))
    .toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}

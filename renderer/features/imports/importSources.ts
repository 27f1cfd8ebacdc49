import type { ImportSource } from '../../../electron/contract/imports.ts';

/** Two dropped files may share a name; each keeps a line of its own. */
export function withNewSources(before: readonly ImportSource[], added: readonly ImportSource[]): ImportSource[] {
  const sources = [...before];
  const names = new Set(before.map((source) => source.name));
  for (const { path, name } of added) {
    // In the desktop window the same file dropped twice is the same path.
    if (sources.some((source) => source.path === path)) continue;
    const free = freeName(name, names);
    names.add(free);
    sources.push({ path, name: free });
  }
  return sources;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let free = name;
  for (let n = 2; taken.has(free); n += 1) free = `${stem}(${n})${ending}`;
  return free;
}

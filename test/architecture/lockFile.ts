/** What this test reads of package-lock.json. */
export interface LockFile {
  readonly packages: Readonly<
    Record<string, { readonly gypfile?: boolean; readonly optionalDependencies?: Readonly<Record<string, string>> }>
  >;
}

/** Sentences about what a rewrite of the lock file lost. */
export function lockFileFaults(lock: LockFile): string[] {
  return [...gypFaults(lock), ...platformFaults(lock)];
}

// npm sees better-sqlite3's binding.gyp and runs node-gyp on `npm ci`, which needs a compiler; the package brings its binaries
// along and `"gypfile": false` says so. npm drops the line whenever it writes this entry anew.
function gypFaults(lock: LockFile): string[] {
  if (lock.packages['node_modules/better-sqlite3']?.gypfile === false) return [];
  return [
    'package-lock.json: add the line `"gypfile": false,` as the first of the entry "node_modules/better-sqlite3" ' +
      '(npm drops it when it rewrites the entry; without it `npm ci` needs a C++ compiler)',
  ];
}

// npm writes only the packages of the machine it runs on when node_modules is there already; other machines then lack theirs.
function platformFaults(lock: LockFile): string[] {
  const present = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)));
  return Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !present.has(name))
      .map(
        (name) =>
          `package-lock.json lacks ${name}, wanted by ${path || 'the project'} on another platform: ` +
          'delete node_modules and package-lock.json, run npm install, restore the gypfile line',
      ),
  );
}

import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where the program's own parts lie; the same answer from the sources, from `out/main` and from the packed archive. */
export interface ProgramPlaces {
  /** The repository, or the packed `app.asar`: the folder of `package.json`. */
  readonly root: string;
  readonly resources: string;
  readonly migrations: string;
  readonly renderer: string;
  /** The intake's worker: the source file for Node, the built one for a built program. */
  readonly worker: URL;
}

/** Throws when this file has been taken out of the program. */
export function programPlaces(): ProgramPlaces {
  const root = rootAbove(import.meta.dirname);
  const isBuilt = !import.meta.filename.endsWith('.ts');
  const worker = isBuilt ? ['out', 'main', 'intakeWorker.js'] : ['electron', 'io', 'intake', 'intakeWorker.ts'];
  return {
    root,
    resources: path.join(root, 'resources'),
    migrations: path.join(root, 'db', 'migrations'),
    renderer: path.join(root, 'out', 'renderer'),
    worker: pathToFileURL(path.join(root, ...worker)),
  };
}

/** The bundler decides how deep below the root this code ends up. */
function rootAbove(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error('no package.json above the program');
  return rootAbove(parent);
}

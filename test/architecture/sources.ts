import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** One file of the repository; `path` is relative with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** One import of a file: of another file of the repository, or of a package (or `node:` module). */
export interface Import {
  readonly target: string;
  readonly isPackage: boolean;
  readonly typeOnly: boolean;
}

/** Names of the files that are, or with the next commit will be, in the repository; without a clone, of all there are. */
export function repositoryFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
  return listed
    .toString('utf8')
    .split('\0')
    .filter((file) => file !== '' && existsSync(path.join(ROOT, file)));
}

export function readSource(file: string): SourceFile {
  return { path: file, text: readFileSync(path.join(ROOT, file), 'utf8') };
}

/** Every static and dynamic import, `export … from` and `require` of a TypeScript file. */
export function importsOf(file: SourceFile): Import[] {
  const found: Import[] = [];
  for (const pattern of [STATIC, DYNAMIC]) {
    for (const match of file.text.matchAll(pattern)) {
      const { clause = '', specifier = '' } = match.groups ?? {};
      const isPackage = !specifier.startsWith('.');
      const target = isPackage ? specifier : path.posix.join(path.posix.dirname(file.path), specifier);
      found.push({ target, isPackage, typeOnly: isTypeOnly(clause) });
    }
  }
  return found;
}

// The formatter keeps imports at the start of a line and quotes single.
const STATIC = /^(?:import|export)\b(?:(?<clause>[\w\s{},*$]*?)\bfrom\s*|\s*)'(?<specifier>[^'\n]+)'/gm;
const DYNAMIC = /(?<clause>)\b(?:import|require)\(\s*'(?<specifier>[^'\n]+)'/g;

function isTypeOnly(clause: string): boolean {
  if (/^\s*type\b/.test(clause)) return true;
  const named = /^\s*\{(?<names>[^}]*)\}\s*$/.exec(clause)?.groups?.names;
  const names = named?.split(',').map((name) => name.trim());
  return names?.every((name) => name === '' || name.startsWith('type ')) ?? false;
}

import { type Import, importsOf, type SourceFile } from './sources.ts';

/** Which part of the program a file belongs to; the first pattern that fits decides. */
const PARTS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['contract', /^electron\/contract(\.ts$|\/)/],
  ['refusal', /^electron\/core\/refusal\.ts$/],
  ['core', /^electron\/core\//],
  ['io', /^electron\/io\//],
  ['app', /^electron\/app\//],
  ['hosts', /^electron\/hosts\//],
  ['shell', /^electron\/shell\//],
  ['entry', /^electron\//],
  ['db', /^db\//],
  ['renderer', /^renderer\//],
  ['test', /^test\//],
  ['config', /^[^/]+\.config\.ts$/],
];

interface Rule {
  /** Parts whose values and types may be imported. */
  readonly may: readonly string[];
  /** Parts of which only types may be imported. */
  readonly types?: readonly string[];
  /** Packages and `node:` modules allowed; absent: all but those of `ONLY_IN`. */
  readonly packages?: RegExp;
}

const NOTHING = /^$/;

/** The arrows of ARCHITECTURE.md; an import that is not in this table is forbidden. */
const ARROWS: Readonly<Record<string, Rule>> = {
  contract: { may: ['contract'], packages: NOTHING },
  refusal: { may: ['contract'], packages: NOTHING },
  core: { may: ['core', 'refusal', 'contract'], packages: /^(chinese-days|pinyin-pro)$/ },
  db: { may: ['db'], types: ['core', 'contract'], packages: /^(node:.*|drizzle-orm(\/.*)?|better-sqlite3)$/ },
  io: { may: ['io', 'core', 'refusal', 'contract'] },
  app: { may: ['app', 'core', 'refusal', 'io', 'db', 'contract'] },
  hosts: { may: ['hosts', 'app', 'io', 'contract', 'refusal'] },
  entry: { may: ['entry', 'hosts', 'app', 'io', 'contract', 'refusal', 'config'] },
  shell: { may: ['shell', 'entry', 'app', 'io', 'contract', 'refusal'] },
  renderer: { may: ['renderer', 'contract'], packages: /^(?!node:)/ },
  config: { may: ['config', 'entry', 'io', 'db'] },
  test: { may: PARTS.map(([name]) => name) },
};

/** Packages at home in some parts only. Types are free in tests. */
const ONLY_IN: readonly (readonly [packages: RegExp, parts: readonly string[]])[] = [
  [/^electron(\/.*)?$/, ['shell']],
  [/^(better-sqlite3|drizzle-orm(\/.*)?)$/, ['db', 'test']],
  [/^(node:)?(net|http|https|http2|tls|dgram)$/, ['hosts', 'test']],
  [/^(undici|axios|ws|node-fetch|got)(\/.*)?$/, []],
  [/^(react|react-dom|react-router|antd|zustand)(\/.*)?$/, ['renderer']],
  // Pictures in documents are drawn by what draws the screen.
  [/^echarts(\/.*)?$/, ['renderer', 'io']],
];

/** Pages that hold the panel of another noun whole, as a tab or drawer of theirs. */
const HELD: Readonly<Record<string, readonly string[]>> = {
  duties: ['blanks', 'events'],
  imports: ['returns'],
  status: ['year'],
};

/** Sentences about screens that take from one another: what two of them share is a part, and parts know no screen. */
export function tangledScreens(file: SourceFile): string[] {
  if (!/^renderer\/(features|parts|state|api|words)\b/.test(file.path)) return [];
  const own = featureOf(file.path);
  return importsOf(file).flatMap(({ target, isPackage }) => {
    const other = isPackage ? null : featureOf(target);
    if (other === null || other === own || (own !== null && HELD[own]?.includes(other))) return [];
    return [`${file.path} must not import ${target}: what both need belongs to renderer/parts or renderer/state`];
  });
}

function featureOf(file: string): string | null {
  return /^renderer\/features\/([^/]+)\//.exec(file)?.[1] ?? null;
}

/** Sentences about the imports of a file that the table does not allow. */
export function forbiddenArrows(file: SourceFile): string[] {
  const from = partOf(file.path);
  const rule = from === null ? undefined : ARROWS[from];
  if (from === null || rule === undefined) return [`${file.path}: belongs to no part of the program`];
  return importsOf(file)
    .filter((imported) => !isAllowed(from, rule, imported))
    .map((imported) => `${file.path} (${from}) must not import ${imported.target}${remark(rule, imported)}`);
}

function isAllowed(from: string, rule: Rule, imported: Import): boolean {
  if (!imported.isPackage) {
    const to = partOf(imported.target);
    // A style sheet or a JSON file beside it, a package.json.
    if (to === null) return from === 'test' || from === 'config';
    return rule.may.includes(to) || (imported.typeOnly && (rule.types ?? []).includes(to));
  }
  if (imported.typeOnly && from === 'test') return true;
  for (const [packages, parts] of ONLY_IN) {
    if (packages.test(imported.target)) return parts.includes(from);
  }
  return (rule.packages ?? /^/).test(imported.target);
}

function remark(rule: Rule, imported: Import): string {
  const to = imported.isPackage ? null : partOf(imported.target);
  return to !== null && (rule.types ?? []).includes(to) ? ' except as a type' : '';
}

function partOf(file: string): string | null {
  return PARTS.find(([, pattern]) => pattern.test(file))?.[0] ?? null;
}

import { forbiddenArrows, tangledScreens } from './arrows.ts';
import type { SourceFile } from './sources.ts';

/** A rule about one TypeScript file: sentences about what breaks it, none when it is kept. */
export type FileRule = (file: SourceFile) => string[];

export const MAX_LINES = 400;

/** The rules of ARCHITECTURE.md that can be read off one file. */
export const FILE_RULES: Readonly<Record<string, FileRule>> = {
  'imports follow the arrows': forbiddenArrows,

  'screens take nothing from one another': tangledScreens,

  [`no file is longer than ${MAX_LINES} lines`]: ({ path, text }) => {
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
    return lines > MAX_LINES ? [`${path} has ${lines} lines: split it by noun`] : [];
  },

  'names are exported, defaults only where a tool asks for one': ({ path, text }) =>
    !/\.config\.ts$/.test(path) && /^export default\b/m.test(text) ? [`${path} has a default export`] : [],

  'no barrels, no drawers for odds and ends': ({ path }) => [
    ...(/(^|\/)index\.tsx?$/.test(path) ? [`${path} is a barrel: import from the file itself`] : []),
    ...(/(^|\/)(utils?|helpers?|common|shared)(\/|\.tsx?$)/.test(path) ? [`${path}: name it after its noun`] : []),
  ],

  // better-sqlite3 commits at the first await.
  'transactions are synchronous': ({ path, text }) =>
    /\btransaction\(\s*async\b/.test(text) ? [`${path} has an async transaction: it would not roll back`] : [],

  'nothing opens a network connection': ({ path, text }) => {
    const mayTalk = /^(electron\/hosts\/|electron\/dev\.ts$|renderer\/api\/|test\/)/.test(path);
    const talks = /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\(/.exec(withoutComments(text));
    return !mayTalk && talks !== null ? [`${path} uses ${talks[1]}: only the hosts and renderer/api may`] : [];
  },

  'the pure core reads no clock': ({ path, text }) =>
    /^(electron\/core|db)\//.test(path) &&
    /\bnew Date\(\)|\bDate\.now\(|\bperformance\.now\(/.test(withoutComments(text))
      ? [`${path} reads the clock: let the caller hand the moment in`]
      : [],
};

/** Sentences about hosts of package registries in a committed file: they belong to one machine, not to the repository. */
export function registryHosts({ path, text }: SourceFile): string[] {
  const host = REGISTRY.exec(text);
  return host === null ? [] : [`${path} names a package registry: ${host[0]}`];
}

const REGISTRY =
  /https?:\/\/[^\s/"']*(?:registry|npmmirror|artifactory|verdaccio|nexus|cnpm)[^\s/"']*|"resolved":\s*"https?:[^"]*"/i;

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');
}

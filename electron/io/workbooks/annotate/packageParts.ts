import { open } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { DEFAULT_LIMITS } from '../../intake/limits.ts';
import { openZip } from '../../intake/zipArchive.ts';
import { escapeXml, outlineOf, prefixOf, withAttribute } from './xmlEdit.ts';
import { zipParts } from './zipParts.ts';

/** A part is not plain UTF-8 XML without DTD, or the package is not put together as expected: its marks are made another way. */
export class OddPackage extends Error {}

/** A relationship of a part, its target as a path inside the package. */
export interface PartRelation {
  readonly id: string;
  /** Last step of the type: `comments`. */
  readonly type: string;
  readonly path: string;
}

/** The parts of an Office package, to be read and changed one by one; what is not touched goes back byte by byte. */
export interface PackageParts {
  has(path: string): boolean;
  /** A part as text. Throws `OddPackage` where that would not give the same bytes back. */
  text(path: string): string;
  set(path: string, text: string): void;
  drop(path: string): void;
  /** A path of this kind that is not taken: `xl/comments{n}.xml`. */
  free(pattern: string): string;
  paths(): readonly string[];
  relationsOf(part: string): PartRelation[];
  /** Links a part to another; returns the id. `family` is the base of the type's name. */
  relate(part: string, family: string, type: string, target: string): string;
  /** Says what a part is. */
  declare(path: string, contentType: string): void;
  toBytes(): Uint8Array;
}

/** Reads every part of a package on disk, within the bounds of the intake. */
export async function openPackageFile(path: string): Promise<PackageParts> {
  const file = await open(path, 'r');
  try {
    const zip = await openZip(file, { ...DEFAULT_LIMITS, maxHeap: Number.POSITIVE_INFINITY });
    const parts = new Map<string, Uint8Array>();
    for (const name of zip.names) {
      const key = plainPath(name);
      if (key === '' || key.endsWith('/') || parts.has(key)) continue;
      const chunks: Buffer[] = [];
      for await (const chunk of zip.chunks(name)) chunks.push(chunk);
      parts.set(key, Buffer.concat(chunks));
    }
    return packageParts(parts);
  } finally {
    await file.close();
  }
}

/** The parts of a package this program wrote itself. */
export function openPackageBytes(bytes: Uint8Array): PackageParts {
  return packageParts(new Map(Object.entries(unzipSync(bytes))));
}

const TYPES = '[Content_Types].xml';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

function packageParts(parts: Map<string, Uint8Array>): PackageParts {
  const keys = new Map([...parts.keys()].map((path) => [path.toLowerCase(), path]));
  const keyOf = (path: string): string => keys.get(path.toLowerCase()) ?? path;
  const has = (path: string): boolean => parts.has(keyOf(path));
  const text = (path: string): string => {
    const bytes = parts.get(keyOf(path));
    if (!bytes) throw new OddPackage(`no ${path}`);
    const read = Buffer.from(bytes).toString('utf8');
    if (read.includes('<!DOCTYPE') || !Buffer.from(read).equals(bytes)) throw new OddPackage(path);
    return read;
  };
  const set = (path: string, content: string): void => {
    parts.set(keyOf(path), Buffer.from(content));
    keys.set(path.toLowerCase(), keyOf(path));
  };
  const relationsOf = (part: string): PartRelation[] =>
    has(relationsPath(part)) ? readRelations(text(relationsPath(part)), folderOf(part)) : [];
  return {
    has,
    text,
    set,
    drop: (path) => void parts.delete(keyOf(path)),
    free(pattern) {
      for (let n = 1; ; n++) if (!has(pattern.replace('{n}', String(n)))) return pattern.replace('{n}', String(n));
    },
    paths: () => [...parts.keys()],
    relationsOf,
    relate(part, family, type, target) {
      const path = relationsPath(part);
      const before = has(path)
        ? text(path)
        : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE_RELATIONS}"></Relationships>`;
      const taken = new Set([...before.matchAll(/\sId\s*=\s*["']([^"']*)["']/gu)].map((found) => found[1]));
      let n = taken.size + 1;
      while (taken.has(`rId${n}`)) n++;
      const id = `rId${n}`;
      set(path, appended(before, 'Relationship', { Id: id, Type: `${family}/${type}`, Target: stepsTo(part, target) }));
      return id;
    },
    declare(path, contentType) {
      const types = text(TYPES);
      if (types.includes(`"/${path}"`)) return;
      set(TYPES, appended(types, 'Override', { PartName: `/${path}`, ContentType: contentType }));
    },
    toBytes() {
      const paths = new Set([keyOf(TYPES), ...parts.keys()]);
      return zipParts([...paths].map((path) => [path, parts.get(path) ?? new Uint8Array()]));
    },
  };
}

/** Appends an empty element to the root of a part. */
function appended(xml: string, name: string, attributes: Readonly<Record<string, string>>): string {
  const outline = outlineOf(xml);
  if (!outline) throw new OddPackage(name);
  const prefix = prefixOf(xml, outline.root);
  let tag = `<${prefix}${name}/>`;
  for (const [key, value] of Object.entries(attributes)) tag = withAttribute(tag, key, escapeXml(value));
  if (outline.root.kind === 'open') return xml.slice(0, outline.contentEnd) + tag + xml.slice(outline.contentEnd);
  const root = xml.slice(outline.root.start, outline.root.end);
  const rootName = /^<([^\s/>]+)/u.exec(root)?.[1] ?? '';
  return `${xml.slice(0, outline.root.start)}${root.slice(0, -2)}>${tag}</${rootName}>${xml.slice(outline.root.end)}`;
}

function readRelations(xml: string, folder: string): PartRelation[] {
  const outline = outlineOf(xml);
  if (!outline) throw new OddPackage('relationships');
  return outline.sections.flatMap(({ tag }) => {
    const read = (name: string): string =>
      new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`, 'u').exec(xml.slice(tag.start, tag.end))?.[1] ?? '';
    if (read('TargetMode') === 'External') return [];
    const type = read('Type');
    const target = read('Target');
    const path = resolved(target.startsWith('/') ? '' : folder, target);
    return { id: read('Id'), type: type.slice(type.lastIndexOf('/') + 1), path };
  });
}

function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of `${folder}${target.replaceAll('\\', '/')}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function stepsTo(part: string, target: string): string {
  const from = folderOf(part).split('/').slice(0, -1);
  const to = target.split('/');
  while (from.length > 0 && to.length > 1 && from[0] === to[0]) {
    from.shift();
    to.shift();
  }
  return [...from.map(() => '..'), ...to].join('/');
}

function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}

function relationsPath(part: string): string {
  return `${folderOf(part)}_rels/${part.slice(folderOf(part).length)}.rels`;
}

function plainPath(name: string): string {
  const path = name.replaceAll('\\', '/');
  return path.startsWith('/') ? path.slice(1) : path;
}

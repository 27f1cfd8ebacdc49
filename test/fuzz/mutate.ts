import { unzipSync, zipSync } from 'fflate';
import type { Specimen } from './fuzzCorpus.ts';

export type Random = (below: number) => number;

/** One input of the fuzz, made from the files of the corpus and nothing but the numbers of `random`. */
export function makeInput(corpus: readonly Specimen[], random: Random): Specimen {
  const { name, bytes } = pick(corpus, random);
  const shownName = random(6) === 0 ? pick(NAMES, random) : name;
  if (random(20) === 0) return { name: shownName, bytes: randomBytes(random) };
  let mutated = bytes;
  // Half of the inputs stay whole packages and texts, so that what lies behind the door is met, too.
  const mutations = random(2) === 0 ? MUTATIONS : GENTLE;
  for (let times = 1 + random(3); times > 0; times--) mutated = pick(mutations, random)(mutated, random, corpus);
  return { name: shownName, bytes: mutated.subarray(0, LONGEST) };
}

type Mutation = (bytes: Buffer, random: Random, corpus: readonly Specimen[]) => Buffer;

const LONGEST = 2 * 1024 * 1024;
const NAMES = ['a.xlsx', 'b.xls', 'c.csv', 'd.txt', 'e.eml', 'f.zip', 'g.et', 'h.docx', '无后缀', 'x › y.xlsx'];

/** Marks that some format starts with, so that random bytes get past the first look. */
const STARTS = [
  '504b0304',
  'd0cf11e0a1b11ae1',
  'efbbbf',
  'fffe',
  'feff',
  '0908100000060500',
  '3c3f786d6c',
  '3c7461626c653e3c74723e',
  '46726f6d3a20610a',
  '',
];

function randomBytes(random: Random): Buffer {
  const start = Buffer.from(pick(STARTS, random), 'hex');
  const ranges = [256, 128, 4];
  const range = pick(ranges, random);
  return Buffer.concat([start, Buffer.from(Array.from({ length: random(4096) }, () => random(range)))]);
}

const MUTATIONS: readonly Mutation[] = [
  (bytes, random) => bytes.subarray(0, random(bytes.length + 1)),
  (bytes, random) => bytes.subarray(0, Math.max(0, bytes.length - 1 - random(64))),
  flipBytes,
  flipBytes,
  overwriteNumber,
  (bytes, random) => {
    const [from, to] = span(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  (bytes, random) => {
    const [from, to] = span(bytes, random);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  (bytes, random) => {
    const at = random(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), randomBytes(random), bytes.subarray(at)]);
  },
  (bytes, random) => {
    const [from, to] = span(bytes, random);
    const filled = Buffer.from(bytes);
    return filled.fill(pick([0, 0xff, 0x20, 0x3c], random), from, to);
  },
  (bytes, random, corpus) => Buffer.concat([bytes.subarray(0, random(bytes.length + 1)), pick(corpus, random).bytes]),
  mutateText,
  mutateInside,
  mutateInside,
];

const GENTLE: readonly Mutation[] = [mutateInside];

function flipBytes(bytes: Buffer, random: Random): Buffer {
  const flipped = Buffer.from(bytes);
  for (let times = 1 + random(20); times > 0; times--) {
    const at = random(bytes.length + 1);
    if (at < flipped.length) flipped[at] = random(2) === 0 ? random(256) : (flipped[at] ?? 0) ^ (1 << random(8));
  }
  return flipped;
}

/** Puts a number that matters to counters and offsets somewhere. */
function overwriteNumber(bytes: Buffer, random: Random): Buffer {
  const written = Buffer.from(bytes);
  const at = random(Math.max(1, bytes.length - 4));
  if (at + 4 <= written.length)
    written.writeUInt32LE(pick([0, 1, 0x7f, 0xffff, 0x10000, 0x7fffffff, 0xfffffffe, 0xffffffff], random), at);
  return written;
}

/** Changes one part of a zip and packs it anew, so that the checksum does not stop the input at the door. */
function mutateInside(bytes: Buffer, random: Random, corpus: readonly Specimen[]): Buffer {
  const parts = unzipped(bytes);
  const names = Object.keys(parts ?? {});
  if (parts === null || names.length === 0) return mutateText(bytes, random);
  const name = pick(names, random);
  const part = Buffer.from(parts[name] ?? []);
  switch (random(12)) {
    case 0:
      delete parts[name];
      break;
    case 1:
      parts[pick(names, random)] = part;
      break;
    case 2:
      parts[name] = flipBytes(part, random);
      break;
    case 3:
      parts[name] = pick(corpus, random).bytes;
      break;
    default:
      for (let times = 1 + random(4); times > 0; times--)
        parts[name] = mutateText(Buffer.from(parts[name] ?? []), random);
  }
  return Buffer.from(zipSync(parts, { level: 1 }));
}

function unzipped(bytes: Buffer): Record<string, Uint8Array> | null {
  if (bytes.readUInt16LE === undefined || bytes.length < 4 || bytes.readUInt32LE(0) !== 0x04034b50) return null;
  try {
    return unzipSync(bytes);
  } catch {
    return null; // mutated before
  }
}

/** Changes bytes that are text, as text: values, numbers, tags. */
function mutateText(bytes: Buffer, random: Random): Buffer {
  const text = bytes.toString('latin1');
  return Buffer.from(pick(TEXT_MUTATIONS, random)(text, random), 'latin1');
}

const inserted = (text: string) => Buffer.from(text).toString('latin1');

const VALUES = [
  '',
  '0',
  '-1',
  '1',
  '2',
  '60',
  '65535',
  '65536',
  '1048577',
  '16385',
  '4294967295',
  '2147483648',
  '1e308',
  '-1e308',
  '1e-320',
  'NaN',
  'Infinity',
  '9.99e+17',
  '914113231234567890',
  'A0',
  'ZZZ9',
  'XFD1048576',
  'A1:XFD1048576',
  'A1:A1',
  '$B$2:$A$1',
  'true',
  'hidden',
  '../../../../etc/passwd',
  '%zz',
  '\\\\',
  "'",
  'x'.repeat(3000),
  inserted('𠮷㙍二〇二二年四月'),
  '_x0000__xD800_',
  '&#xD800;',
  '&#0;',
  '&amp;',
  'yyyy-mm-dd',
  '[$-804]0;;@',
  '0'.repeat(400),
  '__proto__',
  'constructor',
];
const SNIPPETS = [
  '<',
  '>',
  '</',
  '/>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&b;',
  '&',
  '"',
  "'",
  '\0',
  '\r',
  '\n\n\n',
  '\ud800',
  '<c r="A1"><v>1</v></c>',
  '<row r="1048577"/>',
  '<row r="-1"><c r="A9999999"/></row>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '<table><tr><td rowspan=99999 colspan=99999>',
  ';,\t',
  '="',
  inserted('：，（）'),
  '=TODAY()',
  '--bb\r\n',
  '<?xml version="9"?>',
  '<x:x xmlns:x="y"/>',
];

const TEXT_MUTATIONS: readonly ((text: string, random: Random) => string)[] = [
  // The value of an attribute.
  (text, random) => replaceOne(text, /="[^"]{0,200}"/gu, () => `="${pick(VALUES, random)}"`, random),
  (text, random) => replaceOne(text, /="[^"]{0,200}"/gu, () => `="${pick(VALUES, random)}"`, random),
  // The text of an element.
  (text, random) => replaceOne(text, />[^<>]{1,200}</gu, () => `>${pick(VALUES, random)}<`, random),
  (text, random) => replaceOne(text, />[^<>]{1,200}</gu, () => `>${pick(VALUES, random)}<`, random),
  // A number, anywhere.
  (text, random) => replaceOne(text, /\d+/gu, () => pick(VALUES, random), random),
  // A tag goes, or comes twice.
  (text, random) => replaceOne(text, /<[^<>]{1,200}>/gu, () => '', random),
  (text, random) => replaceOne(text, /<[^<>]{1,200}>/gu, (tag) => tag + tag, random),
  (text, random) => {
    const at = random(text.length + 1);
    return text.slice(0, at) + pick(SNIPPETS, random).repeat(1 + random(3)) + text.slice(at);
  },
  // A piece many times over.
  (text, random) => {
    const at = random(text.length + 1);
    const piece = text.slice(at, at + 1 + random(200));
    return text.slice(0, at) + piece.repeat(random(500)) + text.slice(at);
  },
];

function replaceOne(text: string, pattern: RegExp, by: (found: string) => string, random: Random): string {
  const from = random(text.length + 1);
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  return found ? text.slice(0, found.index) + by(found[0]) + text.slice(found.index + found[0].length) : text;
}

function span(bytes: Buffer, random: Random): readonly [number, number] {
  const from = random(bytes.length + 1);
  return [from, Math.min(bytes.length, from + 1 + random(2000))];
}

function pick<T>(list: readonly T[], random: Random): T {
  // Never empty here.
  return list[random(list.length)] as T;
}

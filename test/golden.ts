import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { GOLDEN_FILE, goldenInbox } from './goldenInbox.ts';

// `npm run golden`: writes what the sample inbox comes to now, and prints what that changes. The change is to be read before it is kept.
if (process.env.CI) {
  console.error('Golden results are not written in CI: run "npm run golden" at home and read what changes.');
  process.exit(1);
}
const before: unknown = existsSync(GOLDEN_FILE) ? JSON.parse(readFileSync(GOLDEN_FILE, 'utf8')) : {};
const after = await goldenInbox();
const changes = changesBetween(before, after, '');
writeFileSync(GOLDEN_FILE, `${JSON.stringify(after, null, 1)}\n`);
for (const change of changes.slice(0, 60)) console.log(change);
if (changes.length > 60) console.log(`… and ${changes.length - 60} more`);
console.log(changes.length === 0 ? 'Nothing changed.' : `${changes.length} values changed in ${GOLDEN_FILE}`);

function changesBetween(a: unknown, b: unknown, place: string): string[] {
  if (isNode(a) && isNode(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].flatMap((key) => changesBetween(a[key], b[key], place === '' ? key : `${place} › ${key}`));
  }
  return JSON.stringify(a) === JSON.stringify(b) ? [] : [`${place}: ${shown(a)} → ${shown(b)}`];
}

function isNode(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

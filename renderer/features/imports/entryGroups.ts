import { ENTRY_STATUSES, type Entry, type EntryStatus } from './entries.ts';

/** One line of the grouped list: the head of a state, the archive or mail some files came in, or a table. */
export type ListRow =
  | {
      readonly kind: 'head';
      readonly key: string;
      readonly status: EntryStatus;
      readonly count: number;
      readonly open: boolean;
    }
  | {
      readonly kind: 'container';
      readonly key: string;
      readonly name: string;
      readonly mail: Entry['file']['mail'];
      readonly count: number;
    }
  | { readonly kind: 'entry'; readonly key: string; readonly entry: Entry; readonly inside: boolean };

const JOINT = ' › ';

/** The lines by state, what came in one archive or mail together under its name; of a closed state only the head. */
export function listRows(entries: readonly Entry[], closed: ReadonlySet<EntryStatus>): readonly ListRow[] {
  return ENTRY_STATUSES.flatMap((status) => {
    const members = entries.filter((entry) => entry.status === status);
    if (members.length === 0) return [];
    const open = !closed.has(status);
    const head: ListRow = { kind: 'head', key: `head ${status}`, status, count: members.length, open };
    return open ? [head, ...byContainer(status, members)] : [head];
  });
}

/** `4月第4周.zip` of `4月第4周.zip › 双公示.xlsx`; null for a file of its own. */
export function containerOf(name: string): string | null {
  const joint = name.lastIndexOf(JOINT);
  return joint < 0 ? null : name.slice(0, joint);
}

/** The last part of a name: without the archive, the mail and the folder. */
export function ownName(name: string): string {
  return name.split(JOINT).at(-1)?.split('/').at(-1) ?? name;
}

/** The key of the line `steps` further down among the tables, null at the end. */
export function steppedKey(rows: readonly ListRow[], key: string | undefined, steps: number): string | null {
  const keys = rows.flatMap((row) => (row.kind === 'entry' ? [row.key] : []));
  const current = keys.indexOf(key ?? '');
  const wanted = current < 0 ? 0 : Math.min(keys.length - 1, Math.max(0, current + steps));
  return keys[wanted] ?? null;
}

/** The next line with a question that is not being settled, after `key`, round the end of the list. */
export function nextQuestion(
  entries: readonly Entry[],
  key: string | undefined,
  settling: readonly string[],
): string | null {
  const open = entries.filter((entry) => entry.status === 'question');
  const from = open.findIndex((entry) => entry.key === key) + 1;
  const turned = [...open.slice(from), ...open.slice(0, from)];
  return turned.find((entry) => entry.key !== key && !settling.includes(entry.key))?.key ?? null;
}

function byContainer(status: EntryStatus, members: readonly Entry[]): ListRow[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of members) {
    // A file of its own is a group of its own, in the place where it stands.
    const key = containerOf(entry.file.name) ?? `\n${entry.key}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups].flatMap(([name, inside]) => {
    const isContainer = !name.startsWith('\n');
    const rows = inside.map((entry): ListRow => ({ kind: 'entry', key: entry.key, entry, inside: isContainer }));
    const mail = inside[0]?.file.mail ?? null;
    return isContainer
      ? [{ kind: 'container', key: `in ${status} ${name}`, name, mail, count: inside.length }, ...rows]
      : rows;
  });
}

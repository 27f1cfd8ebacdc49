import type { OwedItem, ReminderItem } from '../../../electron/contract/reminders.ts';

/** A line of the list: a unit, then one line per thing it owes. */
export type ReminderRow =
  | { readonly kind: 'unit'; readonly key: string; readonly item: ReminderItem }
  | { readonly kind: 'owed'; readonly key: string; readonly item: ReminderItem; readonly owed: OwedItem };

/** Keys of the chosen things owed. */
export type Selection = ReadonlySet<string>;

/** What one thing owed is called within the list. */
export function owedKey(unit: string, { duty, period }: Pick<OwedItem, 'duty' | 'period'>): string {
  return `${unit} ${duty} ${period}`;
}

/** The list line by line; of a closed unit its own line alone. */
export function reminderRows(items: readonly ReminderItem[], closed: ReadonlySet<string>): ReminderRow[] {
  return items.flatMap((item): ReminderRow[] => [
    { kind: 'unit', key: item.unit, item },
    ...(closed.has(item.unit) ? [] : item.owed).map(
      (owed): ReminderRow => ({ kind: 'owed', key: owedKey(item.unit, owed), item, owed }),
    ),
  ]);
}

/** Where the list was left: a line, and its place while it was there. */
export interface ListPlace {
  readonly key: string;
  readonly index: number;
}

/** The line that is in the tab order: the one left, wherever it stands by now; where it is gone, what took its place. */
export function activeRow(rows: readonly ReminderRow[], { key, index }: ListPlace): number {
  const found = rows.findIndex((row) => row.key === key);
  return found === -1 ? Math.min(index, rows.length - 1) : found;
}

/** The keys a line stands for: its own, or all of its unit. */
export function keysOf(row: ReminderRow): string[] {
  return row.kind === 'owed' ? [row.key] : row.item.owed.map((owed) => owedKey(row.item.unit, owed));
}

/** All keys of the list. */
export function allKeys(items: readonly ReminderItem[]): string[] {
  return items.flatMap((item) => item.owed.map((owed) => owedKey(item.unit, owed)));
}

/** Chosen altogether, in part or not at all. */
export function chosenOf(keys: readonly string[], selection: Selection): 'all' | 'some' | 'none' {
  const count = keys.filter((key) => selection.has(key)).length;
  if (count === 0) return 'none';
  return count === keys.length ? 'all' : 'some';
}

/** Chooses the keys, or no longer when all of them were chosen. */
export function toggled(selection: Selection, keys: readonly string[]): Selection {
  const next = new Set(selection);
  const drop = chosenOf(keys, selection) === 'all';
  for (const key of keys) {
    if (drop) next.delete(key);
    else next.add(key);
  }
  return next;
}

/** Chooses these things no longer. */
export function withoutItems(selection: Selection, items: readonly ReminderItem[]): Selection {
  return selection.difference(new Set(allKeys(items)));
}

/** The chosen part of what is shown: what a filter hides is not acted upon. */
export function selectedItems(items: readonly ReminderItem[], selection: Selection): ReminderItem[] {
  return items.flatMap((item) => {
    const owed = item.owed.filter((one) => selection.has(owedKey(item.unit, one)));
    return owed.length > 0 ? [{ ...item, owed }] : [];
  });
}

/** How many things the units owe together. */
export function countOwed(items: readonly ReminderItem[]): number {
  return items.reduce((sum, item) => sum + item.owed.length, 0);
}

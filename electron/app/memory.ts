import { logAction } from '../../db/queries/audit.ts';
import {
  countMapping,
  countName,
  forgetMapping,
  forgetName,
  insertMapping,
  insertName,
  listMappings,
  listNames,
} from '../../db/queries/memory.ts';
import type { ReadDb, WriteDb } from '../../db/types.ts';
import type { Mail } from '../contract/imports.ts';
import type { Memory } from '../contract/memory.ts';
import type { Args } from '../contract.ts';
import type { AnalyseContext } from '../core/analysed.ts';
import { addressOf } from '../core/learnNames.ts';
import type { PlannedTable, Scope } from '../core/planImport.ts';
import { Refusal } from '../core/refusal.ts';
import type { Context, Directory } from './context.ts';
import type { Commit } from './importWriter.ts';

/** Everything learned from clerks' answers. */
export function listMemory(context: Context): Memory {
  return memoryIn(context.store().read);
}

/** Forgets one thing learned; the next file asks again. */
export function forgetMemory(context: Context, { kind, id, by = '' }: Args<'memory.forget'>): Memory {
  const at = context.deps.now();
  return context.store().write((db) => {
    const isForgotten = kind === 'mapping' ? forgetMapping(db, id, at) : forgetName(db, id, at);
    if (!isForgotten) throw new Refusal('memory_unknown', String(id));
    logAction(db, at, 'memory.forget', `${kind} ${id}`, '', by);
    return memoryIn(db);
  });
}

const memoryIn = (db: ReadDb): Memory => ({ mappings: listMappings(db), names: listNames(db) });

/** What the analysis of files is told of the memory. */
export interface Recall {
  readonly desk: Pick<AnalyseContext, 'learned' | 'mappings' | 'neighbours'>;
  /** Whose the address of a mail is: a unit's contact or learned; nobody's where two units have it. */
  senderOf(mail: Mail | null): Pick<AnalyseContext, 'senderUnit' | 'senderLearned' | 'senderRivals'>;
}

/** Reads the memory once for all files of a call. */
export function recall({ store, resources }: Context, { office, units }: Directory): Recall {
  const { mappings, names } = memoryIn(store().read);
  const senders = new Map<string, { readonly units: Set<string>; learned: boolean }>();
  const add = (address: string | null, unit: string, learned: boolean): void => {
    if (address === null) return;
    const known = senders.get(address) ?? { units: new Set(), learned };
    known.units.add(unit);
    // What a unit's own contacts say needs no memory.
    senders.set(address, { ...known, learned: known.learned && learned });
  };
  for (const unit of units.filter(sends))
    for (const contact of unit.contacts) add(addressOf(contact.email), unit.id, false);
  for (const { kind, text, unit } of names) if (kind === 'sender') add(text, unit, true);
  return {
    desk: {
      learned: names.filter(({ kind }) => kind === 'name').map(({ text, unit }) => ({ text, unit })),
      mappings: mappings.map(({ unit, template, fingerprint, headers, columns }) => ({
        unit,
        template,
        fingerprint,
        headers,
        columns,
      })),
      neighbours: resources.counties[office.city] ?? [],
    },
    senderOf(mail) {
      const known = mail === null ? undefined : senders.get(addressOf(mail.sender) ?? '');
      const [unit, second] = known?.units ?? [];
      if (!known || unit === undefined) return { senderUnit: null };
      if (second !== undefined) return { senderUnit: null, senderRivals: [...known.units] };
      return { senderUnit: unit, senderLearned: known.learned };
    },
  };
}

interface Lesson extends Scope {
  readonly table: PlannedTable;
  readonly mail: Mail | null;
  /** Addresses that are no unit's: the office's own. */
  readonly own: ReadonlySet<string>;
}

/** Learns from a table that is committed what the clerk answered of its unit and columns, and counts what memory it used. */
export function learn(db: WriteDb, { batch, at }: Pick<Commit, 'batch' | 'at'>, lesson: Lesson): void {
  const { unit, template, table, mail, own } = lesson;
  const { memory, fingerprint } = table.table;
  if (!memory) return;
  const address = mail === null ? null : addressOf(mail.sender);
  if (memory.name !== null) insertName(db, { kind: 'name', text: memory.name, unit, batch, learnedAt: at });
  if (memory.teachesSender && address !== null && !own.has(address))
    insertName(db, { kind: 'sender', text: address, unit, batch, learnedAt: at });
  if (memory.usedName !== null) countName(db, { kind: 'name', text: memory.usedName, unit });
  if (memory.usedSender && address !== null) countName(db, { kind: 'sender', text: address, unit });
  if (memory.usedMapping) countMapping(db, { unit: memory.usedMapping.unit, template, fingerprint }, at);
  const { headers, columns } = memory;
  if (columns === null || Object.keys(columns).length === 0) return;
  for (const whose of [unit, null])
    insertMapping(db, { unit: whose, template, fingerprint, headers, columns, batch, learnedAt: at });
}

/** The addresses of the office itself and of those who send nothing. */
export function ownAddresses({ office, units }: Directory): ReadonlySet<string> {
  const emails = [
    office.contact.email,
    ...units.filter((unit) => !sends(unit)).flatMap((unit) => unit.contacts.map((c) => c.email)),
  ];
  return new Set(emails.flatMap((email) => addressOf(email) ?? []));
}

const sends = ({ kind }: Directory['units'][number]): boolean => kind !== 'office' && kind !== 'supervision';

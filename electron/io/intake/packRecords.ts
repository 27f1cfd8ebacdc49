import type { AnalysedRecord, AnalysedTable, LeftOutSheet, SheetAnalysis } from '../../core/analysed.ts';
import { createRowObjects } from '../../core/rowObjects.ts';

/**
 * A table as it crosses the thread boundary: by column, each repeated text once. Structured cloning writes every property name and every
 * agency again for each row, which takes three times as long and leaves as many copies in memory.
 */
export type PackedSheet = LeftOutSheet | (Omit<AnalysedTable, 'records'> & { readonly records: PackedRecords });

type Value = AnalysedRecord['values'][string];

interface PackedRecords {
  readonly rows: Uint32Array;
  readonly fields: readonly string[];
  readonly values: readonly PackedColumn[];
  /** Of each field the text as sent: null where it is the value itself, `''` where there is none. */
  readonly raws: readonly PackedColumn[];
  readonly keys: readonly string[];
  readonly contents: readonly string[];
  /** Null where it is the content. */
  readonly sent: PackedColumn;
  readonly decisionDates: PackedColumn;
  /** Bit by bit: compliant, has a clock, timely. */
  readonly flags: Uint8Array;
  /** Of the few rows that have any, by place. */
  readonly findings: readonly (readonly [number, AnalysedRecord['findings']])[];
  readonly extras: readonly (readonly [number, AnalysedRecord['extras']])[];
}

/** Each value once and where it stands; without places the values stand as they come. */
interface PackedColumn {
  readonly values: readonly Value[];
  readonly places: Uint16Array | null;
}

/** Packs the records of every table. */
export function packSheets(sheets: readonly SheetAnalysis[]): PackedSheet[] {
  return sheets.map((sheet) => (sheet.kind === 'table' ? { ...sheet, records: packRecords(sheet.records) } : sheet));
}

/** The same sheets as before `packSheets`; equal texts of a column are one string in memory. */
export function unpackSheets(sheets: readonly PackedSheet[]): SheetAnalysis[] {
  return sheets.map((sheet) => (sheet.kind === 'table' ? { ...sheet, records: unpackRecords(sheet.records) } : sheet));
}

function packRecords(records: readonly AnalysedRecord[]): PackedRecords {
  const fields = Object.keys(records[0]?.values ?? {});
  const values = fields.map(() => createColumn(records.length));
  const raws = fields.map(() => createColumn(records.length));
  const sent = createColumn(records.length);
  const decisionDates = createColumn(records.length);
  for (let at = 0; at < records.length; at++) {
    const record = records[at] as AnalysedRecord; // within its length
    // Looked up by name, the fields of a row cost more than all the rest. They stand in one order, the texts sent with gaps.
    const own = Object.values(record.values);
    const texts = Object.values(record.raw);
    const filled = Object.keys(record.raw);
    let next = 0;
    for (let i = 0; i < fields.length; i++) {
      const value = own[i] ?? null;
      const text = filled[next] === fields[i] ? (texts[next++] ?? '') : '';
      values[i]?.add(at, value);
      raws[i]?.add(at, text === value ? null : text);
    }
    sent.add(at, record.sent === record.content ? null : record.sent);
    decisionDates.add(at, record.decisionDate);
  }
  return {
    rows: Uint32Array.from(records, ({ row }) => row),
    fields,
    values: values.map((column) => column.packed()),
    raws: raws.map((column) => column.packed()),
    keys: records.map(({ key }) => key),
    contents: records.map(({ content }) => content),
    sent: sent.packed(),
    decisionDates: decisionDates.packed(),
    flags: Uint8Array.from(records, flagsOf),
    findings: records.flatMap(({ findings }, at) => (findings.length === 0 ? [] : [[at, findings] as const])),
    extras: records.flatMap(({ extras }, at) => (isEmpty(extras) ? [] : [[at, extras] as const])),
  };
}

const COMPLIANT = 1;
const CLOCKED = 2;
const TIMELY = 4;

function flagsOf({ compliant, timely }: AnalysedRecord): number {
  return (compliant ? COMPLIANT : 0) | (timely === null ? 0 : CLOCKED) | (timely ? TIMELY : 0);
}

function isEmpty(texts: Readonly<Record<string, string>>): boolean {
  for (const _ in texts) return false;
  return true;
}

/** More different values than this are no repetition, and no place is as short as theirs. */
const MOST_DISTINCT = 1000;

/** Takes the values of a column one after the other, `at` 0, 1, 2 …. */
function createColumn(length: number) {
  let places: Uint16Array | null = new Uint16Array(length);
  let values: Value[] = [];
  const known = new Map<Value, number>();
  let before: Value | undefined;
  let place = 0;
  const add = (at: number, value: Value): void => {
    if (places === null) {
      values.push(value);
      return;
    }
    if (value !== before) {
      const found = known.get(value);
      if (found === undefined && known.size === MOST_DISTINCT) {
        values = Array.from(places.subarray(0, at), (earlier) => values[earlier] ?? null);
        values.push(value);
        places = null;
        return;
      }
      place = found ?? known.size;
      if (found === undefined) {
        known.set(value, place);
        values.push(value);
      }
      before = value;
    }
    places[at] = place;
  };
  return { add, packed: (): PackedColumn => ({ values, places }) };
}

function unpackRecords(packed: PackedRecords): AnalysedRecord[] {
  const { fields, keys, contents } = packed;
  const findings = new Map(packed.findings);
  const extras = new Map(packed.extras);
  const rawOf = createRowObjects<string>(fields);
  const valuesOf = createRowObjects<Value>(fields);
  const values: Value[] = [];
  const texts: (string | undefined)[] = [];
  const records: AnalysedRecord[] = [];
  for (let at = 0; at < keys.length; at++) {
    for (let i = 0; i < fields.length; i++) {
      const value = valueAt(packed.values[i], at);
      const text = valueAt(packed.raws[i], at) ?? value;
      values[i] = value;
      texts[i] = typeof text === 'string' && text !== '' ? text : undefined;
    }
    const flags = packed.flags[at] ?? 0;
    const content = contents[at] ?? '';
    records.push({
      row: packed.rows[at] ?? 0,
      raw: rawOf(texts),
      values: valuesOf(values),
      extras: extras.get(at) ?? {},
      key: keys[at] ?? '',
      content,
      sent: textAt(packed.sent, at) ?? content,
      decisionDate: textAt(packed.decisionDates, at),
      timely: (flags & CLOCKED) === 0 ? null : (flags & TIMELY) !== 0,
      compliant: (flags & COMPLIANT) !== 0,
      findings: findings.get(at) ?? [],
    });
  }
  return records;
}

function valueAt(column: PackedColumn | undefined, at: number): Value {
  return column?.values[column.places?.[at] ?? at] ?? null;
}

function textAt(column: PackedColumn, at: number): string | null {
  const value = valueAt(column, at);
  return typeof value === 'string' ? value : null;
}

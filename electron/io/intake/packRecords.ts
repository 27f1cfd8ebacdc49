import type { AnalysedRecord, AnalysedTable, LeftOutSheet, SheetAnalysis } from '../../core/analysed.ts';

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
  const column = (of: (record: AnalysedRecord) => Value): PackedColumn => packColumn(records, of);
  return {
    rows: Uint32Array.from(records, ({ row }) => row),
    fields,
    values: fields.map((field) => column(({ values }) => values[field] ?? null)),
    raws: fields.map((field) =>
      column(({ values, raw }) => {
        const text = raw[field] ?? '';
        return text === values[field] ? null : text;
      }),
    ),
    keys: records.map(({ key }) => key),
    contents: records.map(({ content }) => content),
    sent: column(({ sent, content }) => (sent === content ? null : sent)),
    decisionDates: column(({ decisionDate }) => decisionDate),
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
const MOST_DISTINCT = 2000;

function packColumn(records: readonly AnalysedRecord[], of: (record: AnalysedRecord) => Value): PackedColumn {
  const places = new Uint16Array(records.length);
  const known = new Map<Value, number>();
  let before: Value | undefined;
  let place = 0;
  for (let at = 0; at < records.length; at++) {
    const value = of(records[at] as AnalysedRecord); // within its length
    if (value !== before) {
      place = known.get(value) ?? known.size;
      if (place === known.size && place === MOST_DISTINCT) return { values: records.map(of), places: null };
      known.set(value, place);
      before = value;
    }
    places[at] = place;
  }
  return { values: [...known.keys()], places };
}

function unpackRecords(packed: PackedRecords): AnalysedRecord[] {
  const { fields, keys, contents } = packed;
  const findings = new Map(packed.findings);
  const extras = new Map(packed.extras);
  const records: AnalysedRecord[] = [];
  for (let at = 0; at < keys.length; at++) {
    const values: Record<string, Value> = {};
    const raw: Record<string, string> = {};
    for (let i = 0; i < fields.length; i++) {
      const field = fields[i] as string; // within its length
      const value = valueAt(packed.values[i], at);
      values[field] = value;
      const text = valueAt(packed.raws[i], at) ?? value;
      if (typeof text === 'string' && text !== '') raw[field] = text;
    }
    const flags = packed.flags[at] ?? 0;
    const content = contents[at] ?? '';
    records.push({
      row: packed.rows[at] ?? 0,
      raw,
      values,
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

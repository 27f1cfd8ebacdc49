import type { Severity } from '../contract/findings.ts';
import type { Moment, Period } from '../contract/time.ts';
import type { HeldRecord } from '../contract/uploads.ts';
import { chineseMoment } from './period.ts';

/** A current record as the consolidated upload (汇总上报) sees it. */
export interface UploadRecord {
  /** `record.id` of the version in force. */
  readonly id: number;
  readonly lineage: number;
  readonly unit: string;
  readonly period: Period;
  /** Equal for equal content: the row as sent with what the office mended. */
  readonly hash: string;
  readonly name: string;
  readonly values: Readonly<Record<string, string | number | null>>;
  readonly compliant: boolean;
  /** Errors and 核实 findings nobody let pass. */
  readonly open: readonly { readonly severity: Severity; readonly message: string }[];
}

/** A record an upload in force holds already. */
export interface UploadedItem {
  readonly upload: string;
  readonly at: Moment;
  readonly lineage: number;
  readonly hash: string;
}

export interface Consolidation {
  readonly rows: readonly UploadRecord[];
  readonly held: readonly HeldRecord[];
}

/**
 * Parts the records of a template into those to upload and those held back, each with its reason (cli.md: only compliant ones without an
 * open 核实, each once). What was uploaded is known by the record and by its content, so that a row imported anew after an undo, or sent
 * by a second unit, is not uploaded twice. `uploaded` comes oldest first.
 */
export function consolidate(
  records: readonly UploadRecord[],
  uploaded: readonly UploadedItem[],
  includeChanged: boolean,
): Consolidation {
  const byLineage = new Map(uploaded.map((item) => [item.lineage, item]));
  const byHash = new Map(uploaded.map((item) => [item.hash, item]));
  const taken = new Map<string, UploadRecord>();
  const rows: UploadRecord[] = [];
  const held: HeldRecord[] = [];
  for (const record of records) {
    const reason = holdReason(record);
    if (reason !== null) held.push(reason);
    else {
      taken.set(record.hash, record);
      rows.push(record);
    }
  }
  return { rows, held };

  function holdReason(record: UploadRecord): HeldRecord | null {
    const hold = (reason: HeldRecord['reason'], detail: string): HeldRecord => ({
      record: record.lineage,
      unit: record.unit,
      title: record.name,
      reason,
      detail,
    });
    const same = byHash.get(record.hash);
    if (same) return hold('already_uploaded', `已于 ${chineseMoment(same.at)} 汇总（${same.upload}）。`);
    const errors = record.open.filter((finding) => finding.severity === 'error');
    if (!record.compliant) return hold('not_compliant', errors.map((finding) => finding.message).join(''));
    if (record.open.length > 0) return hold('verify_open', record.open.map((finding) => finding.message).join(''));
    const before = byLineage.get(record.lineage);
    if (before && !includeChanged)
      return hold('changed_since_upload', `${chineseMoment(before.at)} 汇总（${before.upload}）之后有更正。`);
    const twin = taken.get(record.hash);
    if (twin) return hold('already_uploaded', `与本次汇总的另一条记录（${twin.name}）内容完全相同。`);
    return null;
  }
}

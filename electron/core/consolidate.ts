import type { Severity } from '../contract/findings.ts';
import type { Template } from '../contract/templates.ts';
import type { Moment, Period } from '../contract/time.ts';
import type { HeldRecord } from '../contract/uploads.ts';
import { compareText } from './compareText.ts';
import { chineseMoment, periodTitle } from './period.ts';
import { sameValues } from './rowDifferences.ts';
import { identityColumns, uploadIdentity } from './uploadIdentity.ts';

type Values = Readonly<Record<string, string | number | null>>;

/** Whose record it is and where it stands. */
interface Placed {
  readonly unit: string;
  readonly duty: string;
  readonly period: Period;
  readonly file: string;
  readonly row: number;
  /** Told (`duplicate_record`) to bear the key of another row of its table: two records by the unit's word, once a reason is written. */
  readonly isTold: boolean;
}

/** A current record as the consolidated upload (汇总上报) sees it. */
export interface UploadRecord extends Placed {
  /** `record.id` of the version in force. */
  readonly id: number;
  readonly lineage: number;
  /** First receipt: of two that say the same, the later is held back. */
  readonly receivedAt: Moment;
  /** Equal for equal content: the row as sent with what the office mended. */
  readonly hash: string;
  /** `uploadIdentity` of its values. */
  readonly identity: string | null;
  readonly name: string;
  readonly values: Values;
  readonly compliant: boolean;
  /** Errors and 核实 findings nobody let pass. */
  readonly open: readonly { readonly severity: Severity; readonly message: string }[];
}

/** A record an upload that was not taken back holds. */
export interface UploadedItem extends Placed {
  readonly upload: string;
  readonly at: Moment;
  readonly lineage: number;
  readonly hash: string;
  /** Of the fields of the key, as uploaded. */
  readonly keyValues: Values;
  /** What was uploaded, where another version of the record is in force now. */
  readonly before: Values | null;
  /** Whether a version of the record is in force. */
  readonly isInForce: boolean;
}

export interface Consolidation {
  readonly rows: readonly UploadRecord[];
  readonly held: readonly HeldRecord[];
}

interface Consolidated {
  readonly template: Template;
  readonly records: readonly UploadRecord[];
  /** Oldest first: the platform holds of a record what was uploaded last. */
  readonly uploaded: readonly UploadedItem[];
  readonly includeChanged: boolean;
  readonly unitName: (id: string) => string;
}

/**
 * Parts the records of a template into those to upload and those held back, each with its reason (cli.md: only compliant ones without an
 * open 核实, each once). An uploaded record is known by itself; one that was never uploaded by its content and its key, so that a row
 * imported anew after an undo, sent by a second unit or in a second period is not uploaded twice.
 */
export function consolidate({ template, records, uploaded, includeChanged, unitName }: Consolidated): Consolidation {
  const newest = new Map(uploaded.map((item) => [item.lineage, item]));
  const byHash = new Map([...newest.values()].map((item) => [item.hash, item]));
  const byKey = Map.groupBy(newest.values(), (item) => uploadIdentity(item.keyValues, template));
  const taken = new Map<string, UploadRecord[]>();
  const reasons = new Map<UploadRecord, HeldRecord>();
  for (const record of records.toSorted((a, b) => compareText(a.receivedAt, b.receivedAt))) {
    const reason = holdReason(record);
    if (reason !== null) reasons.set(record, reason);
    else for (const mark of marksOf(record)) taken.set(mark, [...(taken.get(mark) ?? []), record]);
  }
  return {
    rows: records.filter((record) => !reasons.has(record)),
    held: records.flatMap((record) => reasons.get(record) ?? []),
  };

  function holdReason(record: UploadRecord): HeldRecord | null {
    const hold = (reason: HeldRecord['reason'], detail: string): HeldRecord => ({
      record: record.lineage,
      unit: record.unit,
      title: record.name,
      reason,
      detail,
    });
    const own = newest.get(record.lineage);
    const same = own ? (isUnchanged(own, record) ? own : undefined) : byHash.get(record.hash);
    if (same) return hold('already_uploaded', `已于 ${uploadText(same)}。`);
    const errors = record.open.filter((finding) => finding.severity === 'error');
    if (!record.compliant) return hold('not_compliant', errors.map((finding) => finding.message).join(''));
    if (record.open.length > 0) return hold('verify_open', record.open.map((finding) => finding.message).join(''));

    const ofKey = record.identity === null ? [] : (byKey.get(record.identity) ?? []);
    const uploadedTwin = own ? undefined : ofKey.find((item) => item.isInForce && !areTwoByWord(item, record));
    if (uploadedTwin) return hold('duplicate', twinText(record, uploadedTwin, `，已于 ${uploadText(uploadedTwin)}`));
    const twin = marksOf(record)
      .flatMap((mark) => taken.get(mark) ?? [])
      .find((other) => !areTwoByWord(other, record) || sameValues(other, record));
    if (twin) return hold('duplicate', twinText(record, twin, '，本次只汇总那一条'));
    // The record is gone, and what came under its key since stands in its place.
    const before = own ?? ofKey.findLast((item) => !item.isInForce);
    return before && !includeChanged ? hold('changed_since_upload', `${uploadText(before)}，之后有更正。`) : null;
  }

  function twinText(record: UploadRecord, other: Placed, where: string): string {
    const place = `${unitName(other.unit)}${periodTitle(other.period)}“${other.file}”第 ${other.row} 行`;
    const columns = identityColumns(record.values, template);
    const same = columns === '' ? '内容' : `“${columns}”`;
    return `与${place}的记录${same}相同${where}。确为两件事的，请更正${same}；重复的，请撤销或删去一份。`;
  }
}

const uploadText = ({ at, upload }: UploadedItem): string => `${chineseMoment(at)} 汇总（${upload}）`;

function isUnchanged({ before }: UploadedItem, record: UploadRecord): boolean {
  return before === null || sameValues({ values: before }, record);
}

/** Rows of one table that bear one key: the unit was told, and a clerk wrote why both stand. */
function areTwoByWord(a: Placed, b: Placed): boolean {
  return (a.isTold || b.isTold) && a.unit === b.unit && a.duty === b.duty && a.period === b.period;
}

/** By what a record of the same upload is known again. */
function marksOf({ hash, identity }: UploadRecord): readonly string[] {
  return identity === null ? [`#${hash}`] : [`#${hash}`, `=${identity}`];
}

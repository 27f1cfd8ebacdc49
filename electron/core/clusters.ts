import type { Cluster, ClusterMember } from '../contract/clusters.ts';
import type { Template } from '../contract/templates.ts';
import { foldText } from './fold.ts';

/** Field that holds the subject's code: the first code column that is not an agency's. Null: the template has none. */
export function subjectCodeField(template: Template): string | null {
  const types = new Set(['uscc', 'subject-code', 'id-number']);
  return template.columns.find((c) => types.has(c.type) && !c.checks.includes('agency-code'))?.id ?? null;
}

/** A record as far as look-alikes are told by it. */
export interface ClusterRecord extends Omit<ClusterMember, 'detail'> {
  readonly values: Readonly<Record<string, string | number | null>>;
}

/** Records that share something; `size` counts those that are not among them, too. */
export interface ClusterGroup {
  readonly records: readonly ClusterRecord[];
  readonly size: number;
}

/**
 * Names of one code that differ after folding (brackets, width and blanks apart). The records share the code. Null: all one name.
 */
export function namesOfCode(code: string, { records, size }: ClusterGroup): Cluster | null {
  const names = new Set(records.map((record) => foldText(record.name)));
  if (names.size < 2) return null;
  return {
    kind: 'one_code_many_names',
    shared: code,
    message: `同一代码 ${code} 有 ${names.size} 种名称，可能是改名、错字或代码填错。请核对后逐条更正。`,
    members: records.map((record) => member(record, record.name)),
    more: size - records.length,
  };
}

/** Codes of one name; two that differ in one or two characters are probably one code mistyped. Null: all one code. */
export function codesOfName(name: string, { records, size }: ClusterGroup): Cluster | null {
  const codes = [...new Set(records.map((record) => record.code))];
  if (codes.length < 2) return null;
  const alike = codes.some((a, i) => codes.some((b, j) => j > i && differingPlaces(a, b) <= ALIKE_PLACES));
  return {
    kind: alike ? 'alike_codes' : 'one_name_many_codes',
    shared: name,
    message: alike
      ? `“${name}”的代码只差一两位，多为录入有误。请核对后更正。`
      : `“${name}”有 ${codes.length} 个代码，可能是同名的不同主体，也可能填错。请核对。`,
    members: records.map((record) => member(record, record.code)),
    more: size - records.length,
  };
}

/** Records of one subject and day that differ in at most two fields. The records share code and decision date. */
export function nearDuplicates(shared: string, { records }: ClusterGroup, template: Template): Cluster | null {
  const near = records.filter((a) =>
    records.some((b) => a !== b && differingFields(a, b, template).length <= DIFFERING_FIELDS),
  );
  if (near.length < 2) return null;
  const [first] = near;
  const fields = new Set(near.flatMap((one) => (first ? differingFields(first, one, template) : [])));
  const columns = template.columns.filter((column) => fields.has(column.id));
  return {
    kind: 'near_duplicates',
    shared,
    message: `“${first?.name ?? shared}”有 ${near.length} 条记录几乎相同，只有${columns.map((c) => `“${c.name}”`).join('、')}不同，可能重复报送。请核对。`,
    members: near.map((record) =>
      member(record, columns.map((column) => `${column.name}：${record.values[column.id] ?? '空'}`).join('；')),
    ),
    more: 0,
  };
}

const ALIKE_PLACES = 2;
const DIFFERING_FIELDS = 2;

function member({ values: _values, ...record }: ClusterRecord, detail: string): ClusterMember {
  return { ...record, detail };
}

/** Places in which two codes of one length differ; of unequal length they are not alike. */
function differingPlaces(a: string, b: string): number {
  if (a.length !== b.length) return Number.MAX_SAFE_INTEGER;
  return [...a].filter((character, i) => character !== b[i]).length;
}

function differingFields(a: ClusterRecord, b: ClusterRecord, template: Template): string[] {
  return template.columns
    .filter(({ id }) => foldText(String(a.values[id] ?? '')) !== foldText(String(b.values[id] ?? '')))
    .map(({ id }) => id);
}

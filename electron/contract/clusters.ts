/** Look-alikes worth a second look; suggested, never merged unasked. */
export const CLUSTER_KINDS = ['one_code_many_names', 'one_name_many_codes', 'alike_codes', 'near_duplicates'] as const;
export type ClusterKind = (typeof CLUSTER_KINDS)[number];

export interface ClusterMember {
  /** `StoredRecord.id` */
  readonly record: number;
  readonly unit: string;
  readonly template: string;
  readonly period: string;
  readonly name: string;
  readonly code: string;
  /** What tells it from the others. */
  readonly detail: string;
}

export interface Cluster {
  readonly kind: ClusterKind;
  /** The code or name they share. */
  readonly shared: string;
  /** A Chinese sentence: what is alike and what differs. */
  readonly message: string;
  readonly members: readonly ClusterMember[];
  /** How many records share it besides the members listed. */
  readonly more: number;
}

import type { ClusterKind } from '../../electron/contract/clusters.ts';

export const CLUSTER_WORDS: Readonly<Record<ClusterKind, string>> = {
  one_code_many_names: '同一代码，名称不同',
  one_name_many_codes: '同一名称，代码不同',
  alike_codes: '代码只差一两位',
  near_duplicates: '内容几乎相同',
};

/** What each kind means and what a clerk does about it. */
export const CLUSTER_HINTS: Readonly<Record<ClusterKind, string>> = {
  one_code_many_names: '一个统一社会信用代码对应几个名称：可能是改名、简称或错别字。以登记名称为准，请单位统一写法。',
  one_name_many_codes: '一个名称对应几个代码：可能有一条抄错了代码，也可能是同名的不同主体。请对照登记信息核实。',
  alike_codes: '两个代码只差一两位：多半是抄写错误。请对照登记信息核实。',
  near_duplicates: '几条记录除个别字外完全相同：可能重复报送。确属重复的，请单位说明后更正。',
};

export const CLUSTERS_NOTE = '这里只是提示，程序不会自动合并或改动任何记录。';

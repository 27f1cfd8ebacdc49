import type { SkippedRow, SkipReason } from '../../../electron/contract/findings.ts';
import { FillTable } from '../../parts/FillTable.tsx';
import { SKIP_WORDS } from '../../words.ts';

/** Rows that are no records, each with its reason: nothing is dropped silently. */
export function SkippedTable({ skipped }: { readonly skipped: readonly SkippedRow[] }) {
  if (skipped.length === 0) return <p className="muted">没有略过的行，表头以下每一行都成为记录。</p>;
  return (
    <FillTable
      rowKey="row"
      dataSource={skipped}
      columns={[
        { title: '行', dataIndex: 'row', width: 80, render: (row: number) => `第 ${row} 行` },
        { title: '略过的原因', dataIndex: 'reason', render: (reason: SkipReason) => SKIP_WORDS[reason] },
      ]}
    />
  );
}

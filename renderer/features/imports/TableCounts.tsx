import type { TablePlan } from '../../../electron/contract/imports.ts';

/** Rows in = records + skipped rows, and what a commit does with the records. */
export function TableCounts({ table }: { readonly table: TablePlan }) {
  const figures: readonly (readonly [string, string | number])[] = [
    ['新增', table.added],
    ['更改', table.changed],
    ['未变', table.unchanged],
    ['移除', table.removed],
    ['合规', table.compliant],
    ['及时', table.timely ?? '—'],
  ];
  return (
    <div className="row" data-testid="table-counts" style={{ gap: 16, background: '#f3f6fa', padding: '4px 10px' }}>
      <span>
        共 <b>{table.rows}</b> 行 ＝ 记录 <b>{table.records}</b> ＋ 略过 <b>{table.skipped.length}</b>
      </span>
      {figures.map(([label, value]) => (
        <span key={label}>
          <span className="muted">{label}</span> <b>{value}</b>
        </span>
      ))}
    </div>
  );
}

import { Tag } from 'antd';
import type { RowDifference, TablePlan } from '../../../electron/contract/imports.ts';
import { FillTable } from '../../parts/FillTable.tsx';

/** What a commit changes in what is stored: counts, and each record changed or removed with its fields before and after. */
export function DifferenceTable({ table }: { readonly table: TablePlan }) {
  const rows = table.differences.map((difference, key) => ({ ...difference, key }));
  const told = table.changed + table.removed;
  return (
    <div className="fill" style={{ display: 'flex', flexDirection: 'column', gap: 6, height: '100%' }}>
      {table.question ? (
        <span className="muted">这张表还有疑问，下面先列出与已入库数据的不同，答复之后再算条数。</span>
      ) : null}
      <span hidden={table.question !== null}>
        与已入库的数据比较：新增 <b>{table.added}</b> 条，更改 <b>{table.changed}</b> 条，移除 <b>{table.removed}</b>{' '}
        条，未变 <b>{table.unchanged}</b> 条。
        {table.question === null && rows.length > 0 && rows.length < told ? (
          <span className="muted">　下面列出前 {rows.length} 条。</span>
        ) : null}
      </span>
      {rows.length === 0 ? <p className="muted">没有更改和移除的记录。</p> : null}
      {rows.length > 0 ? (
        <FillTable<RowDifference & { readonly key: number }>
          data-testid="differences"
          dataSource={rows}
          columns={[
            {
              title: '变化',
              dataIndex: 'act',
              width: 70,
              render: (act: RowDifference['act']) =>
                act === 'change' ? <Tag color="orange">更改</Tag> : <Tag color="red">移除</Tag>,
            },
            { title: '行', dataIndex: 'row', width: 64, render: (row: number | null) => (row ? `第${row}行` : '—') },
            { title: '记录', dataIndex: 'title', width: 200, ellipsis: true },
            {
              title: '原来 → 现在',
              dataIndex: 'fields',
              render: (fields: RowDifference['fields'], { act }) =>
                act === 'remove' ? (
                  <span className="muted">这次的文件里没有这条</span>
                ) : (
                  fields.map((field) => <FieldChange key={field.field} field={field} />)
                ),
            },
          ]}
        />
      ) : null}
    </div>
  );
}

function FieldChange({ field }: { readonly field: RowDifference['fields'][number] }) {
  return (
    <div className="prewrap">
      <span className="muted">{field.column}：</span>
      <del>{field.before || '（空）'}</del> → <b>{field.after || '（空）'}</b>
    </div>
  );
}

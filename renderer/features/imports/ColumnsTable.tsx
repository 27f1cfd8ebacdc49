import { Select } from 'antd';
import type { RemarkCode, TablePlan } from '../../../electron/contract/imports.ts';
import type { Template } from '../../../electron/contract/templates.ts';
import { FillTable } from '../../parts/FillTable.tsx';
import type { Choice } from './overrides.ts';

interface ColumnsTableProps {
  readonly table: TablePlan;
  readonly template: Template | undefined;
  readonly busy: boolean;
  readonly onChoose: (choice: Choice) => void;
}

const EXTRA = '';

/** What the memory says of the whole header line; a proposal is about its own column. */
const ABOUT_HEADER: ReadonlySet<RemarkCode> = new Set(['mapped_from_memory', 'moved_column']);

/** Which column of the sheet means which field; each can be set by hand or kept as an extra. */
export function ColumnsTable({ table, template, busy, onChoose }: ColumnsTableProps) {
  const fields = template?.columns ?? [];
  const found = new Set(table.columns.map(({ field }) => field));
  const missing = fields.filter(({ id, required }) => required && !found.has(id));
  const toldOfAll = table.remarks.filter(({ code }) => ABOUT_HEADER.has(code));
  const proposals = table.remarks.filter(({ code }) => code === 'proposed_column');
  const proposalsOf = (letter: string) => proposals.filter(({ cell }) => cell?.replace(/\d+$/u, '') === letter);
  const options = [
    { value: EXTRA, label: '—（保留为附加列，不作检查）' },
    ...fields.map(({ id, name, required }) => ({ value: id, label: required ? `${name} *` : name })),
  ];
  return (
    <div className="fill" style={{ display: 'flex', flexDirection: 'column', gap: 6, height: '100%' }}>
      {missing.length > 0 ? (
        <span className="small" style={{ color: '#b3261e' }}>
          表中没有找到的必填栏目：{missing.map(({ name }) => name).join('、')}
        </span>
      ) : null}
      {toldOfAll.map(({ message }) => (
        <span key={message} className="small">
          {message}
        </span>
      ))}
      <FillTable
        rowKey="column"
        dataSource={table.columns}
        columns={[
          { title: '列', dataIndex: 'column', width: 50 },
          { title: '表头原文', dataIndex: 'header', ellipsis: true },
          {
            title: '含义（* 必填）',
            dataIndex: 'field',
            width: 260,
            render: (field: string | null, { column, header }) => (
              <Select
                size="small"
                style={{ width: '100%' }}
                aria-label={`${column} 列（${header}）的含义`}
                disabled={busy || !template}
                showSearch={{ optionFilterProp: 'label' }}
                value={field ?? EXTRA}
                options={options}
                onChange={(value) => onChoose({ columns: { [column]: value === EXTRA ? null : value } })}
              />
            ),
          },
          ...(proposals.length > 0
            ? [
                {
                  title: '说明',
                  key: 'told',
                  width: 240,
                  render: (_: unknown, { column }: TablePlan['columns'][number]) => (
                    <span className="prewrap small">
                      {proposalsOf(column)
                        .map(({ message }) => message)
                        .join('\n')}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}

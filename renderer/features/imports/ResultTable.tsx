import { Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { FilePlan, ImportResult } from '../../../electron/contract/imports.ts';
import { periodTitle } from '../../parts/periods.ts';
import { shortTemplateTitle } from '../../parts/templateNames.ts';
import { LEFT_OUT_WORDS } from '../../words.ts';
import { EntryTag } from './EntryTag.tsx';
import { type Entry, entriesOf } from './entries.ts';
import { tableOutcome } from './receiptText.ts';

const COLUMNS: ColumnsType<Entry> = [
  {
    title: '文件 / 工作表',
    key: 'file',
    render: (_, { file, table }) => (
      <span className="prewrap">
        {file.name}
        {table && file.tables.length > 1 ? <span className="muted"> › {table.sheet}</span> : null}
      </span>
    ),
  },
  { title: '单位', key: 'unit', width: 120, ellipsis: true, render: (_, { table }) => table?.unit?.name ?? '—' },
  {
    title: '模板',
    key: 'template',
    width: 160,
    ellipsis: true,
    render: (_, { table }) => (table?.templateTitle ? shortTemplateTitle(table.templateTitle) : '—'),
  },
  {
    title: '报送期',
    key: 'period',
    width: 120,
    ellipsis: true,
    render: (_, { table }) =>
      table?.period ? (
        <span title={periodTitle(table.period)}>{periodTitle(table.period).replace(/（.*/, '')}</span>
      ) : (
        '—'
      ),
  },
  { title: '结果', key: 'status', width: 90, render: (_, { status }) => <EntryTag status={status} /> },
  {
    title: '说明',
    key: 'outcome',
    width: 330,
    render: (_, { file, table }) => (
      <span className="prewrap">
        {table ? tableOutcome(table) : (file.message ?? '已列为附件，没有入库')}
        {table === null || table === file.tables[0] ? leftOutText(file) : ''}
      </span>
    ),
  },
];

/** What became of every file and table of an import. */
export function ResultTable({ files }: { readonly files: readonly FilePlan[] }) {
  const result: ImportResult = { batch: null, planHash: '', files };
  return (
    <div className="fill scroll-table">
      <Table<Entry> size="small" rowKey="key" pagination={false} columns={COLUMNS} dataSource={entriesOf(result)} />
    </div>
  );
}

function leftOutText(file: FilePlan): string {
  return file.leftOut.map(({ sheet, reason }) => `\n工作表“${sheet}”未导入：${LEFT_OUT_WORDS[reason]}`).join('');
}

import { RollbackOutlined } from '@ant-design/icons';
import { Button, Table, Tooltip } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { Receipt } from '../../../electron/contract/batches.ts';
import type { FilePlan, ImportResult } from '../../../electron/contract/imports.ts';
import { periodTitle } from '../../parts/periods.ts';
import { shortTemplateTitle } from '../../parts/templateNames.ts';
import { LEFT_OUT_WORDS } from '../../words.ts';
import { EntryTag } from './EntryTag.tsx';
import { type Entry, entriesOf } from './entries.ts';
import { tableOutcome } from './receiptText.ts';

/** A file that can be returned: `Receipt.file` and its name. */
export interface ReturnableFile {
  readonly id: number;
  readonly name: string;
}

interface ResultTableProps {
  readonly files: readonly FilePlan[];
  readonly receipts: readonly Receipt[];
  readonly onReturn: (file: ReturnableFile) => void;
}

/** What became of every file and table of an import, with the number of its receipt and the way to send it back. */
export function ResultTable({ files, receipts, onReturn }: ResultTableProps) {
  const result: ImportResult = { batch: null, planHash: '', files };
  return (
    <div className="fill scroll-table">
      <Table<Entry>
        size="small"
        rowKey="key"
        pagination={false}
        columns={columnsOf(new Map(receipts.map((receipt) => [receipt.name, receipt])), onReturn)}
        dataSource={[...entriesOf(result)]}
      />
    </div>
  );
}

function columnsOf(receipts: ReadonlyMap<string, Receipt>, onReturn: ResultTableProps['onReturn']): ColumnsType<Entry> {
  const returnOf = ({ file, table }: Entry) =>
    table === null || table === file.tables[0] ? receipts.get(file.name) : undefined;
  return [
    { title: '回执号', key: 'number', width: 150, render: (_, { file }) => receipts.get(file.name)?.number ?? '' },
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
    {
      title: '单位',
      key: 'unit',
      width: 110,
      ellipsis: true,
      render: (_, { file, table }) => table?.unit?.name ?? file.filed?.unit.name ?? '—',
    },
    {
      title: '模板',
      key: 'template',
      width: 165,
      render: (_, { table }) => (table?.templateTitle ? shortTemplateTitle(table.templateTitle) : '—'),
    },
    { title: '报送期', key: 'period', width: 110, ellipsis: true, render: (_, entry) => periodCell(entry) },
    { title: '行数', key: 'rows', width: 56, className: 'number', render: (_, { table }) => table?.rows ?? '—' },
    { title: '结果', key: 'status', width: 90, render: (_, { status }) => <EntryTag status={status} /> },
    {
      title: '说明',
      key: 'outcome',
      width: 300,
      render: (_, { file, table }) => (
        <span className="prewrap">
          {table ? tableOutcome(table) : (file.message ?? '不是表格，原件随这一批归档')}
          {table === null || table === file.tables[0] ? leftOutText(file) : ''}
        </span>
      ),
    },
    {
      title: '',
      key: 'act',
      width: 80,
      className: 'no-print',
      render: (_, entry) => {
        const receipt = returnOf(entry);
        if (typeof receipt?.file !== 'number' || !hasFaults(entry.file)) return null;
        const { file: id, name } = receipt;
        return (
          <Tooltip title="把标出问题的原表和退回通知写好，发还单位">
            <Button size="small" icon={<RollbackOutlined />} onClick={() => onReturn({ id, name })}>
              退回
            </Button>
          </Tooltip>
        );
      },
    },
  ];
}

function periodCell({ file, table }: Entry) {
  const period = table?.period ?? file.filed?.period;
  return period ? <span title={periodTitle(period)}>{periodTitle(period).replace(/（.*/, '')}</span> : '—';
}

function hasFaults(file: FilePlan): boolean {
  return file.tables.some(({ findings }) => findings.some(({ severity }) => severity !== 'notice'));
}

function leftOutText(file: FilePlan): string {
  return file.leftOut.map(({ sheet, reason }) => `\n工作表“${sheet}”未导入：${LEFT_OUT_WORDS[reason]}`).join('');
}

import { Table } from 'antd';
import type { StoredRecord } from '../../../electron/contract/records.ts';
import type { Template } from '../../../electron/contract/templates.ts';
import { SeverityTag } from '../../parts/SeverityTag.tsx';

interface ValueTableProps {
  readonly record: StoredRecord;
  readonly template: Template | undefined;
}

interface ValueRow {
  readonly id: string;
  readonly name: string;
  readonly raw: string;
  readonly value: string;
  readonly extra: boolean;
}

/** Raw beside normalised, column by column: the office sees what the unit sent and what the program made of it. */
export function ValueTable({ record, template }: ValueTableProps) {
  return (
    <Table<ValueRow>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={valueRows(record, template)}
      columns={[
        {
          title: '栏目',
          dataIndex: 'name',
          width: 250,
          render: (name: string, row) => (
            <>
              {name}
              {row.extra ? <span className="muted small">（附加列）</span> : null}
            </>
          ),
        },
        {
          title: '原文',
          dataIndex: 'raw',
          render: (raw: string) => <span className="prewrap">{raw || <Blank />}</span>,
        },
        {
          title: '规范值',
          dataIndex: 'value',
          render: (value: string, row) =>
            row.extra ? (
              '—'
            ) : (
              <span className="prewrap" style={value === row.raw ? {} : { background: '#fff4d6' }}>
                {value || <Blank />}
              </span>
            ),
        },
        {
          title: '问题',
          key: 'findings',
          width: 90,
          render: (_, row) =>
            record.findings
              .filter((finding) => finding.field === row.id)
              .map((finding) => <SeverityTag key={finding.id} severity={finding.severity} />),
        },
      ]}
    />
  );
}

function Blank() {
  return <span className="muted small">（空）</span>;
}

function valueRows(record: StoredRecord, template: Template | undefined): ValueRow[] {
  const columns = template?.columns ?? Object.keys(record.values).map((id) => ({ id, name: id }));
  const fields = columns.map(({ id, name }) => ({
    id,
    name,
    raw: record.raw[id] ?? '',
    value: String(record.values[id] ?? ''),
    extra: false,
  }));
  const extras = Object.entries(record.extras).map(([name, raw]) => ({
    id: `extra ${name}`,
    name,
    raw,
    value: '',
    extra: true,
  }));
  return [...fields, ...extras];
}

import { EditOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { useState } from 'react';
import type { StoredRecord } from '../../../electron/contract/records.ts';
import type { Template } from '../../../electron/contract/templates.ts';
import { SeverityTag } from '../../parts/SeverityTag.tsx';
import { ValueEditor } from '../../parts/ValueEditor.tsx';

interface ValueTableProps {
  readonly record: StoredRecord;
  readonly template: Template | undefined;
  readonly busy: boolean;
  /** True when the value was accepted. */
  readonly onCorrect: (field: string, value: string, reason: string) => Promise<boolean>;
}

interface ValueRow {
  readonly id: string;
  readonly name: string;
  readonly raw: string;
  readonly value: string;
  readonly extra: boolean;
}

/** Raw beside normalised, column by column: the office sees what the unit sent and what the program made of it. */
export function ValueTable({ record, template, busy, onCorrect }: ValueTableProps) {
  const [editing, setEditing] = useState<string | null>(null);
  return (
    <Table<ValueRow>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={valueRows(record, template)}
      expandable={{
        showExpandColumn: false,
        expandedRowKeys: editing === null ? [] : [editing],
        // The table keeps a closed row's content; an editor opened again must begin anew.
        expandedRowRender: (row) =>
          row.id !== editing ? null : (
            <ValueEditor
              title={row.name}
              hint={null}
              value={row.value}
              busy={busy}
              onCancel={() => setEditing(null)}
              onSave={async (value, reason) => {
                if (await onCorrect(row.id, value, reason)) setEditing(null);
              }}
            />
          ),
      }}
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
        {
          title: '',
          key: 'act',
          width: 44,
          render: (_, row) =>
            row.extra ? null : (
              <Button
                size="small"
                type="text"
                icon={<EditOutlined />}
                aria-label={`更正${row.name}`}
                title={`更正${row.name}：原文保留，记下理由`}
                disabled={busy}
                onClick={() => setEditing(row.id)}
              />
            ),
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

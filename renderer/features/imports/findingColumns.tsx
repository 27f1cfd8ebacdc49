import { CheckOutlined, EditOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { Finding, Severity } from '../../../electron/contract/findings.ts';
import { SeverityTag } from '../../parts/SeverityTag.tsx';
import { RULE_WORDS } from '../../words.ts';

export type Row = Finding & { readonly key: number };

interface RowActions {
  readonly busy: boolean;
  readonly onCorrect: (row: Row) => void;
  readonly onConfirm: (row: Row) => void;
  readonly onTakeBack: (row: Row) => void;
}

/** Columns of the findings of a table: place, severity, what is wrong, and mending or letting pass. */
export function findingColumns(actions: RowActions): ColumnsType<Row> {
  return [
    {
      title: '单元格',
      dataIndex: 'cell',
      width: 66,
      render: (cell: string | null, { row }) => cell ?? (row ? `第${row}行` : '整表'),
    },
    {
      title: '级别',
      dataIndex: 'severity',
      width: 76,
      render: (severity: Severity) => <SeverityTag severity={severity} />,
    },
    {
      title: '栏目',
      dataIndex: 'column',
      width: 110,
      ellipsis: true,
      render: (column: string | null) => column ?? '—',
    },
    { title: '内容', dataIndex: 'value', width: 130, ellipsis: true, className: 'mono' },
    {
      title: '问题和改法',
      dataIndex: 'message',
      render: (message: string, { rule, reason }) => (
        <span className="prewrap">
          <b>{RULE_WORDS[rule]}</b> {message}
          {reason === undefined ? null : (
            <span style={{ color: '#2f7d3b' }} data-testid="passed">
              {'\n'}✓ 已放行，理由：{reason}
            </span>
          )}
        </span>
      ),
    },
    { title: '处理', key: 'act', width: 104, render: (_, row) => <RowButtons row={row} {...actions} /> },
  ];
}

function RowButtons({ row, busy, onCorrect, onConfirm, onTakeBack }: RowActions & { readonly row: Row }) {
  if (row.reason !== undefined) {
    return (
      <Button size="small" icon={<UndoOutlined />} disabled={busy} onClick={() => onTakeBack(row)}>
        撤回
      </Button>
    );
  }
  return (
    <span className="row" style={{ flexWrap: 'nowrap', gap: 4 }}>
      {row.cell !== null && row.row !== null ? (
        <Tooltip title={`更正 ${row.cell}：原文保留，记下理由`}>
          <Button
            size="small"
            icon={<EditOutlined />}
            aria-label={`更正 ${row.cell}`}
            disabled={busy}
            onClick={() => onCorrect(row)}
          />
        </Tooltip>
      ) : null}
      {row.severity !== 'notice' && row.row !== null ? (
        <Tooltip title="内容属实：写明理由放行">
          <Button size="small" icon={<CheckOutlined />} disabled={busy} onClick={() => onConfirm(row)}>
            放行
          </Button>
        </Tooltip>
      ) : null}
    </span>
  );
}

import { Segmented, Select, Space } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useMemo, useState } from 'react';
import type { Finding, RuleCode, Severity } from '../../../electron/contract/findings.ts';
import { FillTable } from '../../parts/FillTable.tsx';
import { SeverityTag } from '../../parts/SeverityTag.tsx';
import { RULE_WORDS, SEVERITY_WORDS } from '../../words.ts';

const SEVERITIES: readonly Severity[] = ['error', 'verify', 'notice'];

type Row = Finding & { readonly key: number };

const COLUMNS: ColumnsType<Row> = [
  {
    title: '单元格',
    dataIndex: 'cell',
    width: 70,
    render: (cell: string | null, { row }) => cell ?? (row ? `第${row}行` : '整表'),
  },
  {
    title: '级别',
    dataIndex: 'severity',
    width: 76,
    render: (severity: Severity) => <SeverityTag severity={severity} />,
  },
  { title: '栏目', dataIndex: 'column', width: 130, ellipsis: true, render: (column: string | null) => column ?? '—' },
  { title: '内容', dataIndex: 'value', width: 150, ellipsis: true, className: 'mono' },
  {
    title: '问题和改法',
    dataIndex: 'message',
    render: (message: string, { rule }) => (
      <span className="prewrap">
        <b>{RULE_WORDS[rule]}</b> {message}
      </span>
    ),
  },
];

/** Findings of one table, filtered by severity and rule. */
export function FindingsTable({ findings }: { readonly findings: readonly Finding[] }) {
  const [severity, setSeverity] = useState<Severity | 'all'>('all');
  const [rule, setRule] = useState<RuleCode | null>(null);
  const rows = useMemo(() => findings.map((finding, key) => ({ ...finding, key })), [findings]);
  const shown = rows.filter(
    (row) => (severity === 'all' || row.severity === severity) && (rule === null || row.rule === rule),
  );
  const count = (wanted: Severity) => findings.filter((finding) => finding.severity === wanted).length;
  if (findings.length === 0) return <p className="muted">没有发现问题。</p>;
  return (
    <div className="fill" style={{ display: 'flex', flexDirection: 'column', gap: 6, height: '100%' }}>
      <Space>
        <Segmented
          size="small"
          aria-label="按级别筛选"
          value={severity}
          onChange={setSeverity}
          options={[
            { value: 'all', label: `全部 ${findings.length}` },
            ...SEVERITIES.map((code) => ({ value: code, label: `${SEVERITY_WORDS[code]} ${count(code)}` })),
          ]}
        />
        <Select
          size="small"
          allowClear
          aria-label="按规则筛选"
          placeholder="全部规则"
          style={{ width: 220 }}
          value={rule}
          onChange={(value) => setRule(value ?? null)}
          options={ruleOptions(findings)}
        />
      </Space>
      <FillTable<Row> columns={COLUMNS} dataSource={shown} virtual={shown.length > 100} scrollX={640} />
    </div>
  );
}

function ruleOptions(findings: readonly Finding[]) {
  const counts = new Map<RuleCode, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].map(([rule, n]) => ({ value: rule, label: `${RULE_WORDS[rule]}（${n}）` }));
}

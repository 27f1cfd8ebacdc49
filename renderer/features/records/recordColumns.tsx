import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { StoredRecord } from '../../../electron/contract/records.ts';
import type { Template } from '../../../electron/contract/templates.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { dayText, momentText, periodShort } from '../../parts/periods.ts';
import { SeverityTag } from '../../parts/SeverityTag.tsx';
import { shortTemplateTitle } from '../../parts/templateNames.ts';

export interface RecordColumn {
  readonly key: string;
  readonly title: string;
  readonly width: number;
  readonly cell: (record: StoredRecord) => ReactNode;
}

/** Columns of the list: what every record has, and with a template chosen all columns of it. */
export function recordColumns(
  directory: Directory,
  templates: ReadonlyMap<string, Template>,
  template: Template | undefined,
): readonly RecordColumn[] {
  return [
    { key: 'compliant', title: '合规', width: 88, cell: (record) => <CompliantTag compliant={record.compliant} /> },
    { key: 'unit', title: '单位', width: 110, cell: (record) => directory.unitNameIn(record.unit, record.period) },
    {
      key: 'period',
      title: '报送期',
      width: 78,
      cell: (record) => <span title={record.period}>{periodShort(record.period)}</span>,
    },
    ...(template ? templateColumns(template) : summaryColumns(directory, templates)),
    { key: 'findings', title: '问题', width: 150, cell: (record) => <FindingCounts record={record} /> },
    { key: 'decision', title: '决定日期', width: 104, cell: (record) => dayText(record.decisionDate) },
    { key: 'received', title: '首次收到', width: 138, cell: (record) => momentText(record.receivedAt) },
    { key: 'timely', title: '及时', width: 52, cell: (record) => timelyText(record.timely) },
  ];
}

export function CompliantTag({ compliant }: { readonly compliant: boolean }) {
  return compliant ? (
    <Tag color="green" variant="outlined">
      ✓ 合规
    </Tag>
  ) : (
    <Tag color="red" variant="outlined">
      ✕ 不合规
    </Tag>
  );
}

/** 是 否, or — for a record without a clock. */
export function timelyText(timely: boolean | null): string {
  if (timely === null) return '—';
  return timely ? '是' : '否';
}

function summaryColumns(directory: Directory, templates: ReadonlyMap<string, Template>): readonly RecordColumn[] {
  return [
    {
      key: 'template',
      title: '模板',
      width: 165,
      cell: (record) => shortTemplateTitle(directory.templateTitle(record.template)),
    },
    { key: 'summary', title: '内容', width: 280, cell: (record) => summary(record, templates.get(record.template)) },
  ];
}

function templateColumns(template: Template): readonly RecordColumn[] {
  return template.columns.map(({ id, name }) => ({
    key: id,
    title: name,
    width: Math.min(220, Math.max(110, name.length * 15 + 16)),
    cell: (record) => record.values[id] ?? record.raw[id] ?? '',
  }));
}

/** Name and document number: enough to know a record by. Without them the first filled values. */
function summary(record: StoredRecord, template: Template | undefined): string {
  const numbers = template?.columns.filter(({ checks }) => checks.includes('document-number')).map(({ id }) => id);
  const known = template ? filled(record, [template.nameField, ...(numbers ?? [])]) : [];
  const shown = known.length > 0 ? known : filled(record, Object.keys(record.values)).slice(0, 4);
  return shown.join('　');
}

function filled(record: StoredRecord, fields: readonly string[]): string[] {
  return [...new Set(fields)]
    .map((id) => String(record.values[id] ?? record.raw[id] ?? ''))
    .filter((text) => text !== '');
}

function FindingCounts({ record }: { readonly record: StoredRecord }) {
  const count = (severity: 'error' | 'verify') =>
    record.findings.filter((finding) => finding.severity === severity && finding.confirmedReason === null).length;
  const confirmed = record.findings.filter((finding) => finding.confirmedReason !== null).length;
  const [errors, verify] = [count('error'), count('verify')];
  return (
    <>
      {errors > 0 ? <SeverityTag severity="error" count={errors} /> : null}
      {verify > 0 ? <SeverityTag severity="verify" count={verify} /> : null}
      {confirmed > 0 ? <Tag variant="outlined">已放行 {confirmed}</Tag> : null}
    </>
  );
}

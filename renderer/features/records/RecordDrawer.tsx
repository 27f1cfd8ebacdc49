import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Descriptions, Drawer, Space } from 'antd';
import type { StoredFinding } from '../../../electron/contract/findings.ts';
import type { StoredRecord } from '../../../electron/contract/records.ts';
import type { Template } from '../../../electron/contract/templates.ts';
import type { RequestError } from '../../api/requestError.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { FindingCard } from '../../parts/FindingCard.tsx';
import { dayText, momentText, periodTitle } from '../../parts/periods.ts';
import { CorrectionHistory } from './CorrectionHistory.tsx';
import { CompliantTag, timelyText } from './recordColumns.tsx';
import { ValueTable } from './ValueTable.tsx';

interface RecordDrawerProps {
  readonly record: StoredRecord | null;
  readonly template: Template | undefined;
  readonly directory: Directory;
  readonly busy: boolean;
  readonly error: RequestError | undefined;
  readonly reasons: readonly string[];
  readonly onAskReasons: (finding: StoredFinding) => void;
  /** True when the value was accepted. */
  readonly onCorrect: (field: string, value: string, reason: string) => Promise<boolean>;
  readonly onConfirm: (finding: StoredFinding, reason: string | null) => void;
  readonly onStep: (steps: 1 | -1) => void;
  readonly onClose: () => void;
}

/** One record: where it came from, its findings, and raw beside normalised values. */
export function RecordDrawer(props: RecordDrawerProps) {
  const { record, template, directory, busy, error, reasons, onAskReasons, onCorrect, onConfirm, onStep, onClose } =
    props;
  return (
    <Drawer
      open={record !== null}
      onClose={onClose}
      size={860}
      destroyOnHidden
      title={record ? `${directory.templateTitle(record.template)}　第 ${record.row} 行` : ''}
      extra={
        <Space>
          <Button size="small" icon={<LeftOutlined />} onClick={() => onStep(-1)}>
            上一条
          </Button>
          <Button size="small" icon={<RightOutlined />} iconPlacement="end" onClick={() => onStep(1)}>
            下一条
          </Button>
        </Space>
      }
      styles={{ body: { display: 'flex', flexDirection: 'column', gap: 10, padding: 12 } }}
    >
      {record ? (
        <div data-testid="record-drawer" style={{ display: 'flex', flexDirection: 'column', gap: 10 }}>
          <Descriptions size="small" column={2} items={facts(record, directory)} />
          <ErrorNotice error={error} />
          {record.findings.map((finding) => (
            <FindingCard
              key={finding.id}
              finding={finding}
              busy={busy}
              reasons={reasons}
              onAskReasons={() => onAskReasons(finding)}
              onConfirm={(reason) => onConfirm(finding, reason)}
            />
          ))}
          {record.findings.length === 0 ? <span className="muted">没有发现问题。</span> : null}
          <CorrectionHistory corrections={record.corrections} template={template} />
          <ValueTable key={record.id} record={record} template={template} busy={busy} onCorrect={onCorrect} />
        </div>
      ) : null}
    </Drawer>
  );
}

function facts(record: StoredRecord, directory: Directory) {
  return [
    { key: 'unit', label: '单位', children: directory.unitNameIn(record.unit, record.period) },
    { key: 'compliant', label: '合规', children: <CompliantTag compliant={record.compliant} /> },
    { key: 'duty', label: '报送事项', children: directory.dutyTitle(record.duty) },
    { key: 'period', label: '报送期', children: periodTitle(record.period) },
    { key: 'decision', label: '决定日期', children: dayText(record.decisionDate) },
    {
      key: 'received',
      label: '首次收到',
      children: `${momentText(record.receivedAt)}　及时：${timelyText(record.timely)}`,
    },
    {
      key: 'file',
      label: '来源',
      span: 2,
      children: `${record.file} › ${record.sheet} 第 ${record.row} 行（批次 ${record.batch}）`,
    },
  ];
}

import { EyeOutlined, StopOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Space, Tabs } from 'antd';
import type { Override } from '../../../electron/contract/imports.ts';
import type { Template } from '../../../electron/contract/templates.ts';
import type { Period } from '../../../electron/contract/time.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { momentText } from '../../parts/periods.ts';
import { ColumnsTable } from './ColumnsTable.tsx';
import { EntryTag } from './EntryTag.tsx';
import { answersAlike, type Entry } from './entries.ts';
import { FindingsTable } from './FindingsTable.tsx';
import { LeftOutSheets } from './LeftOutSheets.tsx';
import { type Answer, type Choice, type OverrideTarget, overrideFor } from './overrides.ts';
import { QuestionPanel } from './QuestionPanel.tsx';
import { RoutingForm } from './RoutingForm.tsx';
import { SkippedTable } from './SkippedTable.tsx';
import { TableCounts } from './TableCounts.tsx';

export interface EntryActions {
  readonly choose: (answers: readonly Answer[]) => void;
  readonly forget: (target: OverrideTarget) => void;
  readonly diagnose: () => void;
}

interface EntryDetailProps {
  readonly entry: Entry;
  readonly entries: readonly Entry[];
  readonly template: Template | undefined;
  readonly directory: Directory;
  readonly overrides: readonly Override[];
  readonly period: Period;
  /** Nothing can be answered. */
  readonly busy: boolean;
  /** A preview with the newest answers is under way; further answers join it. */
  readonly rereading: boolean;
  readonly actions: EntryActions;
}

/** Everything about one table of the plan: question, routing with evidence, counts, findings, columns, skipped rows. */
export function EntryDetail(props: EntryDetailProps) {
  const { entry, entries, template, directory, overrides, period, busy, rereading, actions } = props;
  const { file, table, status } = entry;
  const target: OverrideTarget = { file: file.name, sheet: table?.sheet ?? null };
  const corrected = overrideFor(overrides, target) !== undefined;
  const question = table ? table.question : file.question;
  const choose = (choice: Choice) => actions.choose([{ target, choice }]);
  return (
    <section
      className="panel fill"
      aria-label="所选表的详情"
      data-testid="entry-detail"
      style={{
        display: 'flex',
        flexDirection: 'column',
        gap: 10,
        overflow: 'hidden auto',
        height: '100%',
        boxSizing: 'border-box',
      }}
    >
      <div className="row spread" style={{ flexWrap: 'nowrap', alignItems: 'flex-start' }}>
        <div style={{ minWidth: 0 }}>
          <div style={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
            {file.name} <EntryTag status={status} />
          </div>
          <div className="muted small">
            {table ? `工作表“${table.sheet}”　` : ''}
            {sizeText(file.size)}　收到 {momentText(file.receivedAt)}　指纹 {file.sha256.slice(0, 12)}
          </div>
        </div>
        <Space className="no-print">
          <Button size="small" icon={<EyeOutlined />} onClick={actions.diagnose}>
            导入诊断
          </Button>
          {corrected ? (
            <Button size="small" icon={<UndoOutlined />} disabled={busy} onClick={() => actions.forget(target)}>
              撤回更正
            </Button>
          ) : null}
          {table && status !== 'skipped' ? (
            <Button size="small" icon={<StopOutlined />} disabled={busy} onClick={() => choose({ skip: true })}>
              本表不导入
            </Button>
          ) : null}
        </Space>
      </div>
      {file.message && !question ? <div data-testid="file-message">{file.message}</div> : null}
      {question ? (
        <QuestionPanel
          question={question}
          alike={(value) => answersAlike(entries, entry, value)}
          onChooseAlike={(choice, alike) => actions.choose([{ target, choice }, ...alike])}
          answered={corrected && rereading}
          busy={busy}
          onChoose={choose}
        />
      ) : null}
      <LeftOutSheets
        file={file}
        directory={directory}
        busy={busy}
        onChoose={(sheet, choice) => actions.choose([{ target: sheet, choice }])}
        onForget={actions.forget}
      />
      {table ? (
        <>
          <RoutingForm table={table} directory={directory} period={period} busy={busy} onChoose={choose} />
          <TableCounts table={table} />
          <Tabs
            className="detail-tabs"
            size="small"
            destroyOnHidden
            items={[
              {
                key: 'findings',
                label: `问题 ${table.findings.length}`,
                children: <FindingsTable key={entry.key} findings={table.findings} />,
              },
              {
                key: 'columns',
                label: `列的含义 ${table.columns.length}`,
                children: <ColumnsTable table={table} template={template} busy={busy} onChoose={choose} />,
              },
              {
                key: 'skipped',
                label: `略过的行 ${table.skipped.length}`,
                children: <SkippedTable skipped={table.skipped} />,
              },
            ]}
          />
        </>
      ) : null}
    </section>
  );
}

function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${kilobytes.toFixed(0)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}

import { CheckOutlined } from '@ant-design/icons';
import { Button, Popconfirm, Segmented, Space, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { SeverityTag } from '../../parts/SeverityTag.tsx';
import { ENTRY_STATUSES, type EntryStatus, type PlanCounts, type toCommit } from './entries.ts';
import { entryWord } from './entryWord.ts';

interface PlanSummaryProps {
  readonly counts: PlanCounts;
  /** What a commit takes up. */
  readonly waiting: ReturnType<typeof toCommit>;
  readonly total: number;
  readonly status: EntryStatus | null;
  readonly onStatus: (status: EntryStatus | null) => void;
  readonly onCommit: () => void;
  readonly onClear: () => void;
  readonly busy: boolean;
  /** Shown in the line of figures while a preview is made anew. */
  readonly progress: ReactNode;
  readonly children: ReactNode;
}

const ALL = 'all';

/** 3 张表, 2 份附件 or both. */
function commitWord({ tables, papers }: PlanSummaryProps['waiting']): string {
  const words = [tables > 0 || papers === 0 ? `${tables} 张表` : '', papers > 0 ? `${papers} 份附件` : ''];
  return words.filter((word) => word !== '').join('、');
}

/** Figures of the whole plan, the filter by state, and the buttons that end the session. */
export function PlanSummary(props: PlanSummaryProps) {
  const { counts, waiting, total, status, onStatus, onCommit, onClear, busy, progress, children } = props;
  const open = counts.byStatus.get('question') ?? 0;
  const shown = ENTRY_STATUSES.filter((code) => counts.byStatus.has(code));
  return (
    <div className="panel" style={{ padding: '8px 12px' }}>
      <div className="row spread">
        <Segmented
          aria-label="按状态筛选"
          data-testid="status-filter"
          value={status ?? ALL}
          onChange={(value) => onStatus(value === ALL ? null : (value as EntryStatus))}
          options={[
            { value: ALL, label: `全部 ${total}` },
            ...shown.map((code) => ({ value: code, label: `${entryWord(code)} ${counts.byStatus.get(code)}` })),
          ]}
        />
        <Space>
          {children}
          <Popconfirm
            title="清空这次导入？"
            description="还没有提交的文件和更正都会清掉，已提交的不受影响。"
            onConfirm={onClear}
          >
            <Button disabled={busy}>清空</Button>
          </Popconfirm>
          <Tooltip title={open > 0 ? `有疑问的 ${open} 张表这次不提交，提交之后可以接着处理` : '快捷键 Ctrl+Enter'}>
            <Button
              type="primary"
              icon={<CheckOutlined />}
              data-testid="commit"
              disabled={busy || waiting.tables + waiting.papers === 0}
              onClick={onCommit}
            >
              提交 {commitWord(waiting)}
            </Button>
          </Tooltip>
        </Space>
      </div>
      <div className="row small" style={{ marginTop: 6, height: 24 }} data-testid="plan-counts">
        <span>
          {counts.files} 个文件　{counts.records} 条记录　略过 {counts.skipped} 行
        </span>
        <SeverityTag severity="error" count={counts.findings.error} />
        <SeverityTag severity="verify" count={counts.findings.verify} />
        <SeverityTag severity="notice" count={counts.findings.notice} />
        {open > 0 && !busy ? (
          <span className="muted">有疑问的表选一个答案，预览会自动重做；没有疑问的可以先提交</span>
        ) : null}
        <span style={{ marginInlineStart: 'auto' }}>{progress}</span>
      </div>
    </div>
  );
}

import { Tabs } from 'antd';
import type { TablePlan } from '../../../electron/contract/imports.ts';
import type { Template } from '../../../electron/contract/templates.ts';
import type { Period } from '../../../electron/contract/time.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { ColumnsTable } from './ColumnsTable.tsx';
import { DifferenceTable } from './DifferenceTable.tsx';
import { type FindingActions, FindingsTable } from './FindingsTable.tsx';
import type { Choice } from './overrides.ts';
import { RemarkList } from './RemarkList.tsx';
import { RoutingForm } from './RoutingForm.tsx';
import { SkippedTable } from './SkippedTable.tsx';

export type DetailTab = 'route' | 'findings' | 'changes' | 'columns' | 'skipped' | 'remarks';

interface DetailTabsProps {
  /** Another table starts with its own filters. */
  readonly entryKey: string;
  readonly table: TablePlan;
  readonly template: Template | undefined;
  readonly directory: Directory;
  readonly period: Period;
  readonly reasons: readonly string[];
  readonly busy: boolean;
  /** The tab the clerk chose; null: the one that needs a look. */
  readonly tab: DetailTab | null;
  readonly onTab: (tab: DetailTab) => void;
  readonly onChoose: (choice: Choice) => void;
  readonly findingActions: FindingActions;
}

/** 去向 问题 变化 列 略过 说明 of one table. */
export function DetailTabs(props: DetailTabsProps) {
  const { entryKey, table, template, directory, period, reasons, busy, tab, onTab, onChoose, findingActions } = props;
  const changes = table.changed + table.removed;
  return (
    <Tabs
      className="detail-tabs"
      size="small"
      destroyOnHidden
      activeKey={tab ?? firstTab(table)}
      onChange={(key) => onTab(key as DetailTab)}
      items={[
        {
          key: 'route',
          label: '去向',
          children: <RoutingForm table={table} directory={directory} period={period} busy={busy} onChoose={onChoose} />,
        },
        {
          key: 'findings',
          label: `问题 ${table.findings.length}`,
          children: (
            <FindingsTable key={entryKey} table={table} reasons={reasons} busy={busy} actions={findingActions} />
          ),
        },
        {
          key: 'changes',
          label: changes > 0 ? `变化 ${changes}` : '变化',
          children: <DifferenceTable table={table} />,
        },
        {
          key: 'columns',
          label: `列 ${table.columns.length}`,
          children: <ColumnsTable table={table} template={template} busy={busy} onChoose={onChoose} />,
        },
        {
          key: 'skipped',
          label: `略过的行 ${table.skipped.length}`,
          children: <SkippedTable skipped={table.skipped} />,
        },
        {
          key: 'remarks',
          label: `说明 ${table.remarks.length}`,
          children: <RemarkList remarks={table.remarks} />,
        },
      ]}
    />
  );
}

function firstTab({ question, findings, changed, removed }: TablePlan): DetailTab {
  if (question?.code === 'removed_rows' || question?.code === 'resend_or_addition') return 'changes';
  if (question?.code === 'column_ambiguous' || question?.code === 'column_missing') return 'columns';
  if (question) return 'route';
  if (findings.length > 0) return 'findings';
  return changed + removed > 0 ? 'changes' : 'route';
}

import { Table } from 'antd';
import type { RememberedMapping } from '../../../electron/contract/memory.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { dayText } from '../../parts/periods.ts';
import { SETTINGS_WORDS as W } from '../../words/settings.ts';
import { ForgetButton } from './ForgetButton.tsx';

interface MappingTableProps {
  readonly mappings: readonly RememberedMapping[];
  readonly directory: Directory;
  readonly busy: boolean;
  readonly onForget: (id: number) => void;
}

/** Remembered header lines, the most used first. */
export function MappingTable({ mappings, directory, busy, onForget }: MappingTableProps) {
  if (mappings.length === 0) return <EmptyState title={W.noMappings} next={W.noMappingsHint} />;
  return (
    <Table<RememberedMapping>
      size="small"
      rowKey="id"
      data-testid="mappings"
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      dataSource={mappings.toSorted((a, b) => b.uses - a.uses)}
      columns={[
        {
          title: '单位',
          dataIndex: 'unit',
          width: 120,
          render: (unit: string | null) => (unit === null ? W.wholeOffice : directory.unitName(unit)),
        },
        { title: '模板', dataIndex: 'template', width: 180, ellipsis: true, render: directory.templateTitle },
        {
          title: '表头',
          dataIndex: 'headers',
          ellipsis: true,
          render: (headers: readonly string[]) => <span title={headers.join('\n')}>{headers.join('、')}</span>,
        },
        { title: '用过', dataIndex: 'uses', width: 70, render: (uses: number) => `${uses} 次` },
        { title: '最近使用', dataIndex: 'usedAt', width: 104, render: dayText },
        {
          title: '',
          key: 'act',
          width: 90,
          render: (_, { id }) => <ForgetButton busy={busy} onForget={() => onForget(id)} />,
        },
      ]}
    />
  );
}

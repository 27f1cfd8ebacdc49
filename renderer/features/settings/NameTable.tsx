import { Table } from 'antd';
import type { LearnedName } from '../../../electron/contract/memory.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { dayText } from '../../parts/periods.ts';
import { SETTINGS_WORDS as W } from '../../words/settings.ts';
import { ForgetButton } from './ForgetButton.tsx';

interface NameTableProps {
  readonly names: readonly LearnedName[];
  /** With those not looked for. */
  readonly all: readonly LearnedName[];
  readonly directory: Directory;
  readonly busy: boolean;
  readonly onForget: (id: number) => void;
}

const KIND_WORDS: Readonly<Record<LearnedName['kind'], string>> = { name: '表里的名称', sender: '发件人' };

/** Names and senders that a clerk's answers gave to units. */
export function NameTable({ names, all, directory, busy, onForget }: NameTableProps) {
  if (names.length === 0) return <EmptyState title={W.noNames} next={W.noNamesHint} />;
  const isShared = (kind: LearnedName['kind'], text: string): boolean =>
    all.filter((other) => other.kind === kind && other.text === text).length > 1;
  return (
    <Table<LearnedName>
      size="small"
      rowKey="id"
      data-testid="names"
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      dataSource={[...names]}
      columns={[
        { title: '种类', dataIndex: 'kind', width: 110, render: (kind: LearnedName['kind']) => KIND_WORDS[kind] },
        { title: '写法', dataIndex: 'text', ellipsis: true },
        {
          title: '认作',
          dataIndex: 'unit',
          width: 260,
          render: (unit: string, { kind, text }) => (
            <>
              {directory.unitName(unit)}
              {isShared(kind, text) ? <span className="muted small">　{W.sharedName}</span> : null}
            </>
          ),
        },
        { title: '用过', dataIndex: 'uses', width: 70, render: (uses: number) => `${uses} 次` },
        { title: '记住于', dataIndex: 'learnedAt', width: 104, render: dayText },
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

import { Button, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import type { Duty } from '../../../electron/contract/duties.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FillTable } from '../../parts/FillTable.tsx';
import { DUTY_KIND_HINTS, DUTIES_WORDS as W } from '../../words/duties.ts';
import { CADENCE_WORDS, DUTY_KIND_WORDS } from '../../words.ts';
import { dueTextOf, quotaText } from './dutyTexts.ts';

interface DutyTableProps {
  readonly duties: readonly Duty[];
  readonly templateTitle: (id: string) => string;
  readonly onOpen: (duty: Duty) => void;
}

/** The duties as the notice lists them. A click on a line opens it. */
export function DutyTable({ duties, templateTitle, onOpen }: DutyTableProps) {
  const columns = useMemo(() => columnsOf(templateTitle, onOpen), [templateTitle, onOpen]);
  if (duties.length === 0) return <EmptyState title={W.empty} next={W.emptyHint} />;
  return (
    <FillTable<Duty>
      rowKey="id"
      columns={columns}
      dataSource={[...duties]}
      onRow={(duty) => ({
        onClick: () => onOpen(duty),
        className: 'clickable-row',
        'data-testid': `duty-${duty.id}`,
      })}
    />
  );
}

function columnsOf(templateTitle: (id: string) => string, onOpen: (duty: Duty) => void): TableColumnsType<Duty> {
  return [
    {
      title: W.id,
      key: 'id',
      width: 92,
      render: (_, duty) => (
        <span title={`${DUTY_KIND_WORDS[duty.kind]}：${DUTY_KIND_HINTS[duty.kind]}`}>
          <span className={`duty-sign duty-${duty.kind}`}>{DUTY_KIND_WORDS[duty.kind].slice(0, 1)}</span>
          {duty.id}
        </span>
      ),
    },
    {
      title: W.name,
      key: 'title',
      width: 236,
      render: (_, duty) => (
        <Button type="link" size="small" className="duty-title" onClick={() => onOpen(duty)}>
          {duty.title}
        </Button>
      ),
    },
    { title: W.cadence, key: 'cadence', width: 104, render: (_, duty) => CADENCE_WORDS[duty.cadence] },
    { title: W.due, key: 'due', width: 230, render: (_, duty) => dueTextOf(duty) },
    {
      title: W.templates,
      key: 'templates',
      width: 136,
      ellipsis: true,
      render: (_, duty) => templatesText(duty, templateTitle),
    },
    { title: W.quota, key: 'quota', width: 104, render: (_, duty) => quotaText(duty.quota) },
    { title: W.target, dataIndex: 'target', ellipsis: true, render: (text: string) => text || W.none },
    {
      title: W.units,
      key: 'units',
      width: 80,
      align: 'right',
      render: (_, duty) => (
        <span className={duty.units.length === 0 && duty.groups.length > 0 ? 'duty-missing' : ''}>
          {duty.units.length} 个
        </span>
      ),
    },
    {
      title: W.source,
      key: 'source',
      width: 76,
      // The notice is the same for all; its clause tells them apart.
      render: (_, duty) => <span title={duty.source}>{duty.source.split(' ').at(-1)}</span>,
    },
  ];
}

function templatesText(duty: Duty, templateTitle: (id: string) => string) {
  if (duty.templates.length === 0) return <span className="muted">{W.noTemplates}</span>;
  const titles = duty.templates.map(templateTitle);
  return (
    <span title={titles.join('\n')}>{titles.length === 1 ? titles[0] : `${titles[0]}等 ${titles.length} 种`}</span>
  );
}

import { Button, type TableColumnsType, Tag } from 'antd';
import { useMemo } from 'react';
import type { Unit, UnitGroup } from '../../../electron/contract/units.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FillTable } from '../../parts/FillTable.tsx';
import { CONTACT_ROLE_WORDS, UNITS_WORDS as W } from '../../words/units.ts';
import { UNIT_KIND_WORDS } from '../../words.ts';
import { isPast } from './unitFilters.ts';
import { type UnitNode, unitTree } from './unitTree.ts';

interface UnitTableProps {
  readonly units: readonly Unit[];
  readonly groups: readonly UnitGroup[];
  readonly today: string;
  readonly onOpen: (unit: Unit) => void;
}

/** The directory in the notice's order. A click on a line opens it. */
export function UnitTable({ units, groups, today, onOpen }: UnitTableProps) {
  const columns = useMemo(() => columnsOf(groups, today, onOpen), [groups, today, onOpen]);
  const tree = useMemo(() => unitTree(units), [units]);
  if (units.length === 0) return <EmptyState title={W.empty} next={W.emptyHint} />;
  return (
    <FillTable<UnitNode>
      rowKey="id"
      expandable={{ defaultExpandAllRows: true, indentSize: 14 }}
      columns={columns}
      dataSource={tree}
      onRow={(unit) => ({
        onClick: () => onOpen(unit),
        className: 'clickable-row',
        'data-testid': `unit-${unit.id}`,
      })}
    />
  );
}

function columnsOf(
  groups: readonly UnitGroup[],
  today: string,
  onOpen: (unit: Unit) => void,
): TableColumnsType<UnitNode> {
  const titles = new Map(groups.map((group) => [group.id, group.title]));
  return [
    {
      title: W.name,
      key: 'name',
      width: 168,
      render: (_, unit) => (
        <>
          <b>{unit.name}</b>
          {isPast(unit, today) && <Tag className="unit-ended">{W.ended}</Tag>}
        </>
      ),
    },
    { title: W.officialName, dataIndex: 'officialName', width: 230, ellipsis: true },
    { title: W.kind, key: 'kind', width: 112, render: (_, unit) => UNIT_KIND_WORDS[unit.kind] },
    {
      title: W.aliases,
      key: 'aliases',
      ellipsis: true,
      render: (_, unit) => <span title={unit.aliases.join('、')}>{unit.aliases.join('、') || '—'}</span>,
    },
    {
      title: W.groups,
      key: 'groups',
      width: 170,
      render: (_, unit) => (
        <span className="small" title={unit.groups.map((id) => `${id} ${titles.get(id) ?? ''}`).join('\n')}>
          {unit.groups.map((id) => id.replace(/^\d+-/, '')).join(' ') || '—'}
        </span>
      ),
    },
    { title: W.contacts, key: 'contacts', width: 190, render: (_, unit) => <Contacts unit={unit} /> },
    {
      title: '',
      key: 'edit',
      width: 60,
      render: (_, unit) => (
        <Button size="small" type="link" aria-label={`${W.edit}${unit.name}`} onClick={() => onOpen(unit)}>
          {W.edit}
        </Button>
      ),
    },
  ];
}

function Contacts({ unit }: { readonly unit: Unit }) {
  if (unit.contacts.length === 0) return <span className="muted">{W.noContacts}</span>;
  return unit.contacts.map((contact) => (
    <div key={`${contact.role} ${contact.name}`} className="clip" title={CONTACT_ROLE_WORDS[contact.role]}>
      {contact.name} {contact.phone}
    </div>
  ));
}

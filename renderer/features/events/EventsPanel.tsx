import { Button, Checkbox, Input, Popconfirm, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { DutyEvent } from '../../../electron/contract/events.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { dayText } from '../../parts/periods.ts';
import { EVENT_STATE_WORDS, PARTS_WORDS as W } from '../../words/dutyParts.ts';
import { EventForm } from './EventForm.tsx';
import { useEvents } from './useEvents.ts';
import './events.css';

interface EventsPanelProps {
  readonly directory: Directory;
  /** Of one duty; absent: of all. */
  readonly duty?: string;
}

/** Events of event duties with their clocks: what is overdue first, then what is open, what must still wait, what is closed. */
export function EventsPanel({ directory, duty }: EventsPanelProps) {
  const page = useEvents(duty);
  const duties = directory.duties.filter((one) => one.kind === 'event' || one.eventTerm);
  return (
    <div data-testid="events">
      <div className="row spread" style={{ marginBottom: 8 }}>
        <Checkbox checked={page.onlyOpen} onChange={(event) => page.setOnlyOpen(event.target.checked)}>
          {W.onlyOpen}
        </Checkbox>
        <Button type="primary" onClick={() => page.edit('new')} data-testid="add-event">
          {W.addEvent}
        </Button>
      </div>
      <ErrorNotice error={page.error} />
      {page.editing !== null && (
        <EventForm
          key={page.editing === 'new' ? 'new' : page.editing.id}
          event={page.editing === 'new' ? null : page.editing}
          duty={duty}
          duties={duties}
          units={directory.units}
          busy={page.busy}
          onSave={page.save}
          onCancel={() => page.edit(null)}
        />
      )}
      {page.events?.length === 0 ? (
        <EmptyState title={W.noEvents} next={W.noEventsHint} />
      ) : (
        <Table<DutyEvent>
          size="small"
          pagination={false}
          rowKey="id"
          dataSource={[...(page.events ?? [])]}
          columns={columnsOf(directory, duty === undefined, page)}
        />
      )}
    </div>
  );
}

function columnsOf(
  directory: Directory,
  withDuty: boolean,
  page: Pick<ReturnType<typeof useEvents>, 'edit' | 'withdraw'>,
): TableColumnsType<DutyEvent> {
  return [
    {
      title: W.eventState,
      key: 'state',
      width: 104,
      render: (_, one) => <span className={`event-state ${one.state}`}>{EVENT_STATE_WORDS[one.state]}</span>,
    },
    { title: W.eventTitle, dataIndex: 'title' },
    {
      title: W.unit,
      key: 'unit',
      width: 130,
      render: (_, one) => (one.unit === null ? '—' : directory.unitName(one.unit)),
    },
    ...(withDuty
      ? [
          {
            title: W.duty,
            key: 'duty',
            width: 170,
            render: (_: unknown, one: DutyEvent) => directory.dutyTitle(one.duty),
          },
        ]
      : []),
    { title: W.eventDay, key: 'day', width: 100, render: (_, one) => dayText(one.day) },
    { title: W.eventDue, key: 'due', width: 100, render: (_, one) => dayText(one.due) },
    {
      title: W.eventOutcome,
      key: 'outcome',
      render: (_, one) => (one.closedOn === null ? '—' : `${one.closedOn}　${one.outcome}`),
    },
    {
      key: 'act',
      width: 116,
      render: (_, one) => (
        <>
          <Button size="small" type="link" onClick={() => page.edit(one)} data-testid={`event-${one.id}`}>
            {one.state === 'closed' ? W.change : W.close}
          </Button>
          <Withdraw onConfirm={(reason) => page.withdraw(one.id, reason)} />
        </>
      ),
    },
  ];
}

function Withdraw({ onConfirm }: { readonly onConfirm: (reason: string) => void }) {
  const [reason, setReason] = useState('');
  return (
    <Popconfirm
      title={W.withdrawReason}
      description={
        <Input
          aria-label={W.withdrawReason}
          value={reason}
          placeholder={W.withdrawReason}
          onChange={(event) => setReason(event.target.value)}
        />
      }
      okButtonProps={{ disabled: reason.trim() === '' }}
      onConfirm={() => onConfirm(reason)}
    >
      <Button size="small" type="text" danger>
        {W.withdraw}
      </Button>
    </Popconfirm>
  );
}

import { Button, DatePicker, Drawer, Input, Popconfirm, Segmented, Table } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { CalendarDay, CalendarEffect, CountyDay } from '../../../electron/contract/calendar.ts';
import type { Day } from '../../../electron/contract/time.ts';
import type { RequestError } from '../../api/requestError.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { dayText } from '../../parts/periods.ts';
import { DAY_WORDS, CALENDAR_WORDS as W } from '../../words/calendar.ts';
import { EffectList } from './EffectList.tsx';

/** What the clerk wrote of a county day; kind null takes it away. */
export interface CountyDraft {
  readonly day: Day;
  readonly kind: CalendarDay['kind'] | null;
  readonly name: string;
  readonly reason: string;
}

interface CountyDrawerProps {
  readonly open: boolean;
  readonly year: number;
  /** Clicked in the year. */
  readonly day: Day | null;
  readonly days: readonly CountyDay[];
  /** What was saved last moved. */
  readonly effect: CalendarEffect | null;
  readonly busy: boolean;
  readonly error: RequestError | undefined;
  readonly directory: Directory;
  /** True when it was accepted. */
  readonly onSave: (draft: CountyDraft) => Promise<boolean>;
  readonly onClose: () => void;
}

/** 本县放假、上班日: adds and takes away days that beat the State Council's, and tells what moved. */
export function CountyDrawer(props: CountyDrawerProps) {
  const { open, year, days, effect, busy, error, directory, onSave, onClose } = props;
  return (
    <Drawer open={open} onClose={onClose} size={760} title={W.county} destroyOnHidden>
      <div data-testid="county-drawer" style={{ display: 'flex', flexDirection: 'column', gap: 10 }}>
        <span>{W.countyIntro}</span>
        <ErrorNotice error={error} />
        <CountyForm key={props.day ?? ''} day={props.day} busy={busy} onSave={onSave} />
        {effect ? <EffectList effect={effect} directory={directory} /> : null}
        <Table<CountyDay>
          size="small"
          rowKey="day"
          pagination={false}
          dataSource={[...days]}
          title={() => `${year} 年本县另加的日子`}
          locale={{ emptyText: W.countyNone }}
          columns={[
            { title: '日期', dataIndex: 'day', width: 110, render: dayText },
            { title: '', dataIndex: 'kind', width: 60, render: (kind: CalendarDay['kind']) => DAY_WORDS[kind] },
            { title: '名称', dataIndex: 'name', width: 140 },
            { title: '依据', dataIndex: 'reason' },
            { title: '经办人', dataIndex: 'by', width: 80, render: (by: string) => by || '—' },
            {
              title: '',
              width: 110,
              render: (_, { day, name }) => <RemoveButton day={day} name={name} busy={busy} onSave={onSave} />,
            },
          ]}
        />
      </div>
    </Drawer>
  );
}

function CountyForm({ day: given, busy, onSave }: Pick<CountyDrawerProps, 'day' | 'busy' | 'onSave'>) {
  const [day, setDay] = useState(given);
  const [kind, setKind] = useState<CalendarDay['kind']>('off');
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const save = async () => {
    if (day && (await onSave({ day, kind, name: name.trim(), reason: reason.trim() }))) setReason('');
  };
  return (
    <div className="editor">
      <div className="row">
        <DatePicker
          aria-label="日期"
          data-testid="county-day"
          allowClear={false}
          value={day ? dayjs(day) : null}
          onChange={(chosen) => setDay(chosen ? chosen.format('YYYY-MM-DD') : null)}
        />
        <Segmented<CalendarDay['kind']>
          value={kind}
          onChange={setKind}
          options={[
            { value: 'off', label: '本县放假' },
            { value: 'work', label: '本县上班' },
          ]}
        />
        <Input
          aria-label="名称"
          style={{ width: 260 }}
          placeholder={W.countyName}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <div className="row" style={{ flexWrap: 'nowrap' }}>
        <Input
          aria-label="依据"
          data-testid="county-reason"
          placeholder={W.countyReason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button
          type="primary"
          loading={busy}
          disabled={day === null || reason.trim() === ''}
          onClick={save}
          data-testid="county-save"
        >
          {W.countySave}
        </Button>
      </div>
    </div>
  );
}

function RemoveButton({
  day,
  name,
  busy,
  onSave,
}: Pick<CountyDay, 'day' | 'name'> & Pick<CountyDrawerProps, 'busy' | 'onSave'>) {
  const [reason, setReason] = useState('');
  return (
    <Popconfirm
      title={`取消 ${day}（${name}）？`}
      description={
        <Input
          aria-label="取消的理由"
          placeholder="为什么取消"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      }
      okButtonProps={{ disabled: reason.trim() === '' }}
      onConfirm={() => onSave({ day, kind: null, name, reason: reason.trim() })}
    >
      <Button size="small" type="link" disabled={busy}>
        {W.countyRemove}
      </Button>
    </Popconfirm>
  );
}

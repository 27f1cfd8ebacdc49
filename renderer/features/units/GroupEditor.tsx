import { Alert, Button, Checkbox, DatePicker, Input, Radio, Tag } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import type { Duty } from '../../../electron/contract/duties.ts';
import { UNIT_KINDS, type Unit, type UnitGroup } from '../../../electron/contract/units.ts';
import type { Args } from '../../../electron/contract.ts';
import { UNITS_WORDS as W } from '../../words/units.ts';
import { UNIT_KIND_WORDS } from '../../words.ts';

interface GroupEditorProps {
  readonly group: UnitGroup;
  readonly units: readonly Unit[];
  readonly duties: readonly Duty[];
  readonly busy: boolean;
  readonly onSave: (saving: Args<'groups.save'>) => Promise<boolean>;
}

/** One group: where it comes from, what depends on it, and its units as a list to tick, by kind. */
export function GroupEditor({ group, units, duties, busy, onSave }: GroupEditorProps) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(group.units));
  const [search, setSearch] = useState('');
  const [since, setSince] = useState<'always' | 'from'>('always');
  const [from, setFrom] = useState<Dayjs | null>(null);
  const [reason, setReason] = useState('');
  const changed = ticked.size !== group.units.length || group.units.some((id) => !ticked.has(id));
  const tick = (ids: readonly string[], on: boolean) =>
    setTicked((before) => {
      const next = new Set(before);
      for (const id of ids)
        if (on) next.add(id);
        else next.delete(id);
      return next;
    });
  const save = () =>
    onSave({
      id: group.id,
      units: units.filter((unit) => ticked.has(unit.id)).map((unit) => unit.id),
      ...(since === 'from' && from ? { from: from.format('YYYY-MM-DD'), reason } : {}),
    });
  const isReady = changed && (since === 'always' || (from !== null && reason.trim() !== ''));
  return (
    <>
      <div className="row spread">
        <h2>
          {group.id}　{group.title}
        </h2>
        <div className="row">
          {changed && <span className="groups-empty">{W.groupPending}</span>}
          <Button disabled={!changed} onClick={() => setTicked(new Set(group.units))}>
            {W.groupRevert}
          </Button>
          <Button type="primary" disabled={!isReady} loading={busy} onClick={save} data-testid="group-save">
            {W.save}
          </Button>
        </div>
      </div>
      <div className="muted small">
        {W.groupSource}：{group.source}　{group.open ? W.groupOpen : W.groupClosed}
        {group.note && `　${group.note}`}
      </div>
      <div className="row">
        <span className="muted small">{W.groupDuties}：</span>
        {duties.length === 0 ? '—' : duties.map((duty) => <Tag key={duty.id}>{duty.title}</Tag>)}
      </div>
      {changed && (
        <div className="row" data-testid="group-since">
          <span>{W.groupSince}</span>
          <Radio.Group
            value={since}
            onChange={(event) => setSince(event.target.value)}
            options={[
              { value: 'always', label: W.groupAlways },
              { value: 'from', label: W.groupFrom },
            ]}
          />
          {since === 'from' && (
            <>
              <DatePicker value={from} onChange={setFrom} aria-label={W.groupFrom} data-testid="group-from" />
              <Input
                value={reason}
                onChange={(event) => setReason(event.target.value)}
                placeholder={W.groupReason}
                aria-label={W.groupReason}
                style={{ width: 260 }}
                maxLength={200}
                data-testid="group-reason"
              />
            </>
          )}
        </div>
      )}
      {(group.revisions?.length ?? 0) > 1 && (
        <div className="muted small" data-testid="group-history">
          {W.groupHistory}：
          {group.revisions
            ?.slice(1)
            .map((one) => `${one.from} 起 ${one.units.length} 个（${one.reason || '—'}）`)
            .join('；')}
        </div>
      )}
      {group.units.length === 0 && (
        <Alert type="warning" showIcon title={W.groupEmpty} description={W.groupEmptyHint} data-testid="group-empty" />
      )}
      <div className="row">
        <Input.Search
          aria-label={W.search}
          placeholder={W.search}
          allowClear
          style={{ width: 240 }}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <span>
          已勾选 <b data-testid="group-count">{ticked.size}</b> / {units.length}
        </span>
      </div>
      <div className="groups-units">
        {UNIT_KINDS.map((kind) => (
          <KindBlock
            key={kind}
            title={UNIT_KIND_WORDS[kind]}
            units={units.filter((unit) => unit.kind === kind && isFound(unit, search))}
            ticked={ticked}
            onTick={tick}
          />
        ))}
      </div>
    </>
  );
}

interface KindBlockProps {
  readonly title: string;
  readonly units: readonly Unit[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ids: readonly string[], on: boolean) => void;
}

function KindBlock({ title, units, ticked, onTick }: KindBlockProps) {
  if (units.length === 0) return null;
  const count = units.filter((unit) => ticked.has(unit.id)).length;
  return (
    <fieldset className="groups-kind" aria-label={title}>
      <Checkbox
        checked={count === units.length}
        indeterminate={count > 0 && count < units.length}
        onChange={(event) =>
          onTick(
            units.map((unit) => unit.id),
            event.target.checked,
          )
        }
      >
        <b>{title}</b> <span className="muted small">{`${count} / ${units.length}`}</span>
      </Checkbox>
      <div className="groups-grid">
        {units.map((unit) => (
          <Checkbox
            key={unit.id}
            checked={ticked.has(unit.id)}
            onChange={(event) => onTick([unit.id], event.target.checked)}
            data-testid={`group-unit-${unit.id}`}
            title={unit.officialName}
          >
            {unit.name}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}

function isFound(unit: Unit, search: string): boolean {
  const wanted = search.trim();
  return wanted === '' || [unit.name, unit.officialName, ...unit.aliases].some((name) => name.includes(wanted));
}

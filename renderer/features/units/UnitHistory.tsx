import { Tag, Timeline } from 'antd';
import type { Duty } from '../../../electron/contract/duties.ts';
import type { Unit } from '../../../electron/contract/units.ts';
import { UNITS_WORDS as W } from '../../words/units.ts';

interface UnitHistoryProps {
  readonly unit: Unit;
  readonly units: readonly Unit[];
  readonly duties: readonly Duty[];
}

/** What a unit was called, where it came from and went, and what it owes now. */
export function UnitHistory({ unit, units, duties }: UnitHistoryProps) {
  const owed = duties.filter((duty) => duty.units.includes(unit.id) || duty.lead.includes(unit.id));
  return (
    <>
      <h3>{W.history}</h3>
      <Timeline items={eventsOf(unit, units).map((text) => ({ content: text }))} data-testid="unit-history" />
      <h3>
        {W.dutiesOwed} <span className="muted small">{owed.length}</span>
      </h3>
      {owed.length === 0 && <div className="muted">{W.noDuties}</div>}
      <ul className="unit-duties" data-testid="unit-duties">
        {owed.map((duty) => (
          <li key={duty.id}>
            {duty.lead.includes(unit.id) && <Tag color="blue">{W.lead}</Tag>}
            {duty.units.includes(unit.id) && <Tag>{W.responsible}</Tag>}
            {duty.title} <span className="muted small">{duty.dueText}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Oldest first, each as one sentence. */
function eventsOf(unit: Unit, units: readonly Unit[]): string[] {
  const nameOf = (id: string): string => units.find((one) => one.id === id)?.name ?? id;
  const before = units.filter((one) => one.succession?.units.includes(unit.id));
  const events: string[] = [];
  for (const one of before)
    events.push(
      `${one.succession?.on} 起接续“${one.name}”（${one.succession?.kind === 'merge' ? W.merge : W.split}，${one.succession?.reason}）`,
    );
  if (unit.activeFrom !== null && before.length === 0) events.push(`${unit.activeFrom} 启用`);
  for (const { until, name, officialName, reason } of unit.formerNames ?? [])
    events.push(`至 ${until} 叫“${name}”（${officialName}）；改名依据：${reason || '—'}`);
  events.push(`${unit.formerNames?.length ? '此后' : ''}叫“${unit.name}”（${unit.officialName}）`);
  const { succession } = unit;
  if (succession)
    events.push(
      `${succession.on} 起${succession.kind === 'merge' ? '并入' : '分设为'}“${succession.units.map(nameOf).join('”“')}”（${succession.reason}）`,
    );
  else if (unit.activeTo !== null) events.push(`${unit.activeTo} 停用`);
  return events;
}

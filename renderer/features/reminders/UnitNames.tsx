import type { ReminderItem } from '../../../electron/contract/reminders.ts';
import { REMINDER_PAPER_WORDS as W } from '../../words/reminderPapers.ts';

const NAMED = 12;

interface UnitNamesProps {
  readonly units: readonly ReminderItem[];
  readonly isSelection: boolean;
  /** What of each unit the paper tells. */
  readonly note: string;
}

/** For whom the papers will be, by name. */
export function UnitNames({ units, isSelection, note }: UnitNamesProps) {
  if (units.length === 0) return <p data-testid="papers-for">{W.noUnits}</p>;
  const names = units.slice(0, NAMED).map(({ name }) => name);
  return (
    <div className="chase-about" data-testid="papers-for">
      {isSelection ? W.forSelected : W.forShown} <b>{units.length}</b> 个单位：{names.join('、')}
      {units.length > NAMED ? ' 等' : ''}
      <div className="muted small">{note}</div>
    </div>
  );
}

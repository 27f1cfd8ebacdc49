import type { Duty } from '../../../electron/contract/duties.ts';
import type { Unit, UnitGroup } from '../../../electron/contract/units.ts';
import type { Args } from '../../../electron/contract.ts';
import type { RequestError } from '../../api/requestError.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { UNITS_WORDS as W } from '../../words/units.ts';
import { GroupEditor } from './GroupEditor.tsx';

interface GroupsPanelProps {
  readonly groups: readonly UnitGroup[];
  readonly units: readonly Unit[];
  readonly duties: readonly Duty[];
  readonly chosen: string | null;
  readonly busy: boolean;
  readonly error: RequestError | undefined;
  readonly onChoose: (group: string) => void;
  readonly onSave: (saving: Args<'groups.save'>) => Promise<boolean>;
}

/** The groups of the notice on the left, the chosen one's units on the right. */
export function GroupsPanel({ groups, units, duties, chosen, busy, error, onChoose, onSave }: GroupsPanelProps) {
  const group = groups.find((one) => one.id === chosen) ?? groups.find((one) => one.units.length === 0) ?? groups[0];
  return (
    <div className="groups-panel">
      <nav className="groups-list" aria-label={W.groupsTab}>
        {groups.map((one) => (
          <button
            key={one.id}
            type="button"
            className="groups-item"
            aria-current={one.id === group?.id}
            onClick={() => onChoose(one.id)}
            data-testid={`group-${one.id}`}
          >
            <span className="row spread">
              <b>{one.id}</b>
              <span className={one.units.length === 0 ? 'groups-empty' : 'muted'}>
                {one.units.length === 0 ? W.groupMissing : `${one.units.length} 个`}
              </span>
            </span>
            <span className="groups-title">{one.title}</span>
          </button>
        ))}
      </nav>
      <div className="groups-editor panel">
        <ErrorNotice error={error} />
        {group && (
          <GroupEditor
            // What was saved is what is shown next, also where a later day was saved again.
            key={JSON.stringify([group.id, group.units, group.revisions])}
            group={group}
            units={units}
            duties={duties.filter((duty) => duty.groups.includes(group.id))}
            busy={busy}
            onSave={onSave}
          />
        )}
      </div>
    </div>
  );
}

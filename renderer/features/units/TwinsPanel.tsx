import { Button } from 'antd';
import type { Unit, UnitTwins } from '../../../electron/contract/units.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { UNITS_WORDS as W } from '../../words/units.ts';

interface TwinsPanelProps {
  readonly twins: readonly UnitTwins[];
  readonly units: readonly Unit[];
  readonly onOpen: (unit: Unit) => void;
}

/** Units that may be one and the same, each to be opened and looked at. */
export function TwinsPanel({ twins, units, onOpen }: TwinsPanelProps) {
  if (twins.length === 0) return <EmptyState title={W.noTwins} next={W.noTwinsHint} />;
  return (
    <ul className="units-twins" data-testid="units-twins">
      {twins.map(({ units: ids, why }) => (
        <li key={ids.join(' ')} className="panel">
          {units
            .filter((unit) => ids.includes(unit.id))
            .map((unit) => (
              <Button key={unit.id} type="link" onClick={() => onOpen(unit)}>
                {unit.name}
              </Button>
            ))}
          <span className="muted">{why}</span>
        </li>
      ))}
    </ul>
  );
}

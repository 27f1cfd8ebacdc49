import { Tooltip } from 'antd';
import type { CellStatus } from '../../../electron/contract/status.ts';
import { STATUS_HINTS, STATUS_ORDER } from '../../words/status.ts';
import { STATUS_SIGNS, STATUS_WORDS } from '../../words.ts';

interface StatusLegendProps {
  readonly counts: Readonly<Record<CellStatus, number>>;
  readonly chosen: readonly CellStatus[];
  readonly onChoose: (chosen: readonly CellStatus[]) => void;
}

/** Legend, counts and status filter in one row: each chip explains its sign, tells how many, and filters when pressed. */
export function StatusLegend({ counts, chosen, onChoose }: StatusLegendProps) {
  const toggle = (status: CellStatus) =>
    onChoose(chosen.includes(status) ? chosen.filter((one) => one !== status) : [...chosen, status]);
  return (
    <fieldset className="status-legend" aria-label="图例与状态筛选">
      {STATUS_ORDER.map((status) => (
        <Tooltip key={status} title={STATUS_HINTS[status]}>
          <button
            type="button"
            className="status-chip"
            aria-pressed={chosen.includes(status)}
            data-testid={`status-chip-${status}`}
            onClick={() => toggle(status)}
          >
            <span className={`status-sign status-${status}`} aria-hidden>
              {STATUS_SIGNS[status]}
            </span>
            {STATUS_WORDS[status]}
            <b>{counts[status]}</b>
          </button>
        </Tooltip>
      ))}
    </fieldset>
  );
}

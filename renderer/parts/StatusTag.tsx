import { Tag } from 'antd';
import type { CellStatus } from '../../electron/contract/status.ts';
import { STATUS_SIGNS, STATUS_WORDS } from '../words.ts';

export const STATUS_COLORS: Readonly<Record<CellStatus, string>> = {
  reported: 'green',
  late: 'orange',
  zero: 'cyan',
  missing: 'red',
  pending: 'default',
  returned: 'magenta',
  exempt: 'purple',
  partial: 'gold',
};

interface StatusTagProps {
  readonly status: CellStatus;
  /** A zero report may be late, too. */
  readonly late?: boolean | undefined;
}

/** State of a square of the grid: sign, word and colour, so that none of them is needed alone. */
export function StatusTag({ status, late }: StatusTagProps) {
  const word = late && status !== 'late' ? `${STATUS_WORDS[status]}·迟` : STATUS_WORDS[status];
  return (
    <Tag color={STATUS_COLORS[status]} variant="outlined" data-status={status}>
      {STATUS_SIGNS[status]} {word}
    </Tag>
  );
}

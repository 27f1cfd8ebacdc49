import { Input } from 'antd';
import { useState } from 'react';
import type {
  IndicatorEntry,
  IndicatorNumber,
  IndicatorValue,
  IndicatorYear,
} from '../../../electron/contract/indicators.ts';
import { FillTable } from '../../parts/FillTable.tsx';
import { momentText } from '../../parts/periods.ts';
import { INDICATOR_WORDS as W } from '../../words/indicators.ts';
import { IndicatorState } from './IndicatorList.tsx';
import { shortTitle } from './shortTitle.ts';

interface ValueTableProps {
  readonly year: IndicatorYear;
  readonly busy: boolean;
  readonly onEnter: (entry: IndicatorEntry) => void;
}

/** Every period's numbers: counted ones to read, typed ones to fill in, one after the other with Tab or Enter. */
export function ValueTable({ year: { indicator, values }, busy, onEnter }: ValueTableProps) {
  const numberColumn = (side: 'numerator' | 'denominator', of: IndicatorNumber) => ({
    title: W[side],
    key: side,
    width: 130,
    className: 'number',
    render: (_: unknown, value: IndicatorValue) =>
      of.from === 'typed' ? (
        <NumberCell
          label={`${shortTitle(value.period)} ${W[side]}`}
          value={value[side]}
          busy={busy}
          onEnter={(number) => onEnter({ indicator: indicator.id, period: value.period, [side]: number })}
        />
      ) : (
        (value[side] ?? '—')
      ),
  });
  return (
    <FillTable<IndicatorValue>
      rowKey="period"
      data-testid="indicator-values"
      dataSource={[...values]}
      columns={[
        { title: '报送期', dataIndex: 'period', width: 80, render: shortTitle },
        numberColumn('numerator', indicator.numerator),
        ...(indicator.denominator ? [numberColumn('denominator', indicator.denominator)] : []),
        ...(indicator.denominator
          ? [
              {
                title: W.rate,
                dataIndex: 'rate',
                width: 90,
                className: 'number',
                render: (rate: number | null) => (rate === null ? '—' : `${rate}%`),
              },
            ]
          : []),
        { title: W.gap, key: 'state', width: 190, render: (_, value) => <IndicatorState value={value} /> },
        { title: W.note, dataIndex: 'note', ellipsis: true },
        {
          title: W.filled,
          key: 'by',
          width: 190,
          render: (_, { at, by }) => (at === null ? '' : `${by} ${momentText(at)}`),
        },
      ]}
    />
  );
}

interface NumberCellProps {
  readonly label: string;
  readonly value: number | null;
  readonly busy: boolean;
  readonly onEnter: (value: number | null) => void;
}

/** A number typed in its place; it is saved when the cell is left, and never when it is no number. */
function NumberCell({ label, value, busy, onEnter }: NumberCellProps) {
  const written = value === null ? '' : String(value);
  const [typed, type] = useState<string | null>(null);
  const text = typed ?? written;
  const number = text.trim() === '' ? null : Number(text);
  const isWrong = number !== null && !(Number.isFinite(number) && number >= 0);
  const leave = () => {
    if (typed === null || isWrong) return;
    type(null);
    if (number !== value) onEnter(number);
  };
  return (
    <Input
      size="small"
      aria-label={label}
      value={text}
      disabled={busy}
      status={isWrong ? 'error' : ''}
      title={isWrong ? W.wrongNumber : ''}
      onChange={(event) => type(event.target.value)}
      onBlur={leave}
      onPressEnter={leave}
    />
  );
}

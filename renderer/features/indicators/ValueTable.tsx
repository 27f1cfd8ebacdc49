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
  readonly onEnter: (entry: IndicatorEntry) => void;
}

/** Every period's numbers: counted ones to read, typed ones to fill in, one after the other with Tab or Enter. */
export function ValueTable({ year: { indicator, values }, onEnter }: ValueTableProps) {
  const numberColumn = (side: 'numerator' | 'denominator', of: IndicatorNumber) => ({
    title: W[side],
    key: side,
    width: 110,
    className: 'number',
    render: (_: unknown, value: IndicatorValue) =>
      of.from === 'typed' ? (
        <NumberCell
          label={`${shortTitle(value.period)} ${W[side]}`}
          value={value[side]}
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
        { title: W.gap, key: 'state', width: 170, render: (_, value) => <IndicatorState value={value} /> },
        {
          title: W.note,
          key: 'note',
          render: (_, { period, note }) => (
            <NoteCell
              label={`${shortTitle(period)} ${W.note}`}
              note={note}
              onEnter={(text) => onEnter({ indicator: indicator.id, period, note: text })}
            />
          ),
        },
        {
          title: W.filled,
          key: 'by',
          width: 170,
          ellipsis: true,
          render: (_, { at, by }) => (at === null ? '' : `${by} ${momentText(at)}`),
        },
      ]}
    />
  );
}

interface NumberCellProps {
  readonly label: string;
  readonly value: number | null;
  readonly onEnter: (value: number | null) => void;
}

/** A number typed in its place; saved when the cell is left, never when it is no number. Enter goes down, as in a spreadsheet. */
function NumberCell({ label, value, onEnter }: NumberCellProps) {
  const written = value === null ? '' : String(value);
  const [typed, type] = useState<string | null>(null);
  const [seen, see] = useState(written);
  // What was typed stands until the program has it: the cell never falls back to the old number in between.
  if (seen !== written) {
    see(written);
    type(null);
  }
  const text = typed ?? written;
  const number = text.trim() === '' ? null : Number(text);
  const isWrong = number !== null && !(Number.isFinite(number) && number >= 0);
  const leave = () => {
    if (typed === null || isWrong) return;
    if (number === value) type(null);
    else onEnter(number);
  };
  return (
    <Input
      size="small"
      aria-label={label}
      value={text}
      status={isWrong ? 'error' : ''}
      title={isWrong ? W.wrongNumber : ''}
      onChange={(event) => type(event.target.value)}
      onBlur={leave}
      onPressEnter={(event) => focusBelow(event.currentTarget)}
    />
  );
}

/** Puts the cursor into the same column of the next row; in the last row it only leaves the cell. */
function focusBelow(input: HTMLInputElement): void {
  const cell = input.closest('td');
  const below = cell?.parentElement?.nextElementSibling?.children[cell.cellIndex]?.querySelector('input');
  if (!below) {
    input.blur();
    return;
  }
  below.focus();
  below.select();
}

interface NoteCellProps {
  readonly label: string;
  readonly note: string;
  readonly onEnter: (note: string) => void;
}

/** Where a number comes from, or why it is what it is; saved when the cell is left. */
function NoteCell({ label, note, onEnter }: NoteCellProps) {
  const [typed, type] = useState<string | null>(null);
  const leave = () => {
    type(null);
    if (typed !== null && typed.trim() !== note) onEnter(typed.trim());
  };
  return (
    <Input
      size="small"
      variant="borderless"
      aria-label={label}
      value={typed ?? note}
      onChange={(event) => type(event.target.value)}
      onBlur={leave}
      onPressEnter={leave}
    />
  );
}

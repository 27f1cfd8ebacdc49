import { Input } from 'antd';
import type { KeyboardEvent } from 'react';
import type { BatchCell } from './batchCells.ts';

interface BatchCellFieldProps {
  readonly label: string;
  readonly value: string;
  /** What is stored; shown until something is typed over it. */
  readonly before: string;
  readonly cell: BatchCell;
  readonly onChange: (text: string) => void;
}

/** A number of the quick table. ↓ and Enter go to the next unit, ↑ to the one before. */
export function BatchCellField({ label, value, before, cell, onChange }: BatchCellFieldProps) {
  return (
    <Input
      size="small"
      inputMode="decimal"
      aria-label={label}
      aria-invalid={cell.is === 'wrong'}
      status={cell.is === 'wrong' ? 'error' : ''}
      title={cell.is === 'wrong' ? cell.why : ''}
      placeholder={before}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={moveInColumn}
    />
  );
}

/** Evidence of one unit; the stored one is shown until another is typed. */
export function BatchTextField({ label, value, before, onChange }: Omit<BatchCellFieldProps, 'cell'>) {
  return (
    <Input
      size="small"
      variant="underlined"
      aria-label={label}
      placeholder={before}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={moveInColumn}
    />
  );
}

/** Puts the cursor into the same column of the row above or below; Ctrl+Enter is the table's own. */
function moveInColumn(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
  const isDown = event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey);
  if (!isDown && event.key !== 'ArrowUp' && event.key !== 'Enter') return;
  event.preventDefault();
  const cell = event.currentTarget.closest('td');
  const row = cell?.parentElement;
  const next = isDown ? row?.nextElementSibling : row?.previousElementSibling;
  const input = cell && next?.children[cell.cellIndex]?.querySelector('input');
  if (!input) return;
  input.focus();
  input.select();
}

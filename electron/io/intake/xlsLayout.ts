import { columnLetters } from '../../core/address.ts';
import type { BiffRecords } from './biffRecords.ts';
import { ReadFault } from './readFault.ts';

/** Rows and columns that do not show, merged cells, the filter: everything of a sheet but its cells. */
export interface XlsLayout {
  /** Takes a record if it is about the layout; false for any other. */
  take(records: BiffRecords): boolean;
  /** 0-based. Rows tell of themselves before their cells come. */
  readonly isHiddenRow: (row: number) => boolean;
  content(lastColumn: number): {
    readonly merges: readonly string[];
    readonly hiddenColumns: readonly number[];
    readonly filtered: boolean;
  };
}

/** Makes a collector for one sheet. */
export function createXlsLayout(): XlsLayout {
  const merges: string[] = [];
  const hiddenRanges: (readonly [number, number])[] = [];
  const hiddenRows = new Set<number>();
  const shownRows = new Set<number>();
  let filtered = false;
  let hiddenByDefault = false;
  return {
    take(records) {
      const { type, data, start, end } = records;
      switch (type) {
        case RECORD.row: {
          const flags = data.readUInt16LE(start + 12);
          const isFlat = (flags & OWN_HEIGHT) !== 0 && (data.readUInt16LE(start + 6) & 0x7fff) === 0;
          (flags & ROW_HIDDEN || isFlat ? hiddenRows : shownRows).add(data.readUInt16LE(start));
          return true;
        }
        case RECORD.defaultRowHeight:
          hiddenByDefault = end - start >= 2 && (data.readUInt16LE(start) & DEFAULT_HIDDEN) !== 0;
          return true;
        case RECORD.columns:
          if (data.readUInt16LE(start + 8) & 1 || data.readUInt16LE(start + 4) === 0)
            hiddenRanges.push([data.readUInt16LE(start) + 1, data.readUInt16LE(start + 2) + 1]);
          return true;
        case RECORD.merges:
          for (let at = start + 2; at + 8 <= end; at += 8) {
            const [top, bottom, left, right] = [0, 2, 4, 6].map((offset) => data.readUInt16LE(at + offset) + 1);
            const from = `${columnLetters(left ?? 1)}${top}`;
            const to = `${columnLetters(right ?? 1)}${bottom}`;
            if (from !== to) merges.push(`${from}:${to}`);
          }
          if (merges.length > MAX_MERGES) throw new ReadFault('too_large', '合并单元格过多');
          return true;
        case RECORD.filterMode:
          filtered = true;
          return true;
        default:
          return false;
      }
    },
    isHiddenRow: (row) => hiddenRows.has(row) || (hiddenByDefault && !shownRows.has(row)),
    content: (lastColumn) => ({ merges, hiddenColumns: columnsIn(hiddenRanges, lastColumn), filtered }),
  };
}

const RECORD = { columns: 0x7d, filterMode: 0x9b, merges: 0xe5, row: 0x208, defaultRowHeight: 0x225 } as const;
const ROW_HIDDEN = 0x20;
const OWN_HEIGHT = 0x40;
const DEFAULT_HIDDEN = 0x02;
const MAX_MERGES = 300_000;

function columnsIn(ranges: readonly (readonly [number, number])[], last: number): number[] {
  const columns = new Set<number>();
  for (const [from, to] of ranges) for (let column = from; column <= Math.min(to, last); column++) columns.add(column);
  return [...columns].sort((a, b) => a - b);
}

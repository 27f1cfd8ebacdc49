import type { GridCell } from '../../electron/contract/status.ts';
import { STATUS_PAGE_WORDS as W } from '../words/status.ts';
import { STATUS_SIGNS, STATUS_WORDS } from '../words.ts';
import { momentText, periodShort } from './periods.ts';

/**
 * What stands in a square: one sign per status, so that colour is never the only difference; `!` behind it where what came
 * contradicts itself, `?` where nobody said yet how many are owed (未分配). `short`: no numbers. */
export function cellSign(cell: GridCell, { short = false }: { readonly short?: boolean } = {}): string {
  if (!short && cell.status === 'zero' && cell.late) return '零迟';
  if (!short && cell.status === 'partial' && cell.quota !== null) return `${cell.count}/${cell.quota}`;
  const mark = cell.contradicted ? '!' : cell.unallotted ? '?' : '';
  return `${STATUS_SIGNS[cell.status]}${mark}`;
}

/** A square in words, for the pointer and for the reader of the screen. `of`: the unit or duty of its line. */
export function cellLabel(of: string, cell: GridCell): string {
  const parts = [`${of}，${periodShort(cell.period)}：${STATUS_WORDS[cell.status]}`];
  if (cell.late && cell.status === 'zero') parts.push('迟于截止时间');
  if (cell.receivedAt) parts.push(`${momentText(cell.receivedAt)}收到`);
  else if (cell.due) parts.push(`${momentText(cell.due)}截止`);
  if (cell.quota !== null) parts.push(`${cell.count}/${cell.quota}`);
  if (cell.contradicted) parts.push(W.contradicted);
  if (cell.unallotted) parts.push(W.unallotted);
  if (!cell.assigned) parts.push(cell.due ? W.notAssigned : W.noSchedule);
  return parts.join('，');
}

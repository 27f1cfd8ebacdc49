import { memo } from 'react';
import { STATUS_PAGE_WORDS as W } from '../../words/status.ts';
import { UNIT_KIND_WORDS } from '../../words.ts';
import type { GridGroup } from './gridModel.ts';

interface StatusGridGroupProps {
  readonly group: GridGroup;
  readonly from: number;
  readonly to: number;
}

/** Heading of a kind of unit: how many they are, what they owe, and how many reported in each column. */
export const StatusGridGroup = memo(function StatusGridGroup({ group, from, to }: StatusGridGroupProps) {
  const { kind, span, due, met, columns } = group;
  return (
    <tr className="status-group" data-testid={`status-group-${kind}`}>
      <th scope="rowgroup" className="status-unit" title={`计入应报 ${due} 项，已报 ${met} 项`}>
        {kind === null ? W.otherUnits : UNIT_KIND_WORDS[kind]} {span} 个
      </th>
      <td className={due > met ? 'status-owes status-owing' : 'status-owes'}>{due > met ? due - met : ''}</td>
      {from > 0 && <td colSpan={from} aria-hidden />}
      {columns.slice(from, to).map(({ expected, met: reported }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
        <td key={from + at}>{expected === 0 ? '' : `${reported}/${expected}`}</td>
      ))}
      {to < columns.length && <td colSpan={columns.length - to} aria-hidden />}
    </tr>
  );
});

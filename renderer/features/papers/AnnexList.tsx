import { Collapse } from 'antd';
import { useMemo } from 'react';
import type { CircularTable } from '../../../electron/contract/circulars.ts';
import type { FigureRef } from '../../../electron/contract/figures.ts';
import type { Moment } from '../../../electron/contract/time.ts';
import { COMPOSER_WORDS as W } from '../../words/composer.ts';
import { AnnexChart } from './AnnexChart.tsx';
import { FigureLink } from './BlockText.tsx';

interface AnnexListProps {
  /** The moment the paper speaks of. */
  readonly asOf: Moment;
  readonly tables: readonly CircularTable[];
  readonly onOpenFigure: (ref: FigureRef, shown: string) => void;
}

/** The annexes: shown, not edited, because they are the data; their numbers open the rows behind them. */
export function AnnexList({ asOf, tables, onOpenFigure }: AnnexListProps) {
  if (tables.length === 0) return null;
  return (
    <section className="paper-annexes" aria-label={W.tables} data-testid="paper-annexes">
      <b>{W.tables}</b> <span className="muted small">{W.tablesHint}</span>
      <Collapse
        size="small"
        items={tables.map((table) => ({
          key: table.key,
          label: `${table.label}　${table.caption}`,
          extra: <span className="muted small">{sizeOf(table)}</span>,
          children: <Annex asOf={asOf} table={table} onOpenFigure={onOpenFigure} />,
        }))}
      />
    </section>
  );
}

/** Below this width words of a column stand upright, letter by letter, in CSS pixels. */
const COLUMN = 72;

function sizeOf({ columns, rows, charts = [] }: CircularTable): string {
  const parts = [
    ...(columns.length === 0 ? [] : [rows.length === 0 ? W.noRows : `${rows.length} 行`]),
    ...(charts.length === 0 ? [] : [`${charts.length} 幅图`]),
  ];
  return parts.join('，');
}

function Annex({
  asOf,
  table,
  onOpenFigure,
}: { readonly table: CircularTable } & Pick<AnnexListProps, 'asOf' | 'onOpenFigure'>) {
  const { columns, rows, note, charts = [], figures = [] } = table;
  const refs = useMemo(() => new Map(figures.map(({ row, column, ref }) => [`${row} ${column}`, ref])), [figures]);
  return (
    <div className="paper-annex">
      {charts.map((spec) => (
        <AnnexChart key={`${spec.kind} ${spec.title}`} spec={spec} asOf={asOf} onOpenFigure={onOpenFigure} />
      ))}
      {columns.length === 0 ? null : (
        <table style={{ minWidth: columns.length * COLUMN }}>
          <thead>
            <tr>
              {columns.map(({ title }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns of a printed table have no other identity than their place
                <th key={at} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.length === 0 ? (
              <tr>
                <td colSpan={columns.length}>{W.noRows}</td>
              </tr>
            ) : null}
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a printed table have no other identity than their place
              <tr key={index}>
                {columns.map(({ align }, at) => {
                  const ref = refs.get(`${index} ${at}`);
                  const shown = row[at] ?? '';
                  return (
                    // biome-ignore lint/suspicious/noArrayIndexKey: as the heads above
                    <td key={at} style={{ textAlign: align }}>
                      {ref ? <FigureLink shown={shown} figure={ref} onOpen={onOpenFigure} /> : shown}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {note === '' ? null : <div className="muted small prewrap">{note}</div>}
    </div>
  );
}

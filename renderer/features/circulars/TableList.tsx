import { Collapse } from 'antd';
import type { CircularTable } from '../../../electron/contract/circulars.ts';
import { CIRCULAR_WORDS as W } from '../../words/circulars.ts';

/** The annexes: shown, not edited, because they are the data. */
export function TableList({ tables }: { readonly tables: readonly CircularTable[] }) {
  if (tables.length === 0) return null;
  return (
    <div className="circular-tables" data-testid="circular-tables">
      <div className="muted small">{W.tables}</div>
      <Collapse
        size="small"
        items={tables.map((table) => ({
          key: `${table.label} ${table.caption}`,
          label: `${table.label}　${table.caption}`,
          extra: <span className="muted small">{table.rows.length === 0 ? W.noRows : `${table.rows.length} 行`}</span>,
          children: <Annex table={table} />,
        }))}
      />
    </div>
  );
}

function Annex({ table }: { readonly table: CircularTable }) {
  return (
    <div className="circular-annex">
      <table>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.title} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.length === 0 && (
            <tr>
              <td colSpan={table.columns.length}>{W.noRows}</td>
            </tr>
          )}
          {table.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a printed table have no other identity than their place
            <tr key={index}>
              {table.columns.map((column, at) => (
                <td key={column.title} style={{ textAlign: column.align }}>
                  {row[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.note && <div className="muted small prewrap">{table.note}</div>}
    </div>
  );
}

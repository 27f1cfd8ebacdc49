import { memo, type RefObject, useEffect, useState } from 'react';
import { Link } from 'react-router';
import { yearLink } from '../../parts/links.ts';
import { STATUS_PAGE_WORDS as W } from '../../words/status.ts';
import { UNIT_KIND_WORDS } from '../../words.ts';
import type { GridModel } from './gridModel.ts';
import { type GridLine, ROW_HEIGHT } from './useGridWindow.ts';

interface FrozenUnitsProps {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly model: GridModel;
  readonly lines: readonly GridLine[];
  /** Pixels of lines above them that are not drawn. */
  readonly above: number;
}

/**
 * The units beside the squares once the grid is scrolled to the right. One layer that stays for all of them: two cells of every row that stay
 * made each frame of scrolling three times as long. For the eye only; the cells of the grid say the same.
 */
export const FrozenUnits = memo(function FrozenUnits({ scroller, model, lines, above }: FrozenUnitsProps) {
  const head = useHeadWhileAcross(scroller);
  if (head === null) return null;
  return (
    <div className="status-frozen" aria-hidden>
      <div style={{ top: head + above }}>
        {lines.map((line) => {
          const group = line.kind === 'group' ? model.groups[line.group] : undefined;
          if (group)
            return (
              <Line
                key={`group ${group.kind}`}
                isGroup
                name={`${group.kind === null ? W.otherUnits : UNIT_KIND_WORDS[group.kind]} ${group.span} 个`}
                owes={group.due - group.met}
              />
            );
          const row = line.kind === 'row' ? model.rows[line.row] : undefined;
          return row ? <Line key={row.unit.id} unit={row.unit.id} name={row.unit.name} owes={row.owes} /> : null;
        })}
      </div>
    </div>
  );
});

interface LineProps {
  readonly unit?: string;
  readonly isGroup?: boolean;
  readonly name: string;
  readonly owes: number;
}

function Line({ unit, isGroup = false, name, owes }: LineProps) {
  return (
    <div
      className={isGroup ? 'status-frozen-line status-frozen-group' : 'status-frozen-line'}
      style={{ height: ROW_HEIGHT }}
    >
      <span className="clip">
        {unit === undefined ? (
          name
        ) : (
          <Link to={yearLink('unit', unit)} tabIndex={-1} title={W.toUnitYear}>
            {name}
          </Link>
        )}
      </span>
      <b>{owes > 0 ? owes : ''}</b>
    </div>
  );
}

/** Height of the grid's head while it is scrolled to the right; null: it is not. */
function useHeadWhileAcross(scroller: RefObject<HTMLDivElement | null>): number | null {
  const [head, setHead] = useState<number | null>(null);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () =>
      setHead(element.scrollLeft > 0 ? (element.querySelector('thead')?.getBoundingClientRect().height ?? 0) : null);
    look();
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, [scroller]);
  return head;
}

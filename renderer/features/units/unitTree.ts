import type { Unit } from '../../../electron/contract/units.ts';

/** A unit of the directory with its sub-offices under it. */
export interface UnitNode extends Unit {
  readonly children?: readonly UnitNode[];
}

/** The units as a tree of parents; one whose parent is not shown stands for itself. */
export function unitTree(units: readonly Unit[]): UnitNode[] {
  const shown = new Set(units.map(({ id }) => id));
  const under = Map.groupBy(units, ({ parent }) => (parent && shown.has(parent) ? parent : ''));
  const nodes = (parent: string): UnitNode[] =>
    (under.get(parent) ?? []).map((unit) => {
      const children = nodes(unit.id);
      return children.length === 0 ? unit : { ...unit, children };
    });
  return nodes('');
}

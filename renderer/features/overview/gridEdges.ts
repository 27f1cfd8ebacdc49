/** Room left and right of the squares of a chart, in CSS pixels. */
export interface GridEdges {
  readonly left: number;
  readonly right: number;
}

/** Where the squares of a heat map stand, as its drawing says. */
export function gridEdges(option: object): GridEdges {
  const grid: unknown = 'grid' in option ? option.grid : undefined;
  return { left: edgeOf(grid, 'left'), right: edgeOf(grid, 'right') };
}

function edgeOf(grid: unknown, side: string): number {
  const edge = Object.entries(grid ?? {}).find(([name]) => name === side)?.[1];
  return typeof edge === 'number' ? edge : 0;
}

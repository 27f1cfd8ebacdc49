import type { GridModel } from './gridModel.ts';

/** A part of the grid as wide as a sheet of paper, and how wide each of its columns is in CSS pixels. */
export interface PrintSlice {
  readonly model: GridModel;
  readonly widths: readonly number[];
}

/** Narrowest column in which `第18周` and `26/26` can be read at 8 pt, and the narrowest for a title of its own. */
const NARROW = 40;
const TITLED = 76;

/**
 * The grid cut into sheets of `room` pixels for its columns, each with the units that have a square on it (none: no sheet); under headings of kinds, and where
 * one sheet holds all, with every unit. A duty stays whole on one sheet where it fits on one. A grid without columns is one sheet.
 */
export function printSlices(model: GridModel, room: number): PrintSlice[] {
  const widths = model.heads.flatMap(({ span }) =>
    Array.from({ length: span }, () => Math.max(NARROW, Math.ceil(TITLED / span))),
  );
  const cuts = [0];
  let used = 0;
  for (const { from, span } of model.heads) {
    const whole = sum(widths.slice(from, from + span));
    if (used > 0 && used + whole > room && whole <= room) {
      cuts.push(from);
      used = 0;
    }
    for (let at = from; at < from + span; at += 1) {
      const width = widths[at] ?? NARROW;
      if (used > 0 && used + width > room) {
        cuts.push(at);
        used = 0;
      }
      used += width;
    }
  }
  return cuts
    .map((from, index) => {
      const to = cuts[index + 1] ?? model.columns.length;
      return { model: slice(model, from, to), widths: widths.slice(from, to) };
    })
    .filter((part) => cuts.length === 1 || part.model.rows.length > 0);
}

function slice(model: GridModel, from: number, to: number): GridModel {
  const rows = model.rows.map((row) => ({ ...row, cells: row.cells.slice(from, to) }));
  const isWhole = to - from === model.columns.length || model.groups.length > 0;
  return {
    ...model,
    heads: model.heads.flatMap((head) => {
      const begin = Math.max(head.from, from);
      const end = Math.min(head.from + head.span, to);
      return begin < end ? [{ ...head, from: begin - from, span: end - begin }] : [];
    }),
    columns: model.columns.slice(from, to),
    rows: isWhole ? rows : rows.filter(({ cells }) => cells.some((cell) => cell !== null)),
    groups: model.groups.map((group) => ({ ...group, columns: group.columns.slice(from, to) })),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

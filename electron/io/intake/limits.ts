/** Bounds of reading one file (cli.md: beyond 20 s, 512 MB in the worker or 200 MB on disk it is `too_large`). */
export interface IntakeLimits {
  /** Bytes on disk. */
  readonly maxBytes: number;
  /** Bytes of cell content kept outside the JavaScript heap, which the worker's heap limit cannot see. */
  readonly maxStored: number;
  /** Bytes of the JavaScript heap. */
  readonly maxHeap: number;
  /** Bytes after decompression, of all parts read. */
  readonly maxInflated: number;
  readonly maxEntries: number;
  readonly maxCells: number;
}

export const DEFAULT_LIMITS: IntakeLimits = {
  maxBytes: 200 * 1024 * 1024,
  maxStored: 180 * 1024 * 1024,
  maxHeap: 1024 * 1024 * 1024,
  maxInflated: 2 * 1024 * 1024 * 1024,
  maxEntries: 20_000,
  maxCells: 12_000_000,
};

import type { Moment } from './time.ts';

/** `asOf` sets "now" for the one request; without it the host's clock is used. */
export interface AsOf {
  readonly asOf?: Moment | undefined;
}

/** One of the 212 cases of real spreadsheets: what comes in, what must come of it, and the check that it does. */
export interface Pitfall {
  readonly number: number;
  readonly input: string;
  readonly expected: string;
  /** Fails unless what is expected happens. Null: it cannot be done here, for the reason in `why`. */
  readonly check: (() => void | Promise<void>) | null;
  readonly why?: string;
}

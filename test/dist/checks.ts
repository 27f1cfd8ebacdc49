/** Counts and prints what holds and what does not; one line each, so that a failing package is read at a glance. */
export interface Checks {
  that(sentence: string, holds: boolean, detail?: string): void;
  /** Prints `N passed, N failed` and gives the exit code. */
  finish(): number;
}

export function createChecks(): Checks {
  let passed = 0;
  let failed = 0;
  return {
    that(sentence, holds, detail = '') {
      if (holds) passed += 1;
      else failed += 1;
      console.log(`${holds ? '✓' : '✗'} ${sentence}${holds || detail === '' ? '' : `: ${detail}`}`);
    },
    finish() {
      console.log(`${passed} passed, ${failed} failed`);
      return failed === 0 ? 0 : 1;
    },
  };
}

import { z } from 'zod';

/** Tests passed, failed and skipped in one step; `note` says why when the figures do not. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly note?: string;
}

/** Counts of vitest's JSON report. A file that could not be loaded counts as one failure; so does a run without report. */
export function countsOfVitest(report: unknown, endedWell: boolean): Counts {
  const parsed = VITEST_REPORT.safeParse(report);
  if (!parsed.success) return { passed: 0, failed: 1, skipped: 0, note: 'vitest left no report' };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = parsed.data;
  const brokenFiles = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some(isFailure));
  return total(numPassedTests, numFailedTests + brokenFiles.length, numPendingTests + numTodoTests, endedWell);
}

/** Counts of Playwright's JSON report; a flaky test passed at last, an error outside of tests is a failure. */
export function countsOfPlaywright(report: unknown, endedWell: boolean): Counts {
  const parsed = PLAYWRIGHT_REPORT.safeParse(report);
  if (!parsed.success) return { passed: 0, failed: 1, skipped: 0, note: 'playwright left no report' };
  const { stats, errors } = parsed.data;
  return total(stats.expected + stats.flaky, stats.unexpected + errors.length, stats.skipped, endedWell);
}

const VITEST_REPORT = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

const PLAYWRIGHT_REPORT = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

function isFailure(test: { readonly status: string }): boolean {
  return test.status === 'failed';
}

/** A run that ended in error without a failed test (an unhandled rejection, say) is still a failure. */
function total(passed: number, failed: number, skipped: number, endedWell: boolean): Counts {
  if (endedWell || failed > 0) return { passed, failed, skipped };
  return { passed, failed: 1, skipped, note: 'ended in error although no test failed' };
}

import type { Counts } from './run/reports.ts';
import { STEPS, type Step } from './run/steps.ts';

// `node test/run.ts [all|check|unit|e2e|electron] [arguments of the tool]`: runs the steps one after the other, every one of them
// whatever became of the others, and ends with the line `N passed, N failed` of real counts. Exit code 1 when anything failed.
const [name = 'all', ...args] = process.argv.slice(2);
const steps = STEPS[name];
if (steps === undefined) {
  console.error(`Unknown: ${name}. One of ${Object.keys(STEPS).join(', ')}.`);
  process.exit(2);
}
const outcomes: Outcome[] = [];
for (const step of steps) outcomes.push(await run(step));
summarise(outcomes);

interface Outcome extends Counts {
  readonly title: string;
  readonly seconds: number;
}

async function run(step: Step): Promise<Outcome> {
  console.log(`\n=== ${step.title} ===`);
  const startedAt = performance.now();
  const counts = await step.run(args);
  if (counts.note !== undefined) console.log(counts.note);
  return { title: step.title, ...counts, seconds: (performance.now() - startedAt) / 1000 };
}

function summarise(outcomes: readonly Outcome[]): void {
  console.log('\n=== summary ===');
  for (const { title, passed, failed, skipped, seconds } of outcomes) {
    const skips = skipped > 0 ? `, ${skipped} skipped` : '';
    console.log(
      `${failed > 0 ? 'FAILED' : 'ok    '} ${title}: ${passed} passed, ${failed} failed${skips} (${seconds.toFixed(1)} s)`,
    );
  }
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

import { tmpdir } from 'node:os';
import path from 'node:path';
import { runFuzz } from './runFuzz.ts';

// `npm run fuzz [-- COUNT SEED [FIRST]]`: damaged and made-up files through the intake; exit code 1 when one of them did not come
// back as a value. The same seed makes the same inputs; a failed one is saved and can be run alone: `-- 1 SEED NUMBER`.
const [count = 5000, seed = 20261121, from = 0] = process.argv.slice(2).map(Number);
const keep = path.join(tmpdir(), 'credit-desk-fuzz-failures');
const started = performance.now();
const { inputs, outcomes, slowestMs, failures } = await runFuzz({
  count,
  seed,
  from,
  keep,
  onProgress: (done) => {
    if (done % 500 === 0) console.error(`${done} / ${count}`);
  },
});

console.log(
  `${inputs} inputs, seed ${seed}, ${((performance.now() - started) / 1000).toFixed(0)} s, slowest ${slowestMs.toFixed(0)} ms`,
);
for (const [outcome, times] of [...outcomes].sort((a, b) => b[1] - a[1]))
  console.log(`${String(times).padStart(6)}  ${outcome}`);
for (const { number, name, what, saved } of failures) console.log(`FAILED ${number} ${name}: ${what}\n       ${saved}`);
console.log(`${failures.length} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;

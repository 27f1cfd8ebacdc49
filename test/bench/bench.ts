import os from 'node:os';
import { ROOT } from '../../electron/localProgram.ts';
import { buildPages } from '../../electron/starting/builds.ts';
import { csvBench } from './csvBench.ts';
import { type Figure, officeBench } from './officeBench.ts';
import { paintBench } from './paintBench.ts';
import { readBench } from './readBench.ts';
import { xlsBench } from './xlsBench.ts';

// `npm run bench`: prints figures of this machine. Nothing is asserted: a figure is compared by people, in the same run.
console.log(
  `Node ${process.versions.node}, ${process.platform}, ${os.availableParallelism()} × ${os.cpus()[0]?.model}`,
);

console.log('\n# Reading workbooks');
await readBench(console.log);
await xlsBench(console.log);
await csvBench(console.log);

console.log('\n# The office');
print(await officeBench());

console.log('\n# The window');
await buildPages(ROOT);
print(await paintBench());

function print(figures: readonly Figure[]): void {
  for (const { what, milliseconds, remark } of figures) {
    console.log(`${milliseconds.toFixed(0).padStart(8)} ms  ${what}${remark === undefined ? '' : `  (${remark})`}`);
  }
}

import os from 'node:os';
import { ROOT } from '../../electron/localProgram.ts';
import { buildPages } from '../../electron/starting/builds.ts';
import { csvBench } from './csvBench.ts';
import { importBench } from './importBench.ts';
import { type Figure, officeBench } from './officeBench.ts';
import { paintBench } from './paintBench.ts';
import { paperBench } from './paperBench.ts';
import { readBench } from './readBench.ts';
import { scaleBench } from './scaleBench.ts';
import { xlsBench } from './xlsBench.ts';

/** The parts of the suite. The last two take minutes and, for a million records, 2 GB of temporary disk: they run when they are named. */
const PARTS: Readonly<Record<string, { readonly title: string; readonly run: () => Promise<void> }>> = {
  read: {
    title: 'Reading workbooks',
    async run() {
      await readBench(console.log);
      await xlsBench(console.log);
      await csvBench(console.log);
    },
  },
  office: { title: 'The office', run: async () => print(await officeBench()) },
  papers: {
    title: 'Papers, reminders, charts and the score, beside the circular of a month',
    run: () => paperBench(console.log),
  },
  window: {
    title: 'The window',
    async run() {
      await buildPages(ROOT);
      print(await paintBench());
    },
  },
  import: { title: 'One big workbook, beside a naive program', run: () => importBench(console.log) },
  scale: { title: 'A hundred times as many records', run: () => scaleBench(console.log) },
};
const USUAL = ['read', 'office', 'papers', 'window'];

// `npm run bench`, `npm run bench -- papers scale`: prints figures of this machine. Nothing is asserted: a figure is compared by people, in the same run.
console.log(
  `Node ${process.versions.node}, ${process.platform}, ${os.availableParallelism()} × ${os.cpus()[0]?.model}`,
);
const named = process.argv.slice(2);
const unknown = named.find((name) => !Object.hasOwn(PARTS, name));
if (unknown !== undefined) throw new Error(`No part ${unknown}; there are ${Object.keys(PARTS).join(' ')}`);
for (const name of named.length > 0 ? named : USUAL) {
  const part = PARTS[name];
  if (!part) continue;
  console.log(`\n# ${part.title}`);
  await part.run();
}

function print(figures: readonly Figure[]): void {
  for (const { what, milliseconds, remark } of figures) {
    console.log(`${milliseconds.toFixed(0).padStart(8)} ms  ${what}${remark === undefined ? '' : `  (${remark})`}`);
  }
}

import path from 'node:path';
import { loadResources } from '../../electron/io/resources.ts';
import { checkProfiles } from './checkProfiles.ts';

// `npm run profiles:check`: what each shipped profile holds, and what of its notice it lacks. Exit code 1 when anything is amiss.
const reports = checkProfiles(loadResources(path.resolve('resources')).profiles);
for (const { profile, lines, faults } of reports) {
  console.log(`\n=== ${profile} ===`);
  for (const line of lines) console.log(line);
  for (const fault of faults) console.log(`问题：${fault}`);
}
const faults = reports.flatMap((report) => report.faults).length;
const duties = reports.reduce((sum, report) => sum + report.duties, 0);
console.log(`\n${reports.length} 份县情，通知事项 ${duties} 项，问题 ${faults} 处`);
process.exitCode = faults > 0 ? 1 : 0;

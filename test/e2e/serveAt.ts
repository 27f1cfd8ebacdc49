import { clockStartingAt } from '../../electron/clock.ts';
import { startLocalProgram } from '../../electron/localProgram.ts';

// `node serveAt.ts DATA_FOLDER MOMENT`: the program as `electron/serve.ts` serves it, at another time than now.
const [dataFolder, moment] = process.argv.slice(2);
if (dataFolder === undefined || moment === undefined) throw new Error('usage: serveAt.ts DATA_FOLDER MOMENT');
const program = await startLocalProgram({ dataFolder, demo: false, now: clockStartingAt(moment) });
console.log(program.url);
process.once('SIGTERM', () => void program.close().then(() => process.exit(0)));

import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createServer, mergeConfig, type ProxyOptions } from 'vite';
import rendererConfig from '../vite.renderer.config.ts';

// `npm run dev [-- --demo | --data DIR]`: pages with hot reload at the address printed; the service behind them restarts when one
// of its files changes.
const ROOT = path.resolve(import.meta.dirname, '..');
const SERVICE_PORT = 5174;
const SERVICE = `http://127.0.0.1:${SERVICE_PORT}`;
/** The service's addresses (hosts/httpHost.ts). The pages' own modules below `renderer/api/` are Vite's. */
const SERVICE_PATHS = '^/api/(request|events|uploads|outputs)([/?]|$)';

let sessionCookie = '';
const service = startService(process.argv.slice(2));
const server = await createServer(
  mergeConfig(rendererConfig, {
    configFile: false,
    server: { host: '127.0.0.1', port: 5173, proxy: { [SERVICE_PATHS]: proxyToService() } },
  }),
);
await server.listen();
server.printUrls();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    service.kill();
    void server.close().then(() => process.exit(0));
  });
}

function startService(args: readonly string[]): ChildProcess {
  const script = path.join(ROOT, 'electron', 'serve.ts');
  const child = spawn(
    process.execPath,
    ['--watch', '--watch-preserve-output', script, '--port', `${SERVICE_PORT}`, ...args],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith(SERVICE)) void enter(line);
    else console.log(line);
  });
  child.once('exit', (code) => process.exit(code ?? 1));
  return child;
}

/** The service lets in whoever opens its address first: that is this script, which lends its cookie to the pages. */
async function enter(url: string): Promise<void> {
  const response = await fetch(url, { redirect: 'manual' });
  sessionCookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

function proxyToService(): ProxyOptions {
  return {
    target: SERVICE,
    changeOrigin: true,
    configure: (proxy) => {
      proxy.on('proxyReq', (request) => {
        request.setHeader('cookie', sessionCookie);
        request.setHeader('origin', SERVICE);
      });
    },
  };
}

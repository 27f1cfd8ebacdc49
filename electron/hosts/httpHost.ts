import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { answerText, setSecurityHeaders } from './answers.ts';
import { createEventHub, type EventHub } from './events.ts';
import { answerOutput, answerPageFile } from './files.ts';
import { createGate, type Gate, newToken } from './gate.ts';
import { answerRequestCall, type HostedApp } from './requestCall.ts';
import { answerUpload, clearUploads, MAX_UPLOAD } from './uploads.ts';

export interface HttpHostOptions {
  readonly app: HostedApp;
  /** The built pages. */
  readonly rendererFolder: string;
  /** Uploads go to its `uploads`, downloads come from its `outputs`. */
  readonly dataFolder: string;
  /** One-time word of the first page load; without it a new one. */
  readonly token?: string | undefined;
  /** 0 or absent: any free port. */
  readonly port?: number | undefined;
  readonly maxUpload?: number | undefined;
  /** Told when the last page has been closed for a while. */
  readonly onDeserted?: (() => void) | undefined;
  /** Told of our own bugs; people get a sentence without details. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

export interface HttpHost {
  /** Address to open, with the one-time token. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Serves the pages and the application on 127.0.0.1 to one browser. Never part of the packaged program. */
export async function startHttpHost(options: HttpHostOptions): Promise<HttpHost> {
  const uploadsFolder = path.join(options.dataFolder, 'uploads');
  await clearUploads(uploadsFolder);
  const token = options.token ?? newToken();
  const events = createEventHub({ onDeserted: options.onDeserted });
  const server = createServer();
  const port = await listen(server, options.port ?? 0);
  const host = `127.0.0.1:${port}`;
  const context: Context = { ...options, events, uploadsFolder, gate: createGate({ token, host }), host };
  server.on('request', (request, response) => {
    void answer(request, response, context).catch((error: unknown) => {
      options.onError?.(error);
      if (response.headersSent) response.destroy();
      else answerText(response, 500, '程序内部错误。');
    });
  });
  return {
    url: `http://${host}/?token=${token}`,
    port,
    close: () => closeServer(server, events),
  };
}

interface Context extends HttpHostOptions {
  readonly events: EventHub;
  readonly uploadsFolder: string;
  readonly gate: Gate;
  readonly host: string;
}

async function answer(request: IncomingMessage, response: ServerResponse, context: Context): Promise<void> {
  setSecurityHeaders(response);
  const url = parsedUrl(request, context.host);
  if (url === null) return answerText(response, 400, '地址写法不对。');
  const verdict = context.gate.judge(request, url);
  switch (verdict.kind) {
    case 'refused':
      return answerText(response, 403, verdict.sentence);
    case 'admit':
      response.setHeader('Set-Cookie', verdict.cookie);
      return goHome(response);
    case 'home':
      return goHome(response);
    case 'open':
      return route(request, response, url, context);
    default:
      return verdict satisfies never;
  }
}

async function route(request: IncomingMessage, response: ServerResponse, url: URL, context: Context): Promise<void> {
  const { pathname } = url;
  switch (`${request.method} ${pathname}`) {
    case 'POST /api/request':
      return answerRequestCall(request, response, context);
    case 'GET /api/events':
      return context.events.connect(request, response);
    case 'POST /api/uploads':
      return answerUpload(request, response, {
        folder: context.uploadsFolder,
        name: url.searchParams.get('name') ?? '',
        limit: context.maxUpload ?? MAX_UPLOAD,
      });
  }
  if (request.method !== 'GET') return answerText(response, 405, '不支持这种请求。');
  if (pathname.startsWith(OUTPUTS)) {
    return answerOutput(response, path.join(context.dataFolder, 'outputs'), pathname.slice(OUTPUTS.length));
  }
  if (pathname.startsWith('/api/')) return answerText(response, 404, '没有这个接口。');
  return answerPageFile(response, context.rendererFolder, pathname);
}

const OUTPUTS = '/api/outputs/';

function goHome(response: ServerResponse): void {
  response.writeHead(303, { Location: '/' });
  response.end();
}

function parsedUrl(request: IncomingMessage, host: string): URL | null {
  // `//other.host/` would be read as another origin.
  const target = request.url ?? '/';
  return target.startsWith('/') && !target.startsWith('//') ? URL.parse(target, `http://${host}`) : null;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port'));
      else resolve(address.port);
    });
  });
}

function closeServer(server: Server, events: EventHub): Promise<void> {
  events.close();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

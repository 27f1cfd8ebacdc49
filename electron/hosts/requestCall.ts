import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App } from '../app/createApp.ts';
import { refusedOfPage } from '../app/pageRequest.ts';
import { type Args, type RequestName, WRITES } from '../contract.ts';
import { answerJson, answerText } from './answers.ts';
import type { EventHub } from './events.ts';

/** The part of the application a host needs. */
export type HostedApp = Pick<App, 'dispatch'>;

/**
 * Answers `POST /api/request` `{name, args, requestId}` with the application's `Reply`. Cancels the work when the page goes away.
 * 413 above 20 MB, 400 when the body is no such object; everything else is the application's to refuse.
 */
export async function answerRequestCall(
  request: IncomingMessage,
  response: ServerResponse,
  context: { readonly app: HostedApp; readonly events: EventHub },
): Promise<void> {
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) {
    return answerText(response, 415, '只接受 JSON。');
  }
  const body = await readBody(request, MAX_BODY);
  if (body === null) {
    // The rest of the body is not worth reading.
    response.setHeader('Connection', 'close');
    return answerText(response, 413, '请求过大。');
  }
  const call = parseCall(body);
  if (call === null) return answerText(response, 400, '请求写法不对。');
  const refused = refusedOfPage(call.args);
  if (refused !== null) return answerJson(response, 200, refused);

  const controller = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  const { name, args, requestId } = call;
  const reply = await context.app.dispatch(name, args, {
    onProgress: (progress) => context.events.progress(requestId, progress),
    signal: controller.signal,
  });
  if (reply.ok && WRITES.has(name)) context.events.bumpDataVersion();
  answerJson(response, 200, reply);
}

const MAX_BODY = 20 * 1024 * 1024;

/** The body as text; null when it is longer than `limit` bytes (the rest is not read). */
async function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    // An IncomingMessage without encoding yields buffers only.
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > limit) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

interface Call {
  readonly name: RequestName;
  readonly args: Args<RequestName>;
  readonly requestId: string;
}

function parseCall(body: string): Call | null {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('name' in value) || typeof value.name !== 'string') return null;
  const args = 'args' in value ? value.args : {};
  const requestId = 'requestId' in value && typeof value.requestId === 'string' ? value.requestId : '';
  // dispatch checks name and arguments of whatever comes in; here they are only handed through.
  return { name: value.name as RequestName, args: args as Args<RequestName>, requestId };
}

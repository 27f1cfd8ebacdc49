import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What the gate says to a request. */
export type Verdict =
  | { readonly kind: 'open' }
  | { readonly kind: 'admit'; readonly cookie: string }
  | { readonly kind: 'home' }
  | { readonly kind: 'refused'; readonly sentence: string };

export interface Gate {
  judge(request: IncomingMessage, url: URL): Verdict;
}

/** An unguessable word for one run of the host. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * Guards the loopback port against other programs' pages and other users of the machine: the Host must be ours (DNS rebinding),
 * an Origin must be ours (forged requests), and a cookie is needed that only the first page load with the one-time token gets.
 */
export function createGate(options: { readonly token: string; readonly host: string }): Gate {
  const session = newToken();
  // Cookies do not tell ports apart: a second program on this machine must not overwrite ours.
  const cookieName = `credit-desk-${options.host.split(':').at(-1)}`;
  const origin = `http://${options.host}`;
  let tokenUsed = false;

  return {
    judge(request, url) {
      if (request.headers.host !== options.host) return { kind: 'refused', sentence: '地址不对，拒绝访问。' };
      if (!isOwnOrigin(request, origin)) return { kind: 'refused', sentence: '请求来自别的网页，拒绝访问。' };
      const hasSession = isSame(cookieOf(request, cookieName), session);
      const token = url.pathname === '/' ? url.searchParams.get('token') : null;
      if (token !== null) {
        if (hasSession) return { kind: 'home' };
        if (!tokenUsed && isSame(token, options.token)) {
          tokenUsed = true;
          return { kind: 'admit', cookie: `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/` };
        }
        return { kind: 'refused', sentence: USED };
      }
      return hasSession ? { kind: 'open' } : { kind: 'refused', sentence: USED };
    },
  };
}

const USED = '这个地址已经用过或已失效。请关闭本页，重新启动信用办工作台。';

function isOwnOrigin(request: IncomingMessage, origin: string): boolean {
  const given = request.headers.origin;
  // A browser sends the Origin with every POST; one without it is no page of ours.
  if (given === undefined) return request.method === 'GET' || request.method === 'HEAD';
  return given === origin;
}

function cookieOf(request: IncomingMessage, name: string): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return value.join('=');
  }
  return null;
}

function isSame(given: string | null, expected: string): boolean {
  if (given === null) return false;
  const left = Buffer.from(given);
  const right = Buffer.from(expected);
  return left.length === right.length && timingSafeEqual(left, right);
}

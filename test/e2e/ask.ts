import type { Page } from '@playwright/test';
import type { Reply } from '../../electron/contract/reply.ts';
import type { Args, RequestName, Result } from '../../electron/contract.ts';

/** Asks the program behind the page, past the screens: by the bridge of the desktop window, else by the page's own host. */
export async function ask<N extends RequestName>(page: Page, name: N, args: Args<N>): Promise<Result<N>> {
  const reply = await page.evaluate(askInPage, { name, args });
  if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
  return reply.value as Result<N>; // the program answers by the same contract
}

/** Runs in the page, so it can use nothing from around it. */
async function askInPage(call: { name: string; args: unknown }): Promise<Reply<unknown>> {
  const bridge = (
    globalThis as { creditDesk?: { request(name: string, args: unknown, id: string): Promise<Reply<unknown>> } }
  ).creditDesk;
  if (bridge !== undefined) return bridge.request(call.name, call.args, crypto.randomUUID());
  const answer = await fetch('/api/request', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...call, requestId: '' }),
  });
  return (await answer.json()) as Reply<unknown>;
}

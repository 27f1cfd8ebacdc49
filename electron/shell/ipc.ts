import { BrowserWindow, type IpcMainInvokeEvent, ipcMain, shell } from 'electron';
import { refusedOfPage } from '../app/pageRequest.ts';
import type { Reply } from '../contract/reply.ts';
import { errorSentence } from '../contract/words.ts';
import { type RequestName, WRITES } from '../contract.ts';
import { DATA_VERSION_CHANNEL, PROGRESS_CHANNEL, REQUEST_CHANNEL } from './channels.ts';
import { chooseFiles, isOutput, saveOutput } from './dialogs.ts';
import { ENVELOPE, type Envelope } from './envelope.ts';
import { isOwnPage } from './origin.ts';
import { printWindow } from './printing.ts';
import type { ServiceHost } from './serviceHost.ts';

/**
 * The one handler of the program. A frame that is not the top frame of our own page is refused by an exception (security guide
 * §17); a malformed envelope by a reply; the rest goes to the service or to a dialog.
 */
export function registerIpc(context: { readonly service: ServiceHost; readonly dataFolder: string }): void {
  let dataVersion = 0;
  ipcMain.handle(REQUEST_CHANNEL, async (event, raw: unknown) => {
    const window = trustedWindow(event);
    const envelope = ENVELOPE.safeParse(raw);
    if (!envelope.success) return usage();
    return carryOut(envelope.data, window);
  });

  async function carryOut(envelope: Envelope, window: BrowserWindow): Promise<unknown> {
    switch (envelope.kind) {
      case 'request':
        return forward(envelope, window);
      case 'cancel':
        return context.service.cancel(envelope.requestId);
      case 'chooseFiles':
        return chooseFiles(window);
      case 'saveOutput':
        return saveOutput(window, context.dataFolder, envelope.path, envelope.suggestedName);
      case 'print':
        return printWindow(window);
      case 'showInFolder':
        if (await isOutput(context.dataFolder, envelope.path)) shell.showItemInFolder(envelope.path);
        return;
      default:
        return envelope satisfies never;
    }
  }

  async function forward(call: Extract<Envelope, { kind: 'request' }>, window: BrowserWindow): Promise<unknown> {
    const { name, args, requestId } = call;
    const refused = refusedOfPage(args);
    if (refused !== null) return refused;
    const reply = await context.service.request({
      name,
      args,
      requestId,
      onProgress: (progress) => tell(window, PROGRESS_CHANNEL, { requestId, progress }),
    });
    // A set of known names answers "no" for an unknown one; dispatch has refused that already.
    if (reply.ok && WRITES.has(name as RequestName)) {
      dataVersion += 1;
      for (const each of BrowserWindow.getAllWindows()) tell(each, DATA_VERSION_CHANNEL, dataVersion);
    }
    return reply;
  }
}

/** The window whose own page, in its top frame, sent this. Throws for every other sender. */
function trustedWindow(event: IpcMainInvokeEvent): BrowserWindow {
  const frame = event.senderFrame;
  const window = BrowserWindow.fromWebContents(event.sender);
  if (frame === null || frame.parent !== null || window === null || !isOwnPage(frame.url)) {
    throw new Error('refused: not the page of this program');
  }
  return window;
}

function tell(window: BrowserWindow, channel: string, value: unknown): void {
  if (!window.isDestroyed()) window.webContents.send(channel, value);
}

function usage(): Reply<never> {
  return { ok: false, error: { code: 'usage', message: errorSentence('usage', '页面发来的请求') } };
}

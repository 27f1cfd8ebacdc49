import { BrowserWindow, type Session, session } from 'electron';
import { blockNetwork } from './network.ts';
import { APP_SCHEME } from './origin.ts';
import { denyPermissions } from './permissions.ts';

/** Opens the system's print dialog for the window's page as it stands; a cancelled dialog is no error. */
export function printWindow(window: BrowserWindow): Promise<void> {
  return new Promise((resolve) => {
    window.webContents.print({ silent: false, printBackground: true }, () => resolve());
  });
}

/**
 * PDF of one self-contained HTML text, laid out by its own `@page` rules, in a hidden window that runs no script, has no preload
 * and can load nothing. One at a time is enough: a circular.
 */
export async function printHtml(html: string): Promise<Uint8Array> {
  const address = `${APP_SCHEME}://print/${++pages}`;
  const own = await printSession();
  texts.set(address, html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  });
  try {
    await window.loadURL(address);
    return await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, pageSize: 'A4' });
  } finally {
    texts.delete(address);
    window.destroy();
  }
}

/** Nothing is loaded but the text itself with its inline styles and pictures. */
export const PRINT_SECURITY_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

const texts = new Map<string, string>();
let pages = 0;
let made: Promise<Session> | null = null;

/** A session of its own, in memory: nothing the print page does reaches the window's. */
function printSession(): Promise<Session> {
  made ??= makeSession();
  return made;
}

async function makeSession(): Promise<Session> {
  const own = session.fromPartition('credit-desk-print');
  denyPermissions(own);
  await blockNetwork(own);
  own.protocol.handle(APP_SCHEME, (request) => {
    const html = texts.get(request.url);
    return new Response(html ?? null, {
      status: html === undefined ? 404 : 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': PRINT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
      },
    });
  });
  return own;
}

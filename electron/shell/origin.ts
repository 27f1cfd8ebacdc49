import { app } from 'electron';

/** The scheme and host of the program's own page. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'credit-desk';

/** Address of the window: the built page, or the development server's while the program is not packaged. */
export function pageUrl(): string {
  return developmentServer()?.href ?? `${APP_SCHEME}://${APP_HOST}/index.html`;
}

/** True for an address of the program's own page. Compares scheme and host, never the start of a text. */
export function isOwnPage(address: string): boolean {
  const url = parsed(address);
  if (url === null || url.username !== '' || url.password !== '') return false;
  if (url.protocol === `${APP_SCHEME}:`) return url.host === APP_HOST;
  const server = developmentServer();
  return server !== null && url.protocol === server.protocol && url.host === server.host;
}

/** True for what the page may show in a frame of its own: a document it made itself (the preview of a circular). */
export function isOwnFrame(address: string): boolean {
  if (address === 'about:srcdoc' || address === 'about:blank') return true;
  return address.startsWith('blob:') && isOwnPage(address.slice('blob:'.length));
}

/** The hot-reload server of `npm run dev`; never in a packaged program, whatever the environment says. */
export function developmentServer(): URL | null {
  if (app.isPackaged) return null;
  const url = parsed(process.env.ELECTRON_RENDERER_URL ?? '');
  return url !== null && (url.hostname === 'localhost' || url.hostname === '127.0.0.1') ? url : null;
}

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

import type { App, WebContents } from 'electron';
import { isOwnFrame, isOwnPage } from './origin.ts';

/**
 * No page may leave the program, open a window or attach a webview, whichever web contents it is in.
 * Electron security guide §12 (webview), §13 (navigation), §14 (new windows).
 */
export function denyNavigation(app: App): void {
  app.on('web-contents-created', (_event, contents) => denyNavigationOf(contents));
}

function denyNavigationOf(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    // The page may reload itself (the error page's button does); every other address is refused.
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame ? !isOwnPage(event.url) : !isOwnFrame(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // WebRTC would open sockets that webRequest never sees.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

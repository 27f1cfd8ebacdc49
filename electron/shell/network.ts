import type { CommandLine, Session } from 'electron';
import { APP_SCHEME, developmentServer } from './origin.ts';

/** Switches that keep Chromium itself from the network. Before `ready`. */
export function quietChromium(commandLine: CommandLine): void {
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('no-proxy-server');
  commandLine.appendSwitch('no-pings');
  // Every name fails to resolve, so that even a request nobody thought of goes nowhere.
  const exceptions = developmentServer() === null ? '' : ', EXCLUDE localhost, EXCLUDE 127.0.0.1';
  commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${exceptions}`);
}

/** Cancels every request of the session that is not for the program's own files; no proxy is looked for; no dictionary is fetched. */
export async function blockNetwork(session: Session): Promise<void> {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocal(details.url) }));
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  await session.setProxy({ mode: 'direct' });
}

/** `app:`, and `data:` and `blob:`, which never leave the process. */
function isLocal(address: string): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  if (LOCAL_PROTOCOLS.has(url.protocol)) return true;
  const server = developmentServer();
  if (server === null) return false;
  return url.protocol === 'devtools:' || (url.host === server.host && SERVER_PROTOCOLS.has(url.protocol));
}

const LOCAL_PROTOCOLS: ReadonlySet<string> = new Set([`${APP_SCHEME}:`, 'data:', 'blob:']);
const SERVER_PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'ws:']);

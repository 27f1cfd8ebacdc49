import type { Session } from 'electron';
import { isOwnPage } from './origin.ts';

/**
 * Camera, location, notifications, devices: every permission is refused (security guide §5). The one exception is writing text
 * to the clipboard from the program's own page: the clerk pastes reminders into a group chat. Reading the clipboard stays refused.
 */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(permission === COPY && isOwnPage(contents.getURL()));
  });
  session.setPermissionCheckHandler((contents, permission) => {
    return permission === COPY && contents !== null && isOwnPage(contents.getURL());
  });
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
}

const COPY = 'clipboard-sanitized-write';

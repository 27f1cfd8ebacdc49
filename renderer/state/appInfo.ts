import { createContext, useContext } from 'react';
import type { AppInfo } from '../../electron/contract/overview.ts';

/** The program and its data folder, known before any page shows. */
export const AppInfoContext = createContext<AppInfo | null>(null);

export function useAppInfo(): AppInfo {
  const info = useContext(AppInfoContext);
  if (!info) throw new Error('useAppInfo outside of AppInfoContext');
  return info;
}

import { BrowserWindow } from 'electron';
import { pageUrl } from './origin.ts';
import { readWindowState, writeWindowState } from './windowState.ts';

export interface WindowPaths {
  readonly preload: string;
  readonly icon: string;
  readonly windowState: string;
}

/** Opens the one window, hardened (security guide §2, §3, §4, §6, §8 and §9: no Node, isolated, sandboxed, no mixed content). */
export function openWindow(paths: WindowPaths): BrowserWindow {
  const state = readWindowState(paths.windowState);
  const window = new BrowserWindow({
    ...state.bounds,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: '信用办工作台',
    icon: paths.icon,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload: paths.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  // The page's own title would replace the program's.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('close', () => {
    writeWindowState(paths.windowState, { bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  });
  void window.loadURL(pageUrl());
  return window;
}

/** Brings the window to the front: somebody started the program a second time. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

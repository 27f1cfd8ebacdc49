import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Progress, Reply } from '../contract/reply.ts';
import { DATA_VERSION_CHANNEL, PROGRESS_CHANNEL, REQUEST_CHANNEL } from './channels.ts';
import type { Envelope } from './envelope.ts';

// All that the page gets from Electron: these nine functions. There is no way to name a channel of one's own.
contextBridge.exposeInMainWorld('creditDesk', {
  request: (name: string, args: unknown, requestId: string): Promise<Reply<unknown>> =>
    invoke({ kind: 'request', name, args, requestId }),
  cancel: (requestId: string): void => void invoke({ kind: 'cancel', requestId }),
  onProgress: (callback: (event: { requestId: string; progress: Progress }) => void): (() => void) =>
    listen(PROGRESS_CHANNEL, callback),
  onDataVersion: (callback: (dataVersion: number) => void): (() => void) => listen(DATA_VERSION_CHANNEL, callback),
  pathOfFile: (file: File): string => webUtils.getPathForFile(file),
  chooseFiles: (): Promise<string[]> => invoke({ kind: 'chooseFiles' }),
  saveOutput: (path: string, suggestedName: string): Promise<string | null> =>
    invoke({ kind: 'saveOutput', path, suggestedName }),
  print: (): Promise<void> => invoke({ kind: 'print' }),
  showInFolder: (path: string): void => void invoke({ kind: 'showInFolder', path }),
});

function invoke<T>(envelope: Envelope): Promise<T> {
  return ipcRenderer.invoke(REQUEST_CHANNEL, envelope);
}

/** Hands on the value only: the event object would give the page the sender. */
function listen<T>(channel: string, callback: (value: T) => void): () => void {
  const listener = (_event: unknown, value: T) => callback(value);
  ipcRenderer.on(channel, listener);
  return () => ipcRenderer.off(channel, listener);
}
